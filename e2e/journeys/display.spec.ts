import { expect, test, type Page } from '@playwright/test';

// How the app is shown (/display, src/device/display.rs).

/** The colour that the browser or the host paints around the page, and the page's own. */
function colours(page: Page): Promise<{ around: string; paper: string }> {
  return page.evaluate(() => {
    const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    const around = metas.find((meta) => matchMedia(meta.media).matches)?.content ?? 'none';
    const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
    return { around, paper };
  });
}

const LIGHT = '#f6f5f1';
const DARK = '#101615';

test('the colour around the page is that of the theme, as the phone is set or as chosen', async ({ page }) => {
  for (const [system, own] of [['light', LIGHT], ['dark', DARK]] as const) {
    await page.emulateMedia({ colorScheme: system });
    await page.goto('/display');
    const choose = (name: string) => page.getByRole('radiogroup', { name: '深浅' }).getByRole('radio', { name }).check();
    const expected = async (colour: string) => expect(await colours(page)).toEqual({ around: colour, paper: colour });
    await expect(page.locator('#app h1')).toBeVisible();
    await expected(own);
    await choose('深色');
    await expected(DARK);
    await choose('浅色');
    await expected(LIGHT);
    await choose('跟随手机');
    await expected(own);
  }
});

test('a chosen theme has its colour around the page before the app has come', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
  await page.route('**/rongju_bg.wasm', () => undefined);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.locator('.before-home h1')).toBeVisible();
  expect(await colours(page)).toEqual({ around: DARK, paper: DARK });
});
