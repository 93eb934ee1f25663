import { expect, test } from '../helpers/journey.js';

test('somebody whose records are complete has the permit endorsed in three taps, and no card is made', async ({
  applicant,
  officer,
  look,
}) => {
  const { page } = applicant;
  await page.goto('/');
  await page.getByRole('link', { name: /^签注/ }).click();
  await expect(page.getByRole('heading', { name: '先登录，再签注' })).toBeVisible();
  const guide = page.getByRole('region', { name: '办事指南' });
  await expect(guide).toContainText('居住证暂行条例》第十条');
  await expect(guide).toContainText('不收费');
  await expect(guide).toContainText('住址证明：任选一样');
  await look(page, 'guide');

  await page.getByRole('link', { name: '登录并开始' }).click();
  await applicant.passTheCheck('唐可心', '网络身份认证');
  await page.waitForURL('**/apply/endorsement');
  await applicant.agreeToTheRecords();
  await expect(page.getByText('现在可以签注', { exact: true })).toBeVisible();
  await look(page, 'tasks');

  // The three taps: on, declare, submit.
  await page.getByRole('link', { name: '继续：核对并提交' }).click();
  await applicant.isOnStep('核对并提交');
  await look(page, 'review');
  const number = await applicant.submit();
  const receipt = page.getByRole('main');
  await expect(receipt).toContainText('居住证签注');
  await expect(receipt).toContainText('不收费');
  await expect(receipt).not.toContainText('领取方式');
  await look(page, 'receipt');

  await officer.opens(number);
  await officer.does('受理');
  await officer.does('通过');
  await expect(officer.page.getByText('已了结，没有要办的了')).toBeVisible();
  await look(officer.page, 'desk');

  await page.goto(`/applications/${number}`);
  await expect(page.getByRole('heading', { name: '签注已办好' })).toBeVisible();
  const status = page.getByRole('main');
  await expect(status).toContainText('不用换证');
  await expect(status).not.toContainText('制证');
  await look(page, 'done');
});

test('somebody two months late reads what was lost and makes it up', async ({ applicant, officer, look }) => {
  const { page } = applicant;
  await applicant.starts('endorsement', '邹明远');
  await expect(page.getByText('现在可以签注', { exact: true })).toBeVisible();
  await expect(page.getByText(/中止使用，已有 \d+ 天/).first()).toBeVisible();
  await look(page, 'late');
  await page.getByRole('link', { name: '继续：核对并提交' }).click();
  await applicant.isOnStep('核对并提交');
  const number = await applicant.submit();
  await officer.opens(number);
  await officer.asksToCorrect({ 详细地址: '请补上单元和房号' });

  await expect(async () => {
    await page.goto(`/applications/${number}`);
    await expect(page.getByRole('heading', { name: '请补正 1 项内容' })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole('link', { name: '去补正' }).click();
  await page.getByRole('link', { name: '详细地址' }).click();
  await page.getByRole('textbox', { name: /详细地址/ }).fill('演示路43号青云里7栋1单元504室');
  await applicant.goOn();
  // Another flat than the one on record: now its proof is asked for.
  await applicant.photographs('住址证明', 'coffee');
  await look(page, 'proof-asked-for');
  await applicant.goOn();
  await page.getByRole('button', { name: /^提交补正给/ }).click();
  await expect(page.getByRole('heading', { name: /等.*受理/ })).toBeVisible({ timeout: 30_000 });
});

test('somebody too early reads from which day it can be done, and nothing is sent', async ({ applicant, look }) => {
  const { page } = applicant;
  const sent: string[] = [];
  page.on('request', (request) => {
    const submits = request.method() === 'POST' && new URL(request.url()).pathname === '/api/applications';
    if (submits) sent.push(request.url());
  });
  await applicant.starts('endorsement', '苏沐');
  await expect(page.getByText('还不能签注').first()).toBeVisible();
  await expect(page.getByText(/\d{4}年\d+月\d+日（星期.）起可以签注/).first()).toBeVisible();
  await look(page, 'early');
  await page.getByRole('link', { name: '继续：核对并提交' }).click();
  await page.getByRole('checkbox', { name: /我声明/ }).check();
  await page.getByRole('button', { name: /^提交给/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: '现在还不能提交' })).toBeVisible();
  expect(sent).toEqual([]);
});

test('whoever keeps the records closed photographs the cards and the proof of the address', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.signsInTo('endorsement', '谢云舒');
  await applicant.refuseTheRecords();
  await page.getByRole('link', { name: '联系方式' }).first().click();
  await applicant.isOnStep('联系方式');
  await applicant.typesAnotherNumber('13800138000');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  await page.getByLabel('区（市）县').selectOption({ label: '成华区' });
  await page.getByLabel('居住地街道').selectOption({ index: 1 });
  await page.getByRole('textbox', { name: /详细地址/ }).fill('演示路47号杉板桥苑6栋1单元904室');
  await page.getByRole('radio', { name: /^租房（未备案）/ }).check();
  await applicant.goOn();
  await applicant.isOnStep('拍材料');
  for (const item of ['身份证人像面', '身份证国徽面', '居住证', '住址证明']) {
    await expect(applicant.slot(item)).toBeVisible();
  }
  await expect(applicant.slot('本人证件照')).toHaveCount(0);
  await look(page, 'pictures-by-hand');
});
