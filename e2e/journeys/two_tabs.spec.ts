import type { Page } from '@playwright/test';
import { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';

// One browser, one draft, two tabs: each has the draft in memory, and the server's version brings them together.

/** The same application in another tab, opened before anything is changed in either. */
async function anotherTab(page: Page, step: string): Promise<Applicant> {
  const tab = new Applicant(await page.context().newPage());
  await tab.openStep(step);
  return tab;
}

/** Does something, and waits until the server has taken the draft that comes of it. */
async function untilSaved(page: Page, change: () => Promise<void>): Promise<void> {
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().includes('/api/drafts/') && response.ok(),
  );
  await change();
  await saved;
}

test('two tabs of one browser keep each other’s answers, and say where both answered differently', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('徐秋月');
  await applicant.openStep('联系方式');
  const ground = await anotherTab(page, '申领条件');
  const contact = await anotherTab(page, '联系方式');

  await test.step('different questions: both answers stand', async () => {
    await untilSaved(page, () => applicant.typesAnotherNumber('13800138000'));
    await untilSaved(ground.page, async () => {
      await ground.page.getByRole('radio', { name: /^合法稳定就业/ }).check();
      await ground.page.getByRole('radio', { name: /^营业执照/ }).check();
    });
    const later = await anotherTab(page, '联系方式');
    await later.hasNumber('13800138000');
    await later.openStep('申领条件');
    await expect(later.page.getByRole('radio', { name: /^营业执照/ })).toBeChecked();
  });

  await test.step('the same question: the later answer stands, and its tab says that there was another', async () => {
    await untilSaved(contact.page, () => contact.typesAnotherNumber('13900139000'));
    const told = contact.page.getByRole('alert').filter({ hasText: '也改过：手机号码' });
    await expect(told).toBeVisible();
    await look(contact.page, 'conflict');
    await told.getByRole('button', { name: '看过了' }).click();
    await expect(told).toBeHidden();
    await contact.hasNumber('13900139000');
  });
});

test('what another tab has saved is looked at before the application is submitted, and goes with it', async ({
  applicant,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('林晓岚');
  await applicant.fillFirstIssue('pick_up');
  await untilSaved(page, () => page.getByRole('checkbox', { name: /我声明/ }).check());
  const contact = await anotherTab(page, '联系方式');
  await untilSaved(contact.page, () => contact.typesAnotherNumber('13800138000'));

  await page.getByRole('button', { name: /^提交给/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有提交' })).toContainText('刚在别的窗口或设备上改过');
  await expect(page.getByText('13800138000')).toBeVisible();
  // The declaration was to the answers as they were before.
  await expect(page.getByRole('checkbox', { name: /我声明/ })).not.toBeChecked();
  await page.getByRole('checkbox', { name: /我声明/ }).check();
  const submission = page.waitForRequest((request) => request.method() === 'POST' && /applications$/.test(request.url()));
  await page.getByRole('button', { name: /^提交给/ }).click();
  expect((await submission).postData()).toContain('13800138000');
  await page.waitForURL(/\/receipt$/);
});
