import { expect, test } from '../helpers/journey.js';

test('the form goes on while the API is down, and submits once it is back', async ({ applicant }) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await applicant.startFirstIssue('王海涛', '窗口核验');
  await applicant.openStep('申领条件');

  await test.step('the API stops answering: typing and photographing go on', async () => {
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
    await page.getByRole('radio', { name: /^劳动合同/ }).check();
    await expect(page.getByText(/已保存在本机/)).toBeVisible();
    await expect(page.getByText('服务暂时连不上').first()).toBeVisible({ timeout: 30_000 });
    await applicant.goOn();
    await applicant.isOnStep('拍材料');
    await applicant.chooses('身份证人像面', 'astronaut');
    await expect(applicant.slot('身份证人像面').getByText('已存在本机，等待上传')).toBeVisible({ timeout: 60_000 });
  });

  await test.step('it is back: what waited is sent by itself', async () => {
    await page.unroute('**/api/**');
    await expect(applicant.slot('身份证人像面').getByText('已上传')).toBeVisible({ timeout: 90_000 });
    await applicant.photographEverything();
    await applicant.goOn();
    await applicant.isOnStep('领取方式');
    await applicant.chooseDelivery('pick_up');
    await applicant.goOn();
    await applicant.isOnStep('核对并提交');
  });

  await test.step('the answer to the submission is lost: pressing again does not submit twice', async () => {
    let first = true;
    await page.route('**/api/applications', async (route) => {
      if (route.request().method() !== 'POST' || !first) return route.fallback();
      first = false;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.getByRole('checkbox', { name: /我声明/ }).check();
    const submit = page.getByRole('button', { name: /^提交给/ });
    await submit.click();
    await expect(async () => {
      if (!page.url().includes('/receipt')) await submit.click({ timeout: 2_000 });
      expect(page.url()).toContain('/receipt');
    }).toPass({ timeout: 60_000 });
    await page.goto('/applications');
    await expect(page.getByRole('link', { name: /CDJZ-/ })).toHaveCount(1);
  });
});
