import { expect, test } from '../helpers/journey.js';

test('somebody three days short of the half year reads the date and keeps what they fill in', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('赵一鸣');
  await expect(page.getByText('还不能申领').first()).toBeVisible();
  await expect(page.getByText(/再过 \d 天，\d{4}年\d+月\d+日（星期.）就能申领/)).toBeVisible();
  await look(page, 'not-yet');

  await applicant.openStep('申领条件');
  await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
  await page.getByRole('radio', { name: /^劳动合同/ }).check();
  await applicant.goOn();
  await page.goto('/apply/first_issue');
  await applicant.openStep('申领条件');
  await expect(page.getByRole('radio', { name: /^劳动合同/ })).toBeChecked();
});

test('somebody whose insurance was interrupted reads which month is missing and when it will do', async ({
  applicant,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('周立群');
  await applicant.openStep('申领条件');
  await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
  await page.getByRole('radio', { name: /^劳动合同/ }).check();
  await applicant.goOn();
  await page.goto('/apply/first_issue');
  await expect(page.getByText(/只连续缴纳了 3 个月.*没有缴费记录.*可以申领/)).toBeVisible();
});

test('whoever does not qualify yet fills everything in, reads why it is not submitted, and nothing is sent', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  const sent: string[] = [];
  page.on('request', (request) => {
    const submits = request.method() === 'POST' && new URL(request.url()).pathname === '/api/applications';
    if (submits) sent.push(request.url());
  });
  await applicant.startFirstIssue('赵一鸣');
  await applicant.fillFirstIssue('pick_up');
  await page.getByRole('checkbox', { name: /我声明/ }).check();
  await page.getByRole('button', { name: /^提交给/ }).click();
  const refusal = page.getByRole('alert').filter({ hasText: '现在还不能提交' });
  await expect(refusal).toContainText('填写的内容会保留');
  await expect(refusal).toContainText(/\d{4}年\d+月\d+日/);
  await expect(page.locator(':focus')).toContainText('现在还不能提交');
  await look(page, 'not-submitted');

  await page.goto('/applications');
  await expect(page.getByRole('region', { name: '还没有提交' })).toContainText('居住证申领');
  await expect(page.getByText('办件编号')).toHaveCount(0);
  expect(sent).toEqual([]);
  await page.goto('/apply/first_issue/review');
  await expect(page.getByRole('checkbox', { name: /我声明/ })).toBeChecked();
});
