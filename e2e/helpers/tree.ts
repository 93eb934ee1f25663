import { existsSync, readFileSync } from 'node:fs';

import { expect, test, type Page } from '@playwright/test';
import type { Language } from './settings.js';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DAYS = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';

/** What is different each day, each run, or for each person. */
const CHANGES: [RegExp, string][] = [
  [/CDJZ-\d+-\d+-\d+-[0-9A-Z]/g, '«case number»'],
  [/\b[\dA-HJKMNP-TV-Z]{5}-[\dA-HJKMNP-TV-Z]{5}\b/g, '«code»'],
  [/https?:\/\/[^\s"/]+/g, '«origin»'],
  [/\d[\d*]{13,}[\dXx]/g, '«identity number»'],
  [new RegExp(`(${DAYS}),? `, 'g'), ''],
  [new RegExp(`\\d{1,2} (${MONTHS})( \\d{4})?`, 'g'), '«date»'],
  [new RegExp(`(${MONTHS}) \\d{4}`, 'g'), '«date»'],
  [/(\d+ ?年 ?)?\d+ ?月 ?\d+ ?日( ?[（(]?(星期|周)[一二三四五六日][）)]?)?/g, '«date»'],
  [/\d+ ?年 ?\d+ ?月/g, '«date»'],
  [/\d{4}-\d{2}-\d{2}/g, '«date»'],
  [/\d{1,2}:\d{2}/g, '«time»'],
  [/return_to=[^\s"]+/g, 'return_to=«here»'],
];

/** Roles that say nothing without a name. */
const NAMED = /^\s*- (button|link|textbox|searchbox|combobox|checkbox|radio|switch|slider|img|heading|dialog|region|progressbar)\b(?: "((?:[^"\\]|\\.)*)")?/;
/** A language's own name stands in that language, whatever the page's. */
const OWN_NAMES = ['English', '中文', '简体中文', '繁體中文'];
const READABLE = { 'zh-CN': /[\p{Script=Han}\d«]/u, en: /[A-Za-z\d«]/ };

/**
 * The names and roles of a screen as a screen reader gets them, compared with the file beside the tests. What a change
 * of words or structure does to it is written anew by `playwright test --update-snapshots`, and read in the difference.
 */
export async function tree(page: Page, screen: string, language: Language): Promise<void> {
  // What comes in from elsewhere is kept for a moment, on a quick machine just then.
  await expect(page.getByText(/^(正在保存|Saving)$/)).toHaveCount(0);
  const seen = await read(page);
  expect.soft(seen, `the tree of ${screen}, ${language}`).toMatchSnapshot(file(screen, language));
  const unread = seen.split('\n').filter((line) => {
    const [found, , name = ''] = NAMED.exec(line) ?? [];
    return found !== undefined && !OWN_NAMES.includes(name) && !READABLE[language].test(name);
  });
  expect.soft(unread, `without a name in its language: ${screen}, ${language}`).toEqual([]);
}

/** Whether the page as it stands is what a screen was found to be. */
export async function looksAs(page: Page, screen: string, language: Language): Promise<boolean> {
  const known = test.info().snapshotPath(file(screen, language));
  return existsSync(known) && readFileSync(known, 'utf8') === (await read(page));
}

function file(screen: string, language: Language): string {
  return `${screen.replaceAll(/\W+/g, ' ').trim().replaceAll(' ', '-')}-${language}.yml`;
}

async function read(page: Page): Promise<string> {
  let seen = await page.locator('body').ariaSnapshot();
  for (const [changing, mask] of CHANGES) seen = seen.replaceAll(changing, mask);
  return `${seen}\n`;
}
