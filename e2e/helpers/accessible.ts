import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No violation of WCAG 2.2 A and AA that axe can see, on the page as it stands, parts of it left out. */
export async function isAccessible(page: Page, what: string, without: string[] = []): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  for (const part of without) axe.exclude(part);
  // With forced colours the browser paints in the system's own pairs, while axe still reads our background.
  const forced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  const { violations } = await (forced ? axe.disableRules(['color-contrast']) : axe).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  expect(found, what).toEqual([]);
}

/** The page is no wider than the window: nobody has to scroll sideways. */
export async function fitsTheWindow(page: Page, what: string): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, `${what} is wider than the window`).toBeLessThanOrEqual(window as number);
}
