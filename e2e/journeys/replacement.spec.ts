import { expect, test } from '../helpers/journey.js';

test('somebody whose card is lost is led from the endorsement to the reissue', async ({ applicant, look }) => {
  const { page } = applicant;
  await applicant.starts('endorsement', '谢云舒');
  await expect(page.getByText('您的居住证已挂失，请先办理补领')).toBeVisible();
  await expect(page.getByRole('link', { name: /^继续/ })).toHaveCount(0);
  await look(page, 'led-on');
  await page.getByRole('link', { name: '去补领居住证' }).click();
  await page.waitForURL('**/apply/reissue');
  await expect(page.getByText('现在可以补领', { exact: true })).toBeVisible();
});

test('a lost card is declared, a new one is paid for and comes by post', async ({ applicant, officer, look }) => {
  const { page } = applicant;
  await page.goto('/');
  await page.getByRole('link', { name: /^居住证丢了/ }).click();
  await expect(page.getByRole('heading', { name: '先登录，再补领' })).toBeVisible();
  const guide = page.getByRole('region', { name: '办事指南' });
  for (const words of ['声明居住证已遗失', '工本费 20 元，付给公安机关', '邮费收件时付给邮政', '第十一条']) {
    await expect(guide).toContainText(words);
  }
  await look(page, 'guide');

  await page.getByRole('link', { name: '登录并开始' }).click();
  await applicant.passTheCheck('谢云舒', '网络身份认证');
  await page.waitForURL('**/apply/reissue');
  await applicant.agreeToTheRecords();
  await expect(page.getByText(/查到您的居住证，.*状态：挂失/)).toBeVisible();
  await look(page, 'tasks');

  await page.getByRole('link', { name: '继续：遗失声明' }).click();
  await applicant.isOnStep('遗失声明');
  await applicant.goOn();
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['请填写遗失日期', '请阅读并勾选遗失声明']);
  await look(page, 'nothing-declared');
  await applicant.declaresTheLoss();
  await look(page, 'declared');
  await applicant.goOn();
  // What the records know is there already, and nothing has to be photographed.
  for (const step of ['联系方式', '居住地址']) {
    await applicant.isOnStep(step);
    await applicant.goOn();
  }
  await applicant.isOnStep('领取方式');
  await applicant.chooseDelivery('post');
  await look(page, 'delivery');
  await applicant.goOn();
  await applicant.isOnStep('核对并提交');
  for (const cost of ['工本费 20 元，付给公安机关', '邮政寄递费由您付给邮政，以邮政实际收取为准']) {
    await expect(page.getByText(cost)).toBeVisible();
  }
  await look(page, 'review');
  const number = await applicant.submit();
  const receipt = page.getByRole('main');
  for (const words of ['居住证补领', '工本费 20 元', '制作发放居住证']) await expect(receipt).toContainText(words);
  await expect(receipt).not.toContainText('旧证');
  await look(page, 'receipt');

  await officer.opens(number);
  const answers = officer.page.getByRole('region', { name: '填写的内容' });
  await expect(answers).toContainText('遗失日期');
  await expect(answers).toContainText('已声明');
  await look(officer.page, 'desk');
  for (const step of ['受理', '通过', '制证完成'] as const) await officer.does(step);
  await officer.posts(number, '收寄', '运输中', '派送中', '签收');
  await page.goto(`/applications/${number}`);
  await expect(page.getByRole('heading', { name: '居住证已签收' })).toBeVisible({ timeout: 30_000 });
  await look(page, 'delivered');
});

test('a damaged card is photographed and goes back when the new one is picked up', async ({
  applicant,
  officer,
  look,
}) => {
  const { page } = applicant;
  await page.goto('/');
  await page.getByRole('link', { name: /^居住证坏了/ }).click();
  await expect(page.getByRole('heading', { name: '先登录，再换领' })).toBeVisible();
  await expect(page.getByRole('region', { name: '办事指南' })).toContainText('交回损坏的居住证');
  await applicant.starts('exchange', '苏沐');
  await page.getByRole('link', { name: '继续：拍材料' }).click();
  await applicant.isOnStep('拍材料');
  await applicant.photographs('居住证', 'coffee');
  await expect(applicant.slot('身份证人像面')).toHaveCount(0);
  await look(page, 'pictures');
  await applicant.goOn();
  await applicant.isOnStep('领取方式');
  await expect(page.getByText('邮政送达新证时收回旧证')).toBeVisible();
  await applicant.chooseDelivery('pick_up');
  await look(page, 'delivery');
  await applicant.goOn();
  await applicant.isOnStep('核对并提交');
  const number = await applicant.submit();
  await expect(page.getByRole('main')).toContainText('领取新证时交回旧证');
  await look(page, 'receipt');

  await officer.opens(number);
  await expect(officer.page.getByRole('region', { name: '填写的内容' })).toContainText('领取新证时交回旧证');
  for (const step of ['受理', '通过', '制证完成'] as const) await officer.does(step);
  await page.goto(`/applications/${number}`);
  await expect(page.getByText('请本人带身份证领取。领取新证时交回旧证。')).toBeVisible({ timeout: 30_000 });
  await look(page, 'ready');
  await officer.does('已领取');
  await expect(page.getByRole('heading', { name: '居住证已领取' })).toBeVisible({ timeout: 60_000 });
});
