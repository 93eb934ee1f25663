import { expect, test } from '../helpers/journey.js';

test('a newcomer finds out that they qualify, applies, corrects two things, and gets the permit by post', async ({
  applicant,
  officer,
  look,
}) => {
  test.setTimeout(420_000);
  const { page } = applicant;

  await test.step('the home page says what can be done', async () => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look(page, 'home');
  });

  await test.step('the self-check answers without signing in', async () => {
    await page.getByRole('link', { name: /能不能办|自查|看看/ }).first().click();
    await page.waitForURL('**/check');
    await look(page, 'check');
  });

  await test.step('signs in by the network identity and lets the records be read', async () => {
    await page.goto('/apply/first_issue');
    await expect(page.getByRole('heading', { name: '先登录，再申领' })).toBeVisible();
    await look(page, 'before-sign-in');
    await page.getByRole('link', { name: '登录并开始' }).click();
    await applicant.passTheCheck('郑小满', '网络身份认证');
    await page.waitForURL('**/apply/first_issue');
    await look(page, 'consent');
    await applicant.agreeToTheRecords();
    await look(page, 'tasks');
  });

  await test.step('checks what the records filled in', async () => {
    await applicant.openStep('联系方式');
    await expect(page.getByText(/来自/).first()).toBeVisible();
    await look(page, 'applicant');
    await applicant.goOn();
    await applicant.isOnStep('居住地址');
    await look(page, 'residence');
    await applicant.goOn();
    await applicant.isOnStep('申领条件');
    await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
    await page.getByRole('radio', { name: /^劳动合同/ }).check();
    await look(page, 'ground');
    await applicant.goOn();
  });

  await test.step('photographs the documents', async () => {
    await applicant.isOnStep('拍材料');
    await look(page, 'pictures-empty');
    await applicant.photographEverything();
    await look(page, 'pictures');
    await applicant.goOn();
  });

  await test.step('has it posted to another address', async () => {
    await applicant.isOnStep('领取方式');
    await applicant.chooseDelivery('post');
    await look(page, 'delivery');
    await applicant.goOn();
  });

  const number = await test.step('checks the answers, declares and submits', async () => {
    await applicant.isOnStep('核对并提交');
    await look(page, 'review');
    const number = await applicant.submit();
    await expect(page.getByText(number).first()).toBeVisible();
    await look(page, 'receipt');
    return number;
  });

  await test.step('the officer asks for two corrections at once', async () => {
    await page.goto(`/applications/${number}`);
    await expect(page.getByText('待受理').first()).toBeVisible();
    await look(page, 'submitted');
    await officer.opens(number);
    await look(officer.page, 'desk');
    await officer.asksToCorrect({
      本人证件照: '背景要白色，请重拍',
      详细地址: '请补上楼栋和房号',
    });
  });

  await test.step('the applicant sees it without reloading and corrects just that', async () => {
    await expect(page.getByText('补正').first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('背景要白色，请重拍')).toBeVisible();
    await look(page, 'correction-asked');
    await page.getByRole('link', { name: /补正/ }).first().click();
    await page.waitForURL('**/correct**');
    await look(page, 'correct');
  });
});
