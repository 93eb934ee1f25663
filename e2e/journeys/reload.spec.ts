import { expect, test } from '../helpers/journey.js';

test('a reload in the middle of every step loses neither an answer nor a picture', async ({ applicant }) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await applicant.startFirstIssue('吴思远', '银行卡');

  await test.step('contact', async () => {
    await applicant.openStep('联系方式');
    await applicant.typesAnotherNumber('13800138000');
    await page.reload();
    await applicant.isOnStep('联系方式');
    await applicant.hasNumber('13800138000');
    await applicant.goOn();
  });

  await test.step('residence', async () => {
    await applicant.isOnStep('居住地址');
    await page.reload();
    await applicant.isOnStep('居住地址');
    await expect(page.getByText(/来自/).first()).toBeVisible();
    await applicant.goOn();
  });

  await test.step('ground', async () => {
    await applicant.isOnStep('申领条件');
    await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
    await page.getByRole('radio', { name: /^劳动合同/ }).check();
    await applicant.isKept();
    await page.reload();
    await expect(page.getByRole('radio', { name: /^劳动合同/ })).toBeChecked();
    await applicant.goOn();
  });

  await test.step('pictures', async () => {
    await applicant.isOnStep('拍材料');
    await applicant.photographs('身份证人像面', 'astronaut');
    await page.reload();
    await applicant.isOnStep('拍材料');
    await expect(applicant.slot('身份证人像面').getByRole('img')).toBeVisible();
    await applicant.photographEverything();
    await applicant.goOn();
  });

  await test.step('delivery', async () => {
    await applicant.isOnStep('领取方式');
    await applicant.chooseDelivery('post');
    await applicant.isKept();
    await page.reload();
    await applicant.hasAddress('收件地址', ['四川省', '绵阳市', '涪城区'], '演示街8号');
    await applicant.goOn();
  });

  await test.step('review', async () => {
    await applicant.isOnStep('核对并提交');
    await page.getByRole('checkbox', { name: /我声明/ }).check();
    await applicant.isKept();
    await page.reload();
    await expect(page.getByRole('checkbox', { name: /我声明/ })).toBeChecked();
  });
});
