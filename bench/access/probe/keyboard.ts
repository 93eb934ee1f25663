//! What can be done with keys alone.
import type { Page } from 'playwright-core';
import type { Component } from './components';
import type { Stop } from './in_page';
import type { Kit } from './kits';
import { isOpen, open, settle } from './opening';
import { lacks, type Answers } from './questions';
import { tree } from './tree';

/** More presses of Tab than any of these components has places to stop at, except a calendar's days. */
const PRESSES = 20;

/** At how many stops the keys are tried, and at how many it is looked for the focus. */
const TRIED = 10;
const LOOKED_AT = 4;

/** A kit whose every option is a stop has its closing button far away. */
const TO_CLOSE = 150;

/** Everything that is asked with keys. */
export function byKeyboard(page: Page, kit: Kit, component: Component): Promise<Answers> {
  // The system's own window for files would wait for ever.
  page.on('filechooser', () => undefined);
  return component.opens === 'dialog' ? overlay(page, kit, component) : control(page, component);
}

async function control(page: Page, component: Component): Promise<Answers> {
  const walked = await walk(page, component, 'body');
  if (!component.keys && walked.stops.length === 0) return {};
  const answers: Answers = { reach: await reach(page, walked.stops) };
  if (component.keys) answers.keys = walked.without.map((keys) => `${keys.join('/')} does nothing`);
  if (walked.stops.length > 0) answers.focus = lacks(walked.unseen === 0, 'focus not to be seen');
  return answers;
}

async function overlay(page: Page, kit: Kit, component: Component): Promise<Answers> {
  const keys: string[] = [];
  await openByKeys(page, kit);
  const byKey = await isOpen(page, kit, component);
  keys.push(...lacks(byKey, 'not opened by keys'));
  await open(page, kit, component);
  const answers: Answers = {};
  const first = await page.evaluate((within) => inPage.stop(within), kit.overlay);
  // At once, since some kits hear it only while the focus is where they put it.
  const escaped = await closesByEscape(page, kit, component);
  if (escaped) answers.back = await isBack(page, kit);
  await open(page, kit, component);
  const inside = await walk(page, component, kit.overlay);
  answers.reach = await reach(page, inside.stops);
  answers.into = first?.within ? lacks(!inside.left, 'focus leaves it') : ['focus not moved in'];
  if (inside.stops.length > 0) answers.focus = lacks(inside.unseen === 0, 'focus not to be seen');
  keys.push(...inside.without.map((group) => `${group.join('/')} changes nothing`));
  // Keys may have chosen something and so closed it.
  await open(page, kit, component);
  answers.escape = lacks(escaped, 'Escape does not close');
  if (!escaped) {
    keys.push(...(await closeByButton(page, kit, component)));
    answers.back = await isBack(page, kit);
  }
  return { ...answers, keys };
}

/** Tab to what opens it, Enter, and nothing after that: the focus stays where the kit puts it. */
async function openByKeys(page: Page, kit: Kit): Promise<void> {
  for (let press = 0; press < PRESSES; press += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate((opener) => inPage.stop(opener), kit.opener))?.within) break;
  }
  await page.keyboard.press('Enter');
  await settle(page);
}

async function closesByEscape(page: Page, kit: Kit, component: Component): Promise<boolean> {
  await page.keyboard.press('Escape');
  await settle(page);
  return !(await isOpen(page, kit, component));
}

async function isBack(page: Page, kit: Kit): Promise<string[]> {
  const stop = await page.evaluate((within) => inPage.stop(within), kit.opener);
  return lacks(stop?.within === true, 'focus not given back');
}

const CLOSING = /取消|关闭|确认|确定|知道|完成|主操作|示例菜单/;

/** Closes by one of its own buttons: by keys when Tab comes to one, else by pressing it or, without one, beside it. */
async function closeByButton(page: Page, kit: Kit, component: Component): Promise<string[]> {
  for (let press = 0; press < TO_CLOSE; press += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (!CLOSING.test(words)) continue;
    await page.keyboard.press('Enter');
    await settle(page);
    if (!(await isOpen(page, kit, component))) return [];
  }
  const button = page.locator(`:is(${kit.overlay}) >> text=${CLOSING}`).first();
  if ((await button.count()) > 0) await button.click({ force: true });
  else await page.mouse.click(180, 5);
  await settle(page);
  return ['not closed by keys'];
}

interface Walked {
  stops: Stop[];
  /** At how many stops nothing showed that the focus is there. */
  unseen: number;
  /** The groups of keys of which none did anything. */
  without: string[][];
  /** The focus went out of `within` to another part of the page. */
  left: boolean;
}

/** Goes on with Tab until it comes round or out of the page, and tries the keys at each stop inside `within`. */
async function walk(page: Page, { keys, at, states }: Pick<Component, 'keys' | 'at' | 'states'>, within: string): Promise<Walked> {
  const walked: Walked = { stops: [], unseen: 0, without: keys ?? [], left: false };
  const seen = new Set<string>();
  for (let press = 0; press < PRESSES; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(([inside, where]) => inPage.stop(inside!, where), [within, at ?? states ?? '*']);
    if (!stop) {
      if (seen.size > 0) break;
      continue;
    }
    if (seen.has(stop.id)) break;
    if (!stop.within) walked.left = true;
    seen.add(stop.id);
    if (!stop.within) continue;
    walked.stops.push(stop);
    // A text field shows the focus by its caret.
    if (!stop.isText && walked.stops.length <= LOOKED_AT && !(await focusIsSeen(page))) walked.unseen += 1;
    if (stop.fits && walked.stops.length <= TRIED) walked.without = await untouched(page, walked.without);
  }
  return walked;
}

/** Whether anything looks different while the focus is here. */
export async function focusIsSeen(page: Page): Promise<boolean> {
  const focused = await page.screenshot({ animations: 'disabled' });
  const element = await page.evaluateHandle(() => document.activeElement as HTMLElement);
  await element.evaluate((one) => one.blur());
  const blurred = await page.screenshot({ animations: 'disabled' });
  // Back by a key's hand: a focus that a script gives may be shown in another way.
  await page.evaluate((one) => one.focus({ focusVisible: true } as FocusOptions), element);
  return !focused.equals(blurred);
}

/** The groups of which no key has done anything here. */
async function untouched(page: Page, groups: string[][]): Promise<string[][]> {
  const without: string[][] = [];
  for (const group of groups) {
    let did = false;
    for (const key of group) {
      const before = await page.evaluate(() => inPage.signature());
      await page.keyboard.press(key);
      await page.waitForTimeout(250);
      did ||= (await page.evaluate(() => inPage.signature())) !== before;
      if (did) break;
    }
    if (!did) without.push(group);
  }
  return without;
}

/** Tab stops somewhere, and every button, link and box can have the focus. */
async function reach(page: Page, stops: Stop[]): Promise<string[]> {
  if (stops.length === 0) return ['Tab does not reach it'];
  const nodes = await tree(page);
  const out = nodes.filter(({ role, properties }) =>
    ['button', 'link', 'checkbox', 'switch'].includes(role) && properties.focusable !== true && properties.disabled !== true);
  return lacks(out.length === 0, `${out.length} × ${out[0]?.role} out of reach of Tab`);
}
