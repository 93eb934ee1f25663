import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';

import { LANGUAGES, THEMES, allStories, everyStory, expect, show, test } from './stories.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the story, which is a part of a page and therefore no page of its own. */
async function violations(page: Page, without: string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(async (without) => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const off = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order', ...without];
    const rules = Object.fromEntries(off.map((rule) => [rule, { enabled: false }]));
    // @ts-expect-error axe is a global of the page
    const { violations } = await window.axe.run(document, { runOnly: tags, rules, resultTypes: ['violations'] });
    type Found = { id: string; nodes: { html: string }[] };
    return (violations as Found[]).map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`);
  }, without);
}

for (const theme of THEMES) {
  for (const language of LANGUAGES) {
    test(`every story is accessible: ${theme.name}, ${language.name}`, async ({ page }) => {
      test.setTimeout(600_000);
      const places = await allStories(page);
      expect(await everyStory(page, places, [theme, language], () => violations(page))).toEqual([]);
    });
  }
}

test('every story is accessible with forced colours', async ({ page }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ forcedColors: 'active' });
  const places = await allStories(page);
  // The browser paints in the system's own pairs then, while axe still reads our background.
  expect(await everyStory(page, places, [], () => violations(page, ['color-contrast']))).toEqual([]);
});

/** What can be pressed and is smaller than this many pixels in one direction, unless it is a link within a sentence. */
async function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const pressable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=switch], [role=tab]';
    const inSentence = (element: Element) => {
      if (element.tagName !== 'A') return false;
      const words = element.parentElement?.textContent?.trim() ?? '';
      return getComputedStyle(element).display === 'inline' && words !== element.textContent?.trim();
    };
    // What is pressed is the whole label where a control has one around it, and the row over which a link is stretched.
    const target = (element: Element) => {
      const stretched = getComputedStyle(element, '::after').position === 'absolute';
      const row = stretched && element instanceof HTMLElement ? element.offsetParent : null;
      return element.closest('label') ?? row ?? element;
    };
    const small: string[] = [];
    for (const element of document.querySelectorAll(`#canvas :is(${pressable})`)) {
      const box = target(element).getBoundingClientRect();
      const hidden = box.width <= 1 || box.height <= 1 || getComputedStyle(element).visibility === 'hidden';
      if (hidden || inSentence(element)) continue;
      // Seven days abreast leave each no more than this of a phone's width.
      const across = element.closest('[role=gridcell]') ? Math.min(least, 44) : least;
      // Half a pixel for the rounding of fractional line heights.
      if (box.width < across - 0.5 || box.height < least - 0.5) {
        small.push(`${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`);
      }
    }
    return small;
  }, least);
}

test('what can be pressed is 44 pixels large, and 60 in elder mode', async ({ page }) => {
  test.setTimeout(300_000);
  const places = await allStories(page);
  expect(await everyStory(page, places, [], () => tooSmall(page, 44))).toEqual([]);
  const elder = { name: 'elder', settings: { elder: 'on' } };
  expect(await everyStory(page, places, [elder], () => tooSmall(page, 60))).toEqual([]);
});

/** Words smaller than this many pixels. */
async function smallWords(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const walker = document.createTreeWalker(document.querySelector('#canvas') as Element, NodeFilter.SHOW_TEXT);
    const small = new Set<string>();
    while (walker.nextNode()) {
      const around = walker.currentNode.parentElement as Element;
      const words = walker.currentNode.textContent?.trim() ?? '';
      const box = around.getBoundingClientRect();
      if (words === '' || box.width <= 1 || box.height <= 1 || around.closest('svg, option')) continue;
      const size = Number.parseFloat(getComputedStyle(around).fontSize);
      if (size < least) small.add(`${size}px ${words.slice(0, 40)}`);
    }
    return [...small];
  }, least);
}

test('no words are smaller than 14 pixels, and none than 18 in elder mode', async ({ page }) => {
  test.setTimeout(300_000);
  const places = await allStories(page);
  expect(await everyStory(page, places, [], () => smallWords(page, 14))).toEqual([]);
  const elder = { name: 'elder', settings: { elder: 'on' } };
  expect(await everyStory(page, places, [elder], () => smallWords(page, 18))).toEqual([]);
});

/** Whether one would have to scroll sideways, and what sticks out. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('#canvas *')].find((one) => one.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} of ${clientWidth}: ${out?.outerHTML.slice(0, 140)}`];
  });
}

for (const language of LANGUAGES) {
  test(`every story fits the smallest phone, with double text and in elder mode: ${language.name}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width: 320, height: 640 });
    const places = await allStories(page);
    const double = { name: 'double', settings: { text: 'Double' } };
    const elder = { name: 'elder', settings: { elder: 'on' } };
    expect(await everyStory(page, places, [language], () => tooWide(page))).toEqual([]);
    expect(await everyStory(page, places, [language, double], () => tooWide(page))).toEqual([]);
    expect(await everyStory(page, places, [language, elder], () => tooWide(page))).toEqual([]);
  });
}

test('every story can be shown from right to left', async ({ page }) => {
  test.setTimeout(300_000);
  const places = await allStories(page);
  const mirrored = { name: 'from right to left', settings: { direction: 'rtl' } };
  expect(await everyStory(page, places, [mirrored], () => tooWide(page))).toEqual([]);
});

test('nothing moves by itself for those who asked for no motion', async ({ page }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
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
