import { expect, test, type Page } from '@playwright/test';

// What stands in for the app until its wasm is there (index.html, src/boot.js, src/start.js, src/chunks.js).

const WASM = '**/rongju_bg.wasm';
const HELP_CHUNK = '**/split___help_page*.wasm';

/** Everything the browser complains of, from now on. */
function complaints(page: Page): string[] {
  const all: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') all.push(message.text());
  });
  page.on('pageerror', (error) => all.push(error.message));
  return all;
}

/** Keeps the app from starting until it is released. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(WASM, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('home and a deep link open without a complaint of the browser', async ({ page }) => {
  const all = complaints(page);
  await page.goto('/');
  await expect(page.locator('#before')).toHaveCount(0);
  await expect(page.locator('#app h1')).toBeVisible();
  await page.goto('/help');
  await expect(page.locator('#app h1')).toBeVisible();
  expect(all).toEqual([]);
});

test('a link tapped before the app has come leads there, and back', async ({ page }) => {
  const release = await hold(page);
  await page.goto('/', { waitUntil: 'commit' });
  await expect(page.locator('.before-home h1')).toBeVisible();
  await expect(page.locator('.before-page')).toBeHidden();

  await page.locator('.before-home a[href="/check"]').first().click();
  await expect(page).toHaveURL(/\/check$/);
  await expect(page.locator('.before-page')).toBeVisible();
  await expect(page.locator('.before-home')).toBeHidden();
  await page.goBack();
  await expect(page.locator('.before-home')).toBeVisible();
  await page.goForward();

  release();
  await expect(page.locator('#app h1')).toBeVisible();
  await expect(page).toHaveURL(/\/check$/);
  await page.goBack();
  await expect(page.locator('#app a[href="/check"]').first()).toBeVisible();
});

test('the elder switch on the home works before the app has come, which then takes the choice up', async ({ page }) => {
  const html = page.locator('html');
  const before = page.locator('.before-home').getByRole('switch', { name: '大字版' });
  const release = await hold(page);
  await page.goto('/', { waitUntil: 'commit' });
  await before.click();
  await expect(html).toHaveAttribute('data-elder', 'large');
  await page.reload({ waitUntil: 'commit' });
  await expect(html).toHaveAttribute('data-elder', 'large');
  await expect(before).toBeChecked();
  await before.click();
  await expect(html).not.toHaveAttribute('data-elder');
  expect(await page.evaluate(() => localStorage.getItem('elder'))).toBeNull();
  await before.click();

  release();
  const taken = page.locator('#app').getByRole('switch', { name: '大字版' });
  await expect(taken).toBeChecked();
  await expect(html).toHaveAttribute('data-elder', 'large');
  await taken.click();
  await expect(html).not.toHaveAttribute('data-elder');
});

test('a host without storage lets the choice last as long as the page, from before the app on', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const release = await hold(page);
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('.before-home').getByRole('switch', { name: '大字版' }).click();
  release();
  await expect(page.locator('#app').getByRole('switch', { name: '大字版' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-elder', 'large');
});

test('the home can be read and left without any script', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('.before-home h1')).toBeVisible();
  await expect(page.locator('noscript')).toBeVisible();
  await page.locator('.before-home a[href="/help"]').first().click();
  await expect(page).toHaveURL(/\/help$/);
  await context.close();
});

test('a broken line is said in words, and opening again helps', async ({ page }) => {
  await page.route(WASM, (route) => route.abort());
  await page.goto('/help');
  const message = page.locator('.trouble-download');
  await expect(message).toBeVisible();
  await page.unroute(WASM);
  await message.getByRole('link', { name: '重新打开' }).click();
  await expect(page.locator('#app h1')).toBeVisible();
});

test('a page whose chunk breaks off is tried again, and said to have failed when it stays so', async ({ page }) => {
  let tries = 0;
  await page.route(HELP_CHUNK, (route) => (++tries < 3 ? route.abort() : route.continue()));
  await page.goto('/help');
  await expect(page.locator('#app h1')).toBeVisible();
  expect(tries).toBeGreaterThanOrEqual(3);

  await page.unroute(HELP_CHUNK);
  await page.route(HELP_CHUNK, (route) => route.abort());
  await page.goto('/');
  await expect(page.locator('#before')).toHaveCount(0);
  await page.locator('#app a[href="/help"]').first().click();
  await expect(page.locator('.trouble-download')).toBeVisible({ timeout: 10_000 });
});

test('a browser that cannot run the app is told so, and the home stays readable', async ({ page }) => {
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  await page.goto('/');
  await expect(page.locator('.trouble-old')).toContainText('浏览器版本太旧');
  await expect(page.locator('.before-home h1')).toBeVisible();
});
