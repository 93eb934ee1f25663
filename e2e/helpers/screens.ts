import type { Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { choose, type Language, type Size } from './settings.js';

/** The project in which screens are photographed for people to look at, and nothing is measured. */
export const SCREENS = 'screens';

interface Setting {
  width: number;
  language: Language;
  size: Size;
  /** How large the text is, in per cent of what is designed. */
  text: number;
}

const setting = (width: number, language: Language = 'zh-CN', size: Size = 'standard', text = 100): Setting => ({
  width,
  language,
  size,
  text,
});

/** One sheet of phones and one of larger windows: the widths that the design names, in both languages and all sizes. */
const SHEETS = {
  phones: [setting(320), setting(360, 'zh-CN', 'elder'), setting(360, 'zh-CN', 'standard', 200), setting(390, 'en')],
  windows: [setting(768, 'en'), setting(1280)],
};
/** What lies further down than this is left out, in px, unless somebody wants more. */
const HIGHEST = 2400;
const BETWEEN = 12;

/** Writes the sheets of a screen into the results; `open` brings it up anew in whatever is chosen. */
export async function photographed(
  page: Page,
  screen: string,
  open: () => Promise<unknown>,
  highest = HIGHEST,
): Promise<void> {
  const before = page.viewportSize();
  for (const [sheet, settings] of Object.entries(SHEETS)) {
    const pictures: Buffer[] = [];
    for (const { width, language, size, text } of settings) {
      await choose(page, language, size);
      await page.setViewportSize({ width, height: 800 });
      await open();
      await page.evaluate((text) => (document.documentElement.style.fontSize = text === 100 ? '' : `${text}%`), text);
      // In a window as high as the page, so that the bars that stay in place cover nothing.
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewportSize({ width, height: Math.max(height, 800) });
      pictures.push(await page.screenshot({ animations: 'disabled', scale: 'css' }));
    }
    await sideBySide(pictures, `${screen} ${sheet}`, highest);
  }
  if (before) await page.setViewportSize(before);
  await choose(page, 'zh-CN', 'standard');
}

async function sideBySide(pictures: Buffer[], name: string, most: number): Promise<void> {
  const parts: OverlayOptions[] = [];
  let [left, highest] = [0, 0];
  for (const picture of pictures) {
    const { width, height } = await sharp(picture).metadata();
    const seen = Math.min(height, most);
    parts.push({ input: await sharp(picture).extract({ left: 0, top: 0, width, height: seen }).toBuffer(), left, top: 0 });
    left += width + BETWEEN;
    highest = Math.max(highest, seen);
  }
  const folder = join(import.meta.dirname, '..', 'results-screens');
  await mkdir(folder, { recursive: true });
  const sheet = sharp({ create: { width: left - BETWEEN, height: highest, channels: 3, background: '#777' } });
  await sheet.composite(parts).png().toFile(join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`));
}
