import { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';

test('what is filled in on a computer is photographed with the phone, and the pictures arrive by themselves', async ({
  applicant,
  browser,
  look,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
  const computer = new Applicant(await context.newPage());
  await computer.startFirstIssue('吴思远');
  // What other journeys have left there would be no proof.
  await computer.givesUp('first_issue');
  await computer.reachesThePictures();
  await computer.page.getByRole('button', { name: '用手机拍照' }).click();
  await expect(computer.page.getByRole('img', { name: '打开这一步的二维码' })).toBeVisible();
  await look(computer.page, 'code');
  const address = await computer.page.getByText(/^https?:\/\/.*\/apply\/first_issue\/pictures$/).innerText();

  const { page } = applicant;
  await page.goto(address);
  await page.getByRole('link', { name: '登录并开始' }).click();
  await applicant.passTheCheck('吴思远', '网络身份认证');
  await applicant.isOnStep('拍材料');
  await expect(page.getByRole('button', { name: '用手机拍照' }), 'a phone needs no code').toBeHidden();
  await applicant.photographs('本人证件照', 'astronaut');

  const arrived = computer.slot('本人证件照').getByText('已上传');
  await expect(arrived).toBeVisible({ timeout: 60_000 });
  await look(computer.page, 'arrived');
  await computer.page.getByRole('button', { name: '收起二维码' }).click();
  await expect(computer.page.getByRole('button', { name: '用手机拍照' })).toBeVisible();
  await computer.givesUp('first_issue');
  await context.close();
});
