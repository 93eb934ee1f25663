import type { Page } from '@playwright/test';
import { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';

// One browser, one draft, two tabs: what one keeps on the phone the other takes up at once, also without a line.

/** The same application in another tab. */
async function anotherTab(page: Page, step: string): Promise<Applicant> {
  const tab = new Applicant(await page.context().newPage());
  await tab.openStep(step);
  return tab;
}

test('two tabs of one browser show each other’s answers as they are given', async ({ applicant }) => {
  const { page } = applicant;
  await applicant.startFirstIssue('徐秋月');
  await applicant.openStep('联系方式');
  const ground = await anotherTab(page, '申领条件');
  const contact = await anotherTab(page, '联系方式');

  await test.step('in both directions, and in a third tab', async () => {
    await applicant.typesAnotherNumber('13800138000');
    await contact.hasNumber('13800138000');
    await contact.typesAnotherNumber('13900139000');
    await applicant.hasNumber('13900139000');
    await ground.page.getByRole('radio', { name: /^合法稳定就业/ }).check();
    await ground.page.getByRole('radio', { name: /^营业执照/ }).check();
    await ground.isKept();
    await contact.openStep('申领条件');
    await expect(contact.page.getByRole('radio', { name: /^营业执照/ })).toBeChecked();
  });

  await test.step('nobody is asked what to keep', async () => {
    for (const tab of [page, ground.page, contact.page]) await expect(tab.getByText(/也改过/)).toHaveCount(0);
  });
});

test('two tabs without a line lose neither’s answers, whichever is closed last', async ({ applicant }) => {
  const { page } = applicant;
  await applicant.startFirstIssue('徐秋月');
  await applicant.openStep('联系方式');
  const ground = await anotherTab(page, '申领条件');
  await page.context().setOffline(true);
  await applicant.typesAnotherNumber('13800138000');
  await ground.page.getByRole('radio', { name: /^合法稳定就业/ }).check();
  await ground.page.getByRole('radio', { name: /^营业执照/ }).check();
  await ground.isKept();
  await page.close();
  await ground.page.context().setOffline(false);
  await ground.page.reload();
  await expect(ground.page.getByRole('radio', { name: /^营业执照/ })).toBeChecked();
  await ground.openStep('联系方式');
  await ground.hasNumber('13800138000');
});

test('what is changed in another tab takes the declaration back, and what is submitted there ends here', async ({
  applicant,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('林晓岚');
  await applicant.fillFirstIssue('pick_up');
  const declaration = page.getByRole('checkbox', { name: /我声明/ });
  await declaration.check();
  await applicant.isKept();
  const contact = await anotherTab(page, '联系方式');
  await contact.typesAnotherNumber('13600136000');

  await expect(page.getByText('13600136000')).toBeVisible();
  // The declaration was to the answers as they were before.
  await expect(declaration).not.toBeChecked();
  const submission = page.waitForRequest((request) => request.method() === 'POST' && /applications$/.test(request.url()));
  const number = await applicant.submit();
  expect((await submission).postData()).toContain('13600136000');

  await contact.page.getByRole('link', { name: '返回步骤' }).click();
  const underWay = contact.page.getByRole('link', { name: '查看正在办理的申请' });
  await expect(underWay).toHaveAttribute('href', `/applications/${number}`);
});
