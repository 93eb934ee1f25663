import type { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';
import type { Officer } from '../helpers/officer.js';

// The grounds beside employment and dwelling, and somebody who acts for another.

/** Goes from the pictures to the officer, who takes the case up, and takes it back: others apply as the same citizen. */
async function submitsAndIsTakenUp(applicant: Applicant, officer: Officer): Promise<void> {
  const { page } = applicant;
  await applicant.goesFromThePicturesToTheReview('pick_up');
  const number = await applicant.submit();
  await page.goto(`/applications/${number}`);
  await officer.opens(number);
  await officer.does('受理');
  await expect(page.getByRole('heading', { name: /审核/ }).first()).toBeVisible({ timeout: 30_000 });
  await applicant.withdraws(number);
}

test('a student applies on the school roll, is asked for no proof of it, and gets the permit', async ({
  applicant,
  officer,
  look,
}) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await applicant.startFirstIssue('何清源');
  await applicant.openStep('联系方式');
  await look(page, 'contact-with-agent');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  await applicant.goOn();
  await applicant.isOnStep('申领条件');
  await page.getByRole('radio', { name: /^连续就读/ }).check();
  await expect(page.getByLabel('就读学校')).toHaveValue('蓉演示大学');
  await expect(page.getByText(/来自省学籍管理系统/)).toBeVisible();
  await look(page, 'ground-schooling');
  await applicant.goOn();
  await applicant.isOnStep('拍材料');
  await expect(applicant.slot('身份证人像面')).toBeVisible();
  await expect(applicant.slot('条件证明')).toHaveCount(0);
  await applicant.photographEverything();
  await applicant.goOn();
  await applicant.chooseDelivery('pick_up');
  await applicant.goOn();
  await applicant.isOnStep('核对并提交');
  await expect(page.getByText(/自2.*起在读，可以按连续就读申领/)).toBeVisible();
  const number = await applicant.submit();
  await page.goto(`/applications/${number}`);
  await officer.opens(number);
  for (const step of ['受理', '通过', '制证完成'] as const) await officer.does(step);
  await expect(page.getByRole('heading', { name: /居住证做好了，请到.*领取/ })).toBeVisible({ timeout: 30_000 });
});

test('whoever relies on a husband with a household in Chengdu finds him named, and the station takes it up', async ({
  applicant,
  officer,
  look,
}) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await applicant.startFirstIssue('徐秋月');
  await applicant.openStep('申领条件');
  await page.getByRole('radio', { name: /^直系亲属/ }).check();
  await expect(page.getByLabel('直系亲属姓名')).toHaveValue('邓文博');
  await expect(page.getByLabel('直系亲属与申请人的关系')).toHaveValue('配偶');
  await look(page, 'ground-relative');
  await applicant.goOn();
  await applicant.isOnStep('拍材料');
  await expect(applicant.slot('亲属关系证明')).toHaveCount(0);
  await submitsAndIsTakenUp(applicant, officer);
});

test('whoever has a degree proves it, and the station takes it up', async ({ applicant, officer, look }) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await applicant.startFirstIssue('周立群');
  await applicant.openStep('联系方式');
  await applicant.typesAnotherNumber('13800138000');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  await applicant.goOn();
  await applicant.isOnStep('申领条件');
  await page.getByRole('radio', { name: /^人才/ }).check();
  await page.getByRole('radio', { name: /^学历、学位证书/ }).check();
  await look(page, 'ground-talent');
  await applicant.goOn();
  await applicant.isOnStep('拍材料');
  await expect(applicant.slot('条件证明')).toBeVisible();
  await submitsAndIsTakenUp(applicant, officer);
});

test('an agent is named with number and relation, and both sides of the agent’s card are asked for', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.startFirstIssue('王海涛');
  await applicant.openStep('联系方式');
  await page.getByRole('radio', { name: /代办$/ }).check();
  await page.getByLabel('代办人姓名').fill('示例二');
  await page.getByLabel('代办人身份证号').fill('519999198506151233');
  await page.getByLabel('代办人手机号码').fill('13900139000');
  await page.getByRole('radiogroup', { name: /^代办人与申请人的关系/ }).getByRole('radio', { name: /^子女/ }).check();
  await page.getByRole('radio', { name: /^行动不便的老年人/ }).check();
  await applicant.goOn();
  await expect(page.getByText('身份证号的最后一位与前面对不上').first()).toBeVisible();
  await look(page, 'agent-with-an-error');
  await page.getByLabel('代办人身份证号').fill('519999198506151232');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  await applicant.goOn();
  await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
  await page.getByRole('radio', { name: /^劳动合同/ }).check();
  await applicant.goOn();
  await applicant.isOnStep('拍材料');
  await expect(applicant.slot('代办人身份证人像面')).toBeVisible();
  await expect(applicant.slot('代办人身份证国徽面')).toBeVisible();
});
