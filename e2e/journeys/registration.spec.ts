import { expect, test } from '../helpers/journey.js';

test('somebody new in the city registers from the phone, and half a year is counted from that day', async ({
  applicant,
  officer,
  look,
}) => {
  const { page } = applicant;
  await page.goto('/');
  await page.getByRole('link', { name: /^办理居住登记/ }).click();
  await expect(page.getByRole('heading', { name: '先登录，再办理居住登记' })).toBeVisible();
  const guide = page.getByRole('region', { name: '办事指南' });
  for (const words of ['在成都居住并有住址证明', '不收费', '居住登记凭证', '四川省流动人口信息登记办法']) {
    await expect(guide).toContainText(words);
  }
  await look(page, 'guide');

  await page.getByRole('link', { name: '登录并开始' }).click();
  await applicant.passTheCheck('刘子墨', '网络身份认证');
  await page.waitForURL('**/apply/registration');
  await applicant.agreeToTheRecords();
  await expect(page.getByText('现在可以办理居住登记', { exact: true })).toBeVisible();
  await expect(page.getByText(/今天申报的，审核通过后居住时间从.*算起，.*满半年/)).toBeVisible();
  await look(page, 'tasks');
  // The mobile number is known from the sign-in.
  await page.getByRole('link', { name: '继续：居住地址' }).click();
  await applicant.isOnStep('居住地址');
  await page.getByLabel('区（市）县').selectOption({ label: '武侯区' });
  await page.getByLabel('居住地街道').selectOption({ label: '桂溪街道' });
  await page.getByLabel('详细地址').fill('演示路92号蓉苑6栋2单元802室');
  await page.getByRole('radio', { name: /^租房（未备案）/ }).check();
  // In a window as high as the page, no bar covers half of a button, which is none too small.
  await page.setViewportSize({ width: 360, height: 1800 });
  await look(page, 'address');
  await page.setViewportSize({ width: 360, height: 780 });
  await applicant.goOn();
  await applicant.isOnStep('拍材料');
  await applicant.photographs('身份证人像面', 'astronaut');
  await applicant.photographs('身份证国徽面', 'coffee');
  await applicant.photographs('住址证明', 'coffee');
  await applicant.goOn();
  await applicant.isOnStep('核对并提交');
  await expect(page.getByText('骗领居住证')).toHaveCount(0);
  await look(page, 'review');
  const number = await applicant.submit();
  await expect(page.getByRole('main')).toContainText('通过后，居住时间从提交那天算起');
  await expect(page.getByRole('main')).not.toContainText('居住证居住登记');
  await look(page, 'receipt');

  // Nothing counts before the station has approved it.
  await page.goto('/residence');
  await expect(page.getByText('现在没有有效的居住登记')).toBeVisible();
  await look(page, 'not-yet-approved');
  await officer.opens(number);
  await look(officer.page, 'desk');
  for (const step of ['受理', '通过'] as const) await officer.does(step);
  await page.goto(`/applications/${number}`);
  await expect(page.getByRole('heading', { name: '居住登记已办好' })).toBeVisible({ timeout: 30_000 });
  await look(page, 'done');

  await page.getByRole('link', { name: '看我的居住登记' }).click();
  await expect(page.getByText('还没满半年', { exact: true })).toBeVisible();
  await expect(page.getByText(/起居住满半年$/)).toBeVisible();
  await expect(page.getByRole('region', { name: '登记记录' })).toContainText('演示路92号蓉苑6栋2单元802室');
  await look(page, 'registered');

  // The same address again would change nothing, and is told so before anything is sent.
  await page.getByRole('link', { name: '搬了家，登记新住址' }).click();
  await expect(page.getByText(/您自.*起的居住登记有效/)).toBeVisible();
  await page.getByRole('link', { name: '居住地址' }).first().click();
  await applicant.isOnStep('居住地址');
  await expect(page.getByText(/^现在登记的住址：演示路92号/)).toBeVisible();
  await page.getByLabel('区（市）县').selectOption({ label: '武侯区' });
  await page.getByLabel('居住地街道').selectOption({ label: '桂溪街道' });
  await page.getByLabel('详细地址').fill('演示路92号蓉苑6-2-802');
  await page.getByRole('radio', { name: /^租房（未备案）/ }).check();
  await applicant.goOn();
  await expect(page.getByRole('alert').getByRole('link', { name: /您在这个地址的居住登记从.*起一直有效/ })).toBeVisible();
  await look(page, 'nothing-to-register');
});

test('somebody whose registration has ended is led to renew it, with one tap for the address', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('陈雨桐');
  await expect(page.getByText(/您的居住登记已于.*注销或到期/)).toBeVisible();
  await look(page, 'led-on');
  await page.getByRole('link', { name: '去办理居住登记' }).click();
  await page.waitForURL('**/apply/registration');
  await page.getByRole('link', { name: '居住地址' }).first().click();
  await applicant.isOnStep('居住地址');
  await page.getByRole('button', { name: '还住在这里，填入这个地址' }).click();
  await expect(page.getByLabel('详细地址')).toHaveValue('演示路70号桂湖家园1栋303室');
  await expect(page.getByText('申请由新都派出所办理')).toBeVisible();
  await look(page, 'renewed');
  await applicant.goOn();
  await applicant.isOnStep('拍材料');
});
