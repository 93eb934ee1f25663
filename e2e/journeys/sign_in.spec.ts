import { expect, test } from '../helpers/journey.js';

// The sign-in is another site's page: what becomes of the form when it is given up, or when the session has run out.

test('a sign-in that is given up leads back with words, and the next try works', async ({ applicant, look }) => {
  const { page } = applicant;
  await page.goto('/apply/first_issue');
  await page.getByRole('link', { name: '登录并开始' }).click();
  await page.getByRole('button', { name: '取消登录' }).click();
  await page.waitForURL('**/sign-in?error=sign_in_cancelled*');
  await expect(page.getByRole('alert').filter({ hasText: '没有成功' })).toContainText('登录没有完成。可以再登录一次');
  await look(page, 'sign-in-cancelled');

  await test.step('given up at the last moment, in the middle of the check', async () => {
    await page.getByRole('link', { name: '去登录' }).click();
    await page.getByRole('radio', { name: '冯' }).check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('link', { name: '银行卡' }).click();
    await page.getByRole('button', { name: '取消登录' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '没有成功' })).toContainText('登录没有完成');
  });

  await page.getByRole('link', { name: '去登录' }).click();
  await applicant.passTheCheck('冯', '网络身份认证');
  await page.waitForURL('**/apply/first_issue');
  await applicant.agreeToTheRecords();
});

test('a session that ends in the middle of a step loses nothing, not even when signing in is given up first', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('陈雨桐');
  await applicant.openStep('联系方式');
  await page.context().clearCookies({ name: '__Host-session' });
  await applicant.typesAnotherNumber('13800138000');

  const ended = page.getByRole('alert').filter({ hasText: '登录已过期' });
  await expect(ended).toContainText('填写的内容都还在，登录后回到这一步');
  await look(page, 'session-ended');

  await test.step('filling in goes on without a session', async () => {
    await applicant.goOn();
    await applicant.isOnStep('居住地址');
    await page.getByRole('textbox', { name: /详细地址/ }).fill('演示路70号桂湖家园1栋303室');
    await applicant.isKept();
    await expect(ended).toBeVisible();
  });

  await test.step('the sign-in is given up, then done: the same step, and all of it there', async () => {
    await ended.getByRole('link', { name: '重新登录' }).click();
    await page.getByRole('button', { name: '取消登录' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '没有成功' })).toContainText('登录没有完成');
    await page.getByRole('link', { name: '去登录' }).click();
    await applicant.passTheCheck('陈雨桐', '银行卡');
    await page.waitForURL('**/apply/first_issue/residence');
    await applicant.isOnStep('居住地址');
    await expect(ended).toBeHidden();
    await expect(page.getByRole('textbox', { name: /详细地址/ })).toHaveValue('演示路70号桂湖家园1栋303室');
    await applicant.openStep('联系方式');
    await applicant.hasNumber('13800138000');
  });
});
