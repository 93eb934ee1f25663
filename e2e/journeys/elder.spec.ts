import { type Page } from '@playwright/test';
import { isAccessible, fitsTheWindow } from '../helpers/accessible.js';
import { isLargeEnough } from '../helpers/elder.js';
import { expect, test } from '../helpers/journey.js';

/** Looks at a screen as an elderly applicant sees it. */
async function sees(page: Page, what: string): Promise<void> {
  await isLargeEnough(page, what);
  await fitsTheWindow(page, what);
  await isAccessible(page, what);
}

test('in elder mode a permit is applied for one question at a time, with large words all the way', async ({
  applicant,
}) => {
  test.setTimeout(420_000);
  const { page } = applicant;
  const asks = (question: string) => expect(page.locator('#app').getByRole('heading', { level: 1, name: question })).toBeVisible();
  const goOn = () => page.getByRole('button', { name: /^(继续|保存并继续)$/ }).click();

  await test.step('elder mode is one tap from home and is remembered', async () => {
    await page.goto('/');
    await page.locator('#app').getByRole('switch', { name: '大字版' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-elder', 'large');
    await page.reload();
    await expect(page.locator('#app').getByRole('switch', { name: '大字版' })).toBeChecked();
    await sees(page, 'home');
    for (const address of ['/help', '/display', '/sign-in']) {
      await page.goto(address);
      await expect(page.locator('#app').getByRole('heading', { level: 1 })).toBeVisible();
      await sees(page, address);
    }
  });

  await test.step('the self-check asks one question a screen, and the way back leads to the one before', async () => {
    await page.goto('/check');
    const next = (button: string | RegExp = '继续') => page.getByRole('button', { name: button }).click();
    await asks('在成都办过居住登记吗？');
    await expect(page.getByRole('radiogroup')).toHaveCount(1);
    await next();
    await expect(page.getByRole('alert').getByRole('link')).toHaveText(['请选择有没有办过居住登记']);
    await sees(page, 'check, an error');
    await page.getByRole('radio', { name: '办过，现在还有效' }).check();
    await next();
    await asks('哪一天登记的？');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    // What was not asked yet is not said to be missing.
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
    await sees(page, 'check, a date');
    await page.locator('#registered-on').fill('2020-01-15');
    await next();
    await asks('按哪一项条件申领？');
    await page.goBack();
    await asks('哪一天登记的？');
    await next();
    await page.getByRole('radio', { name: /^合法稳定住所/ }).check();
    await next();
    await asks('现在住的是哪一种房子？');
    await page.getByRole('button', { name: '上一题' }).click();
    await asks('按哪一项条件申领？');
    await next();
    await page.getByRole('radio').first().check();
    await sees(page, 'check, the last question');
    await next('看看能不能申领');
    await asks('自查结果');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await sees(page, 'check, the answer');
    await page.goBack();
    await asks('现在住的是哪一种房子？');
    await page.goForward();
    await asks('自查结果');
    await page.getByRole('button', { name: '修改回答' }).click();
    await asks('在成都办过居住登记吗？');
    await page.goto('/check#address');
    await page.reload();
    await asks('现在住的是哪一种房子？');
    await expect(page.getByRole('radio').first(), 'a reload forgets nothing').toBeChecked();
    // Whoever opens a later question before the others is led back to what is missing.
    await page.evaluate(() => sessionStorage.clear());
    await page.goto('/check#ground');
    await page.reload();
    await asks('按哪一项条件申领？');
    await page.getByRole('radio', { name: /^连续就读/ }).check();
    await next('看看能不能申领');
    await asks('在成都办过居住登记吗？');
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  });

  await test.step('signs in', async () => {
    await page.goto('/apply/first_issue');
    await expect(page.getByRole('link', { name: '登录并开始' })).toBeVisible();
    await sees(page, 'before the sign-in');
    await applicant.startFirstIssue('鲁春来');
    await sees(page, 'task list');
  });

  await test.step('every answer has a screen, and the way back leads to the one before', async () => {
    await page.goto('/apply/first_issue/applicant');
    for (const question of ['用哪个手机号码联系您？', '您的户籍地址是哪里？', '由谁来办？']) {
      await asks(question);
      await sees(page, question);
      await goOn();
    }
    await asks('您住在哪个街道或镇？');
    await goOn();
    await asks('您住的详细地址是什么？');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.getByRole('button', { name: '上一题' }).click();
    await asks('您住在哪个街道或镇？');
    await page.goForward().catch(() => undefined);
    await page.goto('/apply/first_issue/residence#address_kind');
    await asks('您住的是哪一种房子？');
    await sees(page, 'the kind of dwelling');
    await goOn();
  });

  await test.step('what is missing keeps one at its question', async () => {
    await asks('您按哪个条件申领？');
    await expect(page.getByRole('radio', { name: /^连续就读/ }), 'as it was said in the self-check').toBeChecked();
    await page.getByRole('radio', { name: /^合法稳定就业/ }).check();
    await goOn();
    await asks('您用什么证明在工作？');
    await goOn();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await asks('您用什么证明在工作？');
    await sees(page, 'an error');
    await page.getByRole('radio', { name: /^劳动合同/ }).check();
    await goOn();
    await asks('您在哪个单位工作？');
    await goOn();
    await asks('您知道单位的统一社会信用代码吗？');
    await goOn();
  });

  await test.step('photographs one document after the other', async () => {
    await asks('请拍：身份证人像面');
    const count = Number(/第 1 题，共 (\d) 题/.exec(await page.locator('.progress-words').innerText())?.[1]);
    expect(count).toBeGreaterThanOrEqual(3);
    for (let nth = 1; nth <= count; nth += 1) {
      await expect(page.getByText(`第 ${nth} 题，共 ${count} 题`)).toBeVisible();
      const heading = await page.locator('#app').getByRole('heading', { level: 1 }).innerText();
      const item = heading.replace('请拍：', '');
      const name = item.includes('照') || item.includes('人像') ? 'astronaut' : 'coffee';
      await sees(page, `${item}, empty`);
      await applicant.photographs(item, name);
      await sees(page, item);
      await goOn();
    }
  });

  await test.step('picks it up at the station', async () => {
    await asks('办好的居住证怎么给您？');
    await applicant.chooseDelivery('pick_up');
    await sees(page, 'delivery');
    await goOn();
    await asks('您到哪个派出所领取？');
    await sees(page, 'station');
    await goOn();
  });

  await test.step('changes one answer from the review and is back there', async () => {
    await applicant.isOnStep('核对并提交');
    await sees(page, 'review');
    await page.goto('/apply/first_issue/applicant?return=review#household_address');
    await asks('您的户籍地址是哪里？');
    await page.getByRole('button', { name: '保存并回到核对' }).click();
    await applicant.isOnStep('核对并提交');
  });

  const number = await test.step('submits', async () => applicant.submit());
  await expect(page.locator('#app .skeleton')).toHaveCount(0);
  await sees(page, 'receipt');
  for (const address of [`/applications/${number}`, '/applications', '/me']) {
    await page.goto(address);
    await expect(page.locator('#app .skeleton')).toHaveCount(0);
    await sees(page, address);
  }
});

test('the page is read aloud by a voice of the phone, never by one that sends the text away', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    class Voice {
      constructor(readonly lang: string, readonly localService: boolean) {}
    }
    class Utterance {
      voice: Voice | null = null;
      lang = '';
      onend: (() => void) | null = null;
      onerror: (() => void) | null = null;
      constructor(readonly text: string) {}
    }
    const voices = [new Voice('zh-CN', false), new Voice('zh-HK', true), new Voice('zh-CN', true), new Voice('en-US', false)];
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak: (utterance: Utterance) => said.push(`${utterance.voice?.lang} ${utterance.voice?.localService} ${utterance.text}`),
      cancel: () => said.push('silent'),
    });
    Object.defineProperty(window, 'SpeechSynthesisVoice', { value: Voice });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'said', { value: said });
    localStorage.setItem('elder', 'large');
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.goto('/check');
  await page.getByRole('button', { name: '读给我听' }).click();
  await expect(page.getByRole('button', { name: '停下' })).toBeVisible();
  const lines = await said();
  expect(lines.filter((line) => line.endsWith('在成都办过居住登记吗？'))).toHaveLength(1);
  expect(lines.every((line) => line.startsWith('zh-CN true '))).toBe(true);
  await page.locator('#app').getByRole('link', { name: '首页' }).click();
  await expect(page.locator('#app').getByRole('heading', { level: 1, name: '成都市居住证网上办理' })).toBeVisible();
  expect((await said()).at(-1)).toBe('silent');
  // English has a voice elsewhere only, so there is nothing to press.
  await page.evaluate(() => localStorage.setItem('language', 'en'));
  await page.goto('/check');
  await expect(page.locator('#app').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read to me' })).toHaveCount(0);
});
