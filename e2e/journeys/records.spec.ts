import { expect, test } from '../helpers/journey.js';

const SANDBOX = process.env.SANDBOX_URL ?? 'http://localhost:8081';

test('somebody who finds a record wrong has it checked by its keeper, and reads the answer', async ({
  applicant,
  officer,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('周立群');
  await page.goto('/me');
  await page.getByRole('link', { name: '看看各部门记录里的我' }).click();
  const insurance = page.getByRole('region', { name: '社会保险' });
  await expect(insurance.getByText(/来自市社保经办机构（演示）/)).toBeVisible();
  await expect(insurance.getByText(/共 3 个月/)).toBeVisible();
  await look(page, 'records');

  await insurance.getByText('这条记录有误').click();
  await insurance.getByRole('button', { name: '申请核对' }).click();
  await expect(insurance.getByText('请写明哪里有误，至少 5 个字')).toBeVisible();
  await expect(page.locator(':focus')).toHaveAttribute('id', 'wrong-social_insurance');
  await insurance.getByRole('textbox').fill('中断的那个月单位已经补缴，凭证在手上');
  await insurance.getByRole('button', { name: '申请核对' }).click();
  await expect(insurance.getByText('等待答复')).toBeVisible();
  await expect(insurance.getByText('这条记录有误'), 'one open request a record').toHaveCount(0);
  await look(page, 'asked');

  await test.step('the keeper of the record answers', async () => {
    const request = officer.page.getByRole('listitem').filter({ hasText: '中断的那个月单位已经补缴' });
    await expect(async () => {
      await officer.page.goto(`${SANDBOX}/exchange`);
      await expect(request).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await look(officer.page, 'exchange');
    await request.getByLabel('答复').fill('补缴的月份按规定不计入连续缴费');
    await request.getByRole('button', { name: '核对无误' }).click();
  });

  await page.reload();
  await expect(insurance.getByText('补缴的月份按规定不计入连续缴费')).toBeVisible();
  await expect(insurance.getByText('这条记录有误')).toBeVisible();
  await look(page, 'answered');
});
