import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.js';
import { clipped, coveredByBars, sideways, smallTargets, smallWords } from './measures.js';
import { choose, LANGUAGES, SIZES, TARGET, WORDS, type Size } from './settings.js';
import { photographed, SCREENS } from './screens.js';
import { tree } from './tree.js';

const PHONE = { width: 360, height: 780 };
/** The narrowest window; and what is left of 1280×1024 at a zoom of 400 %. */
const NARROW = [{ width: 320, height: 640 }, { width: 320, height: 256 }];
/** Room for what comes while a screen is looked at, in px. */
const SPARE = 400;

/** Brings a screen up anew, in whatever language and size is chosen by then. */
export type Open = () => Promise<unknown>;

/** Looks at screens in every setting there is, and says at the end what was wrong. */
export class Look {
  /** How many combinations of screen and setting axe has looked at. */
  combinations = 0;

  constructor(readonly page: Page) {}

  /** Every language × standard and elder × every colour; sizes, overflow and the accessibility tree with them. */
  async at(screen: string, open: Open): Promise<void> {
    if (test.info().project.name === SCREENS) {
      await photographed(this.page, screen, async () => {
        await open();
        await isThere(this.page);
      });
      return;
    }
    for (const language of LANGUAGES) {
      for (const size of SIZES) {
        await choose(this.page, language, size);
        await open();
        await isThere(this.page);
        await this.lookAround(`${screen}, ${language}, ${size}`, size);
        if (size === 'standard') await tree(this.page, screen, language);
      }
    }
    await choose(this.page, 'zh-CN', 'standard');
  }

  private async lookAround(what: string, size: Size): Promise<void> {
    const { page } = this;
    const wrong: string[] = [];
    // In a window higher than the page nothing lies under the bars that stay in place, where axe could not see it; with
    // room to spare, since a message about what is kept may still come.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: PHONE.width, height: Math.max(height, PHONE.height) + SPARE });
    for (const [colours, found] of Object.entries(await violations(page))) {
      this.combinations += 1;
      wrong.push(...found.map((violation) => `${colours}: ${violation}`));
    }
    await page.setViewportSize(PHONE);
    wrong.push(...(await page.evaluate(smallTargets, TARGET[size])).map((target) => `small target: ${target}`));
    wrong.push(...(await page.evaluate(smallWords, WORDS[size])).map((words) => `small words: ${words}`));
    for (const window of NARROW) {
      await page.setViewportSize(window);
      const name = `${window.width}×${window.height}`;
      wrong.push(...(await page.evaluate(sideways)).map((wide) => `${name}, too wide: ${wide}`));
      wrong.push(...(await page.evaluate(clipped)).map((cut) => `${name}, cut off: ${cut}`));
      wrong.push(...(await page.evaluate(coveredByBars)).map((covered) => `${name}, covered by bars: ${covered}`));
    }
    await page.setViewportSize(PHONE);
    if (size === 'standard') {
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      wrong.push(...(await page.evaluate(sideways)).map((wide) => `text at 200 %, too wide: ${wide}`));
      wrong.push(...(await page.evaluate(clipped)).map((cut) => `text at 200 %, cut off: ${cut}`));
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    }
    expect.soft(wrong, what).toEqual([]);
  }
}

/** The page is up: its heading is there, and nothing is on its way any more. */
export async function isThere(page: Page): Promise<void> {
  await expect(page.locator('#app').getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
}
