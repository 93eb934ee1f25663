import { readFile } from 'node:fs/promises';
import { expect, test } from '../helpers/journey.js';

test('somebody who has not lived here for half a year sees from which day they can apply, on a calendar to keep', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await page.goto('/');
  await page.getByRole('link', { name: /^我的居住登记和日子/ }).click();
  await page.getByRole('link', { name: '去登录' }).click();
  await applicant.passTheCheck('赵一鸣', '网络身份认证');
  await page.waitForURL('**/residence');
  const notYet = page.getByText('还没满半年');
  const tick = page.getByRole('checkbox', { name: /我同意读取以上记录/ });
  // A consent given before stands, and is not asked for again.
  await expect(tick.or(notYet)).toBeVisible();
  if (await tick.isVisible()) {
    await tick.check();
    await page.getByRole('button', { name: '同意并读取' }).click();
  }
  await expect(notYet).toBeVisible();
  const headline = await page.getByText(/起居住满半年$/).innerText();
  const [, year, month, day] = headline.match(/(\d+)年(\d+)月(\d+)日/) ?? [];
  const days = page.getByRole('region', { name: '要记住的日子' });
  await expect(days.getByText('满半年之前').first()).toBeVisible();
  await expect(days.getByText(`${year}年${month}月`, { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: '登记记录' })).toContainText('算在内');
  await look(page, 'not-yet');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '存进手机日历' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  const pad = (part: string | undefined) => (part ?? '').padStart(2, '0');
  expect(file).toContain(`DTSTART;VALUE=DATE:${year}${pad(month)}${pad(day)}`);
});

test('a permit holder sees when it is to be endorsed and goes there, and reads of days that have passed', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.starts('endorsement', '邹明远');
  await page.goto('/residence');
  await expect(page.getByText('签注过期了')).toBeVisible();
  await look(page, 'late');
  await page.getByRole('link', { name: '去签注' }).click();
  await expect(page.getByText('现在可以签注', { exact: true })).toBeVisible();
});

test('who keeps the records to themselves is told what they miss, and nothing is read', async ({ applicant, look }) => {
  const { page } = applicant;
  await applicant.startFirstIssue('赵一鸣');
  await page.goto('/me');
  const records = page.getByRole('article').filter({ hasText: '读取政务记录' });
  await records.getByRole('button', { name: '撤回同意' }).click();
  await page.getByRole('dialog', { name: '撤回这项同意？' }).getByRole('button', { name: '撤回同意' }).click();
  await expect(records).toHaveCount(0);
  await page.goto('/residence');
  await expect(page.getByText('不同意就看不到这里的记录，别的照样能办')).toBeVisible();
  await page.getByRole('button', { name: '同意并读取' }).click();
  await expect(page.getByText('请先勾选同意')).toBeVisible();
  await look(page, 'consent');
  await expect(page.getByRole('region', { name: '登记记录' })).toHaveCount(0);
});

test.describe('in WeChat', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 MicroMessenger/8.0.47' });

  test('nothing is offered to download, since WeChat keeps no files', async ({ applicant }) => {
    const { page } = applicant;
    await applicant.startFirstIssue('赵一鸣');
    await page.goto('/residence');
    await expect(page.getByRole('region', { name: '要记住的日子' })).toBeVisible();
    await expect(page.getByRole('button', { name: '存进手机日历' })).toHaveCount(0);
  });
});
