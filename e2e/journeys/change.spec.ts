import { expect, test } from '../helpers/journey.js';

const OLD = '演示路49号锦江里4栋1单元202室';

test('whoever has moved changes the address on the permit, and the station of the new street decides', async ({
  applicant,
  officer,
  look,
}) => {
  const { page } = applicant;
  await page.goto('/');
  await page.getByRole('link', { name: /^信息变更/ }).click();
  await expect(page.getByRole('heading', { name: '先登录，再变更' })).toBeVisible();
  const guide = page.getByRole('region', { name: '办事指南' });
  for (const words of ['登记事项有变动', '不收费', '需要时换发新证', '第四条']) await expect(guide).toContainText(words);
  await look(page, 'guide');

  await page.getByRole('link', { name: '登录并开始' }).click();
  await applicant.passTheCheck('柳文静', '网络身份认证');
  await page.waitForURL('**/apply/change_of_details');
  await applicant.agreeToTheRecords();
  await look(page, 'tasks');
  await page.getByRole('link', { name: '继续：变更事项' }).click();
  await applicant.isOnStep('变更事项');
  await applicant.goOn();
  await expect(page.getByRole('alert').getByRole('link')).toHaveText(['请选择变更事项']);
  await look(page, 'nothing-chosen');
  await applicant.changes('居住地址');
  await expect(page.getByText('会换发新证，不收费。')).toBeVisible();
  await look(page, 'chosen');
  await applicant.goOn();
  await applicant.isOnStep('联系方式');
  await applicant.goOn();

  await applicant.isOnStep('居住地址');
  await expect(page.getByText(`现在登记的：${OLD}`)).toBeVisible();
  await expect(page.getByText('搬家以后，由现在住处的桂溪派出所办理')).toBeVisible();
  await look(page, 'residence');
  // Another flat than the one whose lease is filed has to be proved.
  const address = page.getByRole('textbox', { name: /详细地址/ });
  await page.getByRole('button', { name: '信息有误' }).nth(1).click();
  await address.fill('演示路51号蓉苑8栋2单元1902室');
  await applicant.goOn();
  await applicant.isOnStep('拍材料');
  await expect(applicant.slot('住址证明')).toBeVisible();
  await page.goto('/apply/change_of_details/residence');
  await address.fill('演示路51号蓉苑8栋2单元1901室');
  await applicant.goOn();
  await applicant.isOnStep('领取方式');
  await applicant.chooseDelivery('pick_up');
  await applicant.goOn();
  await applicant.isOnStep('核对并提交');
  await expect(page.getByText(`原来：${OLD}`)).toBeVisible();
  await look(page, 'review');
  await expect(page.getByRole('button', { name: '提交给桂溪派出所' })).toBeVisible();
  const number = await applicant.submit();
  await look(page, 'receipt');

  await officer.opens(number);
  await expect(officer.page.getByRole('region', { name: '填写的内容' })).toContainText(`原来：${OLD}`);
  await look(officer.page, 'desk');
  for (const step of ['受理', '通过', '制证完成', '已领取'] as const) await officer.does(step);
  await page.goto(`/applications/${number}`);
  await expect(page.getByRole('heading', { name: '居住证已领取' })).toBeVisible({ timeout: 30_000 });
});

test('a new mobile number is asked for, and needs neither a card nor a picture', async ({ applicant, officer, look }) => {
  const { page } = applicant;
  await applicant.starts('change_of_details', '苏沐');
  await page.getByRole('link', { name: '继续：变更事项' }).click();
  await applicant.changes('手机号码');
  await expect(page.getByText('只改登记，居住证照常使用，不用换证。')).toBeVisible();
  await applicant.goOn();

  await applicant.isOnStep('联系方式');
  const number = page.getByLabel('手机号码');
  await expect(number).toHaveValue('');
  await number.fill('15400000020');
  await applicant.goOn();
  await expect(page.getByRole('alert').getByRole('link')).toHaveText([/^手机号码和现在登记的一样/]);
  await look(page, 'unchanged');
  await number.fill('15400000099');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  await applicant.goOn();
  await applicant.isOnStep('核对并提交');
  await expect(page.getByText('原来：15400000020')).toBeVisible();
  const submitted = await applicant.submit();
  await expect(page.getByRole('main')).toContainText('不用换证');
  await expect(page.getByRole('main')).not.toContainText('领取方式');

  await officer.opens(submitted);
  await officer.does('受理');
  await officer.does('通过');
  await page.goto(`/applications/${submitted}`);
  await expect(page.getByRole('heading', { name: '信息变更已办好' })).toBeVisible({ timeout: 30_000 });
  await look(page, 'done');
});
