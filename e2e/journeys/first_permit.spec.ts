import { readFile } from 'node:fs/promises';
import { Applicant } from '../helpers/applicant.js';
import { expect, test } from '../helpers/journey.js';

test('a newcomer finds out that they qualify, applies, corrects two things, and gets the permit by post', async ({
  applicant,
  officer,
  browser,
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
    await expect(page.getByRole('button', { name: '同意并读取' })).toBeVisible();
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
    await applicant.looksAtLarge('身份证人像面');
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

  await test.step('the receipt is kept as a file, and whoever is shown it finds out that it is genuine', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存回执（PDF）' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`${number}.pdf`);
    expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');

    const code = await page.getByRole('main').getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/).innerText();
    const context = await browser.newContext({ locale: 'zh-CN' });
    const shown = await context.newPage();
    await shown.goto(`${new URL(page.url()).origin}/verify`);
    const verifies = async (typed: string) => {
      await shown.getByLabel('查验码').fill(typed);
      await shown.getByRole('button', { name: '查验', exact: true }).click();
    };
    await shown.getByLabel('办件编号').fill(number);
    await verifies('00000-00000');
    await expect(shown.getByText('对不上', { exact: true })).toBeVisible();
    await look(shown, 'verify-another-code');
    await verifies(code.toLowerCase().replace('-', ' '));
    await expect(shown.getByText('回执是真的')).toBeVisible();
    await expect(shown.getByRole('main')).toContainText('郑**');
    await expect(shown.getByRole('main')).not.toContainText('郑小满');
    await look(shown, 'verify-genuine');
    await context.close();
  });

  await test.step('the officer asks for two corrections at once', async () => {
    await page.goto(`/applications/${number}`);
    await expect(page.getByRole('heading', { name: /等.*受理/ })).toBeVisible();
    await look(page, 'submitted');
    await officer.opens(number);
    await look(officer.page, 'desk');
    await officer.asksToCorrect({
      本人证件照: '背景要白色，请重拍',
      详细地址: '请补上楼栋和房号',
    });
  });

  await test.step('the applicant sees it without reloading and corrects just that', async () => {
    await expect(page.getByRole('heading', { name: '请补正 2 项内容' })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText('背景要白色，请重拍')).toBeVisible();
    await look(page, 'correction-asked');
    await page.getByRole('link', { name: '去补正' }).click();
    await expect(page.getByRole('heading', { name: '按派出所的要求补正' })).toBeVisible();
    await look(page, 'correct');

    await page.getByRole('link', { name: '详细地址' }).click();
    await expect(page.getByText('请补上楼栋和房号')).toBeVisible();
    // What nobody asked for stays closed.
    await expect(page.getByLabel('住房类型')).toHaveCount(0);
    await page.getByRole('textbox', { name: /详细地址/ }).fill('演示路9号蜀园3栋2单元702室');
    await look(page, 'correct-address');
    await applicant.goOn();

    await applicant.retakes('本人证件照', 'rocket');
    await look(page, 'correct-pictures');
    await applicant.goOn();
    await expect(page.getByRole('heading', { name: '核对补正的内容' })).toBeVisible();
    await look(page, 'correct-review');
    await page.getByRole('button', { name: /^提交补正给/ }).click();
    await expect(page.getByRole('heading', { name: /等.*受理/ })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the officers accept, approve and make the card', async () => {
    await expect(async () => {
      await officer.opens(number);
      await expect(officer.page.getByText('演示路9号蜀园3栋2单元702室')).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await officer.does('受理');
    await page.goto(`/applications/${number}`);
    await expect(page.getByRole('heading', { name: /正在审核/ })).toBeVisible({ timeout: 30_000 });
    await look(page, 'under-review');
    await officer.does('通过');
    await expect(page.getByRole('heading', { name: '审核通过，正在制证' })).toBeVisible({ timeout: 30_000 });
    await officer.does('制证完成');
    await expect(page.getByRole('heading', { name: '居住证做好了，等邮政收寄' })).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the post brings it', async () => {
    await officer.posts(number, '收寄', '运输中', '派送中');
    await expect(page.getByRole('heading', { name: '居住证正在寄递' })).toBeVisible({ timeout: 30_000 });
    await officer.posts(number, '签收');
    await expect(page.getByRole('heading', { name: '居住证已签收' })).toBeVisible({ timeout: 30_000 });
    await look(page, 'delivered');
    await page.goto('/applications');
    await expect(page.getByText(number)).toBeVisible();
    await look(page, 'applications');
  });
});

test('an applicant by dwelling picks the permit up at the station', async ({
  applicant,
  officer,
  look,
}) => {
  test.setTimeout(300_000);
  const { page } = applicant;
  await applicant.startFirstIssue('何建平', '人脸识别');
  await applicant.openStep('联系方式');
  await applicant.goOn();
  await applicant.isOnStep('居住地址');
  await applicant.goOn();
  await applicant.isOnStep('申领条件');
  await page.getByRole('radio', { name: /^合法稳定住所/ }).check();
  await applicant.goOn();
  await applicant.isOnStep('拍材料');
  // The filed lease is on record: no proof of the address is asked for.
  await expect(page.getByText('不用拍住址证明')).toBeVisible();
  await expect(applicant.slot('住址证明')).toHaveCount(0);
  await applicant.photographEverything();
  await applicant.goOn();
  await applicant.isOnStep('领取方式');
  await applicant.chooseDelivery('pick_up');
  await applicant.goOn();
  await applicant.isOnStep('核对并提交');
  const number = await applicant.submit();
  await page.goto(`/applications/${number}`);
  await officer.opens(number);
  for (const step of ['受理', '通过', '制证完成'] as const) await officer.does(step);
  await expect(page.getByRole('heading', { name: /居住证做好了，请到.*领取/ })).toBeVisible({ timeout: 30_000 });
  await look(page, 'pick-up');
  await officer.does('已领取');
  await expect(page.getByRole('heading', { name: '居住证已领取' })).toBeVisible({ timeout: 30_000 });
});

test('an applicant takes the application back while nothing is decided', async ({ applicant, officer, look }) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await applicant.startFirstIssue('林晓岚', '银行卡');
  await applicant.fillFirstIssue('pick_up');
  const number = await applicant.submit();
  await page.goto(`/applications/${number}`);
  await page.getByRole('button', { name: '撤回申请' }).click();
  const dialog = page.getByRole('dialog', { name: '撤回这次申请？' });
  await expect(dialog).toBeVisible();
  await look(page, 'withdrawal');
  await dialog.getByRole('button', { name: '撤回申请' }).click();
  await expect(page.getByRole('heading', { name: '您撤回了这次申请' })).toBeVisible();
  await officer.opens(number);
  await expect(officer.page.getByText('已撤回').first()).toBeVisible();

  // Beginning again, nobody has to photograph anew what still holds.
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/api/pictures/')) sent.push(request.url());
  });
  await applicant.reachesThePictures();
  const portrait = applicant.slot('本人证件照');
  await expect(portrait.getByText(/您在 \d{4}年\d+月\d+日（星期.）交过这样材料/)).toBeVisible();
  await look(page, 'handed-in-before');
  for (const item of ['身份证人像面', '身份证国徽面', '本人证件照']) {
    await applicant.slot(item).getByRole('button', { name: '没有变化，用上次交的' }).click();
    await expect(applicant.slot(item).getByText('已上传')).toBeVisible();
  }
  await look(page, 'used-again');
  await page.reload();
  await expect(portrait.getByText('已上传')).toBeVisible();
  await expect(portrait.getByRole('button', { name: '没有变化，用上次交的' })).toHaveCount(0);
  expect(sent, 'the server has them already').toEqual([]);
  await applicant.givesUp('first_issue');
});

test('a case is found by its owner alone', async ({ applicant, browser }) => {
  test.setTimeout(240_000);
  const { page } = applicant;
  await applicant.startFirstIssue('古丽娜尔', '窗口核验');
  await applicant.fillFirstIssue('pick_up');
  const number = await applicant.submit();
  const context = await browser.newContext({ locale: 'zh-CN' });
  const stranger = new Applicant(await context.newPage());
  await stranger.startFirstIssue('冯');
  await stranger.page.goto(`${new URL(page.url()).origin}/applications/${number}`);
  await expect(stranger.page.getByText('没有找到').first()).toBeVisible();
  await context.close();
});
