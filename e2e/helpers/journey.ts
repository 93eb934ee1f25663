import { expect, test as base, type Page } from '@playwright/test';
import { fitsTheWindow, isAccessible } from './accessible.js';
import { Applicant } from './applicant.js';
import { Officer } from './officer.js';

interface People {
  applicant: Applicant;
  officer: Officer;
  /** Looks at a page as it stands: a picture for people, axe, and no sideways scroll. */
  look: (page: Page, name: string) => Promise<void>;
}

/** A journey has an applicant on a phone and an officer at a computer, each in a browser context of their own. */
export const test = base.extend<People>({
  applicant: async ({ page }, use) => {
    const trouble: string[] = [];
    // A failed request is told by the browser in words of its own; what the app or the policy says is ours to mend.
    page.on('console', (message) => {
      const ours = message.type() === 'error' && !message.text().startsWith('Failed to load resource');
      if (ours) trouble.push(message.text());
    });
    page.on('pageerror', (error) => trouble.push(error.message));
    await use(new Applicant(page));
    expect(trouble, 'the console stays clean').toEqual([]);
  },
  officer: async ({ browser }, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    await use(new Officer(await context.newPage()));
    await context.close();
  },
  look: async ({}, use, info) => {
    let nth = 0;
    await use(async (page, name) => {
      nth += 1;
      const file = `${String(nth).padStart(2, '0')}-${name}.png`;
      await page.screenshot({ path: info.outputPath('screens', file), fullPage: true, animations: 'disabled' });
      await isAccessible(page, name);
      await fitsTheWindow(page, name);
    });
  },
});

export { expect };
