import { type Page } from '@playwright/test';
import { expect, test } from '../helpers/journey.js';

/** Characters that our pages are full of and that traditional Chinese does not have. */
const SIMPLIFIED = /[办报页证请这户为时发网录动备]/;

const change = (page: Page, language: 'English' | '简体中文' | '繁體中文') =>
  page.getByRole('button', { name: language }).click();

const says = (page: Page, tag: string) => expect(page.locator('html')).toHaveAttribute('lang', tag);

/** What the page says in its own words: not what people wrote, nor the names of other languages. */
const ownWords = (page: Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('[translate=no], [lang], textarea, script, #before, #trouble, noscript').forEach((it) => it.remove());
    return copy.textContent ?? '';
  });

test('the language is changed in the middle of a step, and neither an answer nor the place is lost', async ({
  applicant,
  look,
}) => {
  const { page } = applicant;
  await applicant.signInToApply('孙悦');
  await applicant.refuseTheRecords();
  await page.getByRole('link', { name: '联系方式' }).first().click();
  await applicant.isOnStep('联系方式');
  const places = ['四川省', '达州市', '通川区'];
  const rest = '演示路9号';
  await applicant.typesAnotherNumber('1380013');
  await applicant.address('户籍地址').fill(places.join('') + rest);
  await expect(page.getByText('手机号码应为 11 位数字').first()).toBeVisible();
  const place = page.url();

  await test.step('English, with the errors in English', async () => {
    await change(page, 'English');
    await says(page, 'en');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How can you be reached?');
    await expect(page.getByText('A mobile number has 11 digits').first()).toBeVisible();
    await expect(page.getByText(/^Step 1 of \d: Contact$/)).toBeVisible();
    await expect(page.getByLabel(/^Mobile number/)).toHaveValue(/^138\s?0013$/);
    await applicant.hasAddress(/^Household address/, places, rest);
    await expect(page.getByRole('button', { name: 'English' })).toBeFocused();
    expect(page.url()).toBe(place);
    await look(page, 'contact-english');
  });

  await test.step('remembered after a reload, with the answers', async () => {
    await page.reload();
    await says(page, 'en');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How can you be reached?');
    await expect(page.getByLabel(/^Mobile number/)).toHaveValue(/^138\s?0013$/);
    await applicant.hasAddress(/^Household address/, places, rest);
  });

  await test.step('traditional characters, for the words of the page and not for what was written', async () => {
    await change(page, '繁體中文');
    await says(page, 'zh-Hant');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('怎麼聯絡您');
    await expect(page.getByText('姓名和身份證號來自登入時的實名核驗')).toBeVisible();
    await applicant.hasAddress(/^戶籍地址/, places, rest);
    await expect(page.locator('dd', { hasText: '孙悦' })).toBeVisible();
    await page.getByLabel(/^手機號碼/).focus();
    await applicant.address(/^戶籍地址/).focus();
    await expect(page.getByText('手機號碼應為 11 位數字').first()).toBeVisible();
    expect(await ownWords(page)).not.toMatch(SIMPLIFIED);
    await expect(page).toHaveTitle(/怎麼聯絡您/);
    await look(page, 'contact-traditional');
  });

  await test.step('on other pages too, and from the first words after a reload', async () => {
    for (const path of ['/help', '/check', '/']) {
      await page.goto(path);
      await expect(page.getByRole('button', { name: '繁體中文' })).toHaveAttribute('aria-pressed', 'true');
      await expect(async () => expect(await ownWords(page)).not.toMatch(SIMPLIFIED)).toPass({ timeout: 10_000 });
    }
    await look(page, 'home-traditional');
  });

  await test.step('and back to simplified ones', async () => {
    await change(page, '简体中文');
    await says(page, 'zh-CN');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('成都市居住证网上办理');
    await page.goto(place);
    await applicant.hasNumber('1380013');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('怎么联系您');
  });
});

test('every page offers the other languages, in their own words', async ({ page }) => {
  for (const path of ['/', '/check', '/help', '/sign-in', '/me', '/applications', '/apply/first_issue', '/nowhere']) {
    await page.goto(path);
    for (const name of ['简体中文', '繁體中文', 'English']) {
      await expect(page.getByRole('button', { name }), `${name} on ${path}`).toBeVisible();
    }
  }
});

test('a browser that prefers English, or Chinese of Hong Kong, is answered in it', async ({ browser }) => {
  for (const [locale, tag, heading] of [
    ['en-GB', 'en', 'Chengdu residence permit'],
    ['zh-HK', 'zh-Hant', '成都市居住證網上辦理'],
    ['fr-FR', 'zh-CN', '成都市居住证网上办理'],
  ] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto('/');
    await says(page, tag);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    await context.close();
  }
});
