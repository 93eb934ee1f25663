//! What becomes of a component as somebody has set the browser: forced colours, less motion, larger letters.
import { PNG } from 'pngjs';
import type { Page } from 'playwright-core';
import type { Component } from './components';
import type { Kit } from './kits';
import { focusIsSeen } from './keyboard';
import { open, settle } from './opening';
import { lacks } from './questions';

/** With forced colours: focus, state and shape. Nothing when none of them is asked of the component. */
export async function inForcedColours(page: Page, component: Component): Promise<string[] | undefined> {
  if (component.opens || (!component.keys && !component.isDrawn)) return undefined;
  const lost: string[] = [];
  if (component.keys) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => inPage.stop('body'));
    if (stop && !stop.isText) lost.push(...lacks(await focusIsSeen(page), 'focus lost in forced colours'));
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  }
  const drawn = async (): Promise<Buffer> => {
    await page.evaluate(() => inPage.withoutWords());
    await settle(page);
    return page.screenshot({ animations: 'disabled' });
  };
  const before = await drawn();
  if (component.isDrawn && !hasShape(before)) {
    // What has no shape in the usual colours has none to lose.
    await page.emulateMedia({ forcedColors: 'none' });
    lost.push(...lacks(!hasShape(await drawn()), 'shape lost in forced colours'));
    await page.emulateMedia({ forcedColors: 'active' });
  }
  if (component.states && (await page.evaluate((states) => inPage.pressLast(states), component.states))) {
    lost.push(...lacks(!before.equals(await drawn()), 'state lost in forced colours'));
  }
  return lost;
}

/** Whether there is more than one colour. */
function hasShape(picture: Buffer): boolean {
  const { data } = PNG.sync.read(picture);
  for (let at = 4; at < data.length; at += 4) {
    if (data[at] !== data[0] || data[at + 1] !== data[1] || data[at + 2] !== data[2]) return true;
  }
  return false;
}

/** As many frames may differ when something appears in its place at once. */
const AT_ONCE = 3;

/** For those who asked for less motion: what moves when it is opened or changed, and what never stops. */
export async function withLessMotion(page: Page, kit: Kit, component: Component): Promise<string[]> {
  const frames = page.evaluate(() => inPage.framesInMotion());
  if (component.states) await page.evaluate((states) => inPage.pressLast(states), component.states);
  await open(page, kit, component);
  const moved = await frames;
  const endless = await page.evaluate(() => inPage.endlessAnimations());
  return lacks(moved <= AT_ONCE && endless === 0, 'moves all the same');
}

/** The sizes of its words. */
export async function letters(page: Page, kit: Kit, component: Component): Promise<number[]> {
  await open(page, kit, component);
  return page.evaluate(() => inPage.textSizes());
}

/** How many words keep their size though the letters chosen are twice as large; nothing where there are no words. */
export function kept(usual: number[], doubled: number[]): string[] | undefined {
  if (doubled.length === 0) return undefined;
  const grown = doubled.filter((size, at) => size >= (usual[at] ?? 0) * 1.9).length;
  if (grown === doubled.length) return [];
  return [grown === 0 ? 'no words grow' : `${doubled.length - grown} of ${doubled.length} texts do not grow`];
}
