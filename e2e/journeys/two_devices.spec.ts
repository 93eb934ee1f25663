import type { Browser, Page } from '@playwright/test';
import { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';

// A phone and a computer show the same application (一云一网): the server's version brings them together.

/** The same citizen, signed in on another device. */
async function anotherDevice(browser: Browser, citizen: string): Promise<Applicant> {
  const device = new Applicant(await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage());
  await device.startFirstIssue(citizen);
  return device;
}

/** Does something, and waits until the server has taken the draft that comes of it. */
async function untilSaved(page: Page, change: () => Promise<void>): Promise<void> {
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().includes('/api/drafts/') && response.ok(),
  );
  await change();
  await saved;
}

test('phone and computer keep each other’s answers, and say where both answered differently', async ({
  applicant,
  browser,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('徐秋月');
  await applicant.openStep('联系方式');
  const computer = await anotherDevice(browser, '徐秋月');
  await computer.openStep('申领条件');

  await test.step('different questions, one of them answered without a line: both answers stand', async () => {
    await page.context().setOffline(true);
    await applicant.typesAnotherNumber('13800138000');
    await untilSaved(computer.page, async () => {
      await computer.page.getByRole('radio', { name: /^合法稳定就业/ }).check();
      await computer.page.getByRole('radio', { name: /^营业执照/ }).check();
    });
    await untilSaved(page, () => page.context().setOffline(false));
    await computer.page.reload();
    await computer.openStep('联系方式');
    await computer.hasNumber('13800138000');
    await expect(page.getByText(/也改过/)).toHaveCount(0);
  });

  await test.step('the same question: the later answer stands, and its device says that there was another', async () => {
    await page.context().setOffline(true);
    await applicant.typesAnotherNumber('13700137000');
    await untilSaved(computer.page, () => computer.typesAnotherNumber('13900139000'));
    await page.context().setOffline(false);
    const told = page.getByRole('alert').filter({ hasText: '也改过：手机号码' });
    await expect(told).toBeVisible();
    await look(page, 'conflict');
    await told.getByRole('button', { name: '看过了' }).click();
    await expect(told).toBeHidden();
    await applicant.hasNumber('13700137000');
  });
  await computer.page.context().close();
});

test('what another device has saved is looked at before the application is submitted, and goes with it', async ({
  applicant,
  browser,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('林晓岚');
  await applicant.fillFirstIssue('pick_up');
  await untilSaved(page, () => page.getByRole('checkbox', { name: /我声明/ }).check());
  const computer = await anotherDevice(browser, '林晓岚');
  await computer.openStep('联系方式');
  await untilSaved(computer.page, () => computer.typesAnotherNumber('13800138000'));

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
  await computer.page.context().close();
  // Others apply as the same citizen.
  await applicant.withdraws(page.url().split('/').at(-2) ?? '');
});
