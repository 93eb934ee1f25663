import type { Page } from '@playwright/test';

import { violations } from '../helpers/axe.js';
import { sideways, smallTargets, smallWords } from '../helpers/measures.js';
import { SIZES, TARGET, WORDS, type Colours } from '../helpers/settings.js';
import { ELDER, LANGUAGES, allStories, everyStory, expect, show, test } from './stories.js';

/** A story is a part of a page: what holds for a page as a whole is looked at on the pages. */
const OF_PAGES = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order'];
/** In elder mode the colours are the same, and need not be looked at again. */
const COLOURS: Record<(typeof SIZES)[number], Colours[] | undefined> = { standard: undefined, elder: ['light'] };

async function found(page: Page, colours?: Colours[], without: string[] = []): Promise<string[]> {
  const all = await violations(page, colours, [...OF_PAGES, ...without]);
  return Object.entries(all).flatMap(([colours, found]) => found.map((one) => `${colours}: ${one}`));
}

for (const language of LANGUAGES) {
  for (const size of SIZES) {
    test(`every story is accessible, its controls and its words large enough: ${language.name}, ${size}`, async ({ page }) => {
      test.setTimeout(900_000);
      const looks = size === 'elder' ? [language, ELDER] : [language];
      const wrong = await everyStory(page, await allStories(page), looks, async () => [
        ...(await found(page, COLOURS[size])),
        ...(await page.evaluate(smallTargets, TARGET[size])).map((target) => `small target: ${target}`),
        ...(await page.evaluate(smallWords, WORDS[size])).map((words) => `small words: ${words}`),
      ]);
      expect(wrong).toEqual([]);
    });
  }

  test(`every story fits the smallest phone, with double text and in elder mode: ${language.name}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 320, height: 640 });
    const places = await allStories(page);
    const double = { name: 'double', settings: { text: 'Double' } };
    for (const look of [language, double, ELDER]) {
      const wrong = await everyStory(page, places, [language, look], () => page.evaluate(sideways));
      expect.soft(wrong, look.name).toEqual([]);
    }
  });
}

test('every story is accessible with forced colours', async ({ page }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ forcedColors: 'active' });
  // The browser paints in the system's own pairs then, while axe still reads our background.
  const wrong = () => found(page, ['light'], ['color-contrast']);
  expect(await everyStory(page, await allStories(page), [], wrong)).toEqual([]);
});

test('every story can be shown from right to left', async ({ page }) => {
  test.setTimeout(300_000);
  const places = await allStories(page);
  const mirrored = { name: 'from right to left', settings: { direction: 'rtl' } };
  expect(await everyStory(page, places, [mirrored], () => page.evaluate(sideways))).toEqual([]);
});

test('nothing moves by itself for those who asked for no motion', async ({ page }) => {
  test.setTimeout(300_000);
  const places = await allStories(page);
  const moving = () =>
    page.evaluate(() => document.getAnimations().map((one) => `moves: ${(one as CSSAnimation).animationName ?? one.id}`));
  expect(await everyStory(page, places, [], moving)).toEqual([]);
});

test('a story with its state forced shows it', async ({ page }) => {
  const look = (state: string) => ({ name: state, settings: { state } });
  const background = () => page.getByRole('button').evaluate((button) => getComputedStyle(button).backgroundColor);
  const outline = () => page.getByRole('button').evaluate((button) => getComputedStyle(button).outlineStyle);
  await show(page, 'button/actions', look('None'));
  const [still, bare] = [await background(), await outline()];
  await show(page, 'button/actions', look('Hover'));
  await expect.poll(background).not.toBe(still);
  await show(page, 'button/actions', look('Focus'));
  expect(bare).toBe('none');
  await expect.poll(outline).toBe('solid');
});
