import { expect, test } from '../helpers/journey.js';

test('what was begun is found again among the applications, and is gone everywhere once it is given up', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('周立群');
  await page.goto('/applications');
  await expect(page.getByText('还没有办件'), 'what only the records filled in is nothing begun').toBeVisible();

  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber('13900139000');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  const begun = page.getByRole('region', { name: '还没有提交' });
  await expect(async () => {
    await page.goto('/applications');
    await expect(begun).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(begun).toContainText(/保留到 \d{4}年\d+月\d+日/);
  await look(page, 'begun');
  await begun.getByRole('link', { name: /^居住证申领/ }).click();
  await expect(page.getByRole('heading', { name: '办理步骤' })).toBeVisible();

  await page.getByRole('button', { name: '不办了，删除填写的内容' }).click();
  const question = page.getByRole('dialog', { name: '删除填写的内容？' });
  await look(page, 'question');
  await question.getByRole('button', { name: '不删除' }).click();
  await expect(question).toHaveCount(0);
  await applicant.givesUp('first_issue');
  await page.goto('/applications');
  await expect(page.getByText('还没有办件')).toBeVisible();
  await page.goto('/apply/first_issue/applicant');
  await expect(page.getByLabel('手机号码')).not.toHaveValue(/139\s?0013\s?9000/);
});
