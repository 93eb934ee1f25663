//! The browser, and a page in it as somebody has set it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

export interface Setting {
  context?: BrowserContextOptions;
  /** The size of letters that somebody has chosen in the browser, in pixels; 16 unless told. */
  letters?: number;
}

export function start(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--allow-file-access-from-files',
    ],
  });
}

/** Opens the address, lets `use` look at it, and closes it. */
export async function on<T>(browser: Browser, built: string, url: string, setting: Setting, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 780 }, hasTouch: true, ...setting.context,
  });
  try {
    await context.addInitScript(readFileSync(join(built, 'in_page.js'), 'utf8'));
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    if (setting.letters) {
      const session = await context.newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: setting.letters, fixed: setting.letters } });
    }
    await page.goto(url);
    return await use(page);
  } finally {
    await context.close();
  }
}
