import { expect, type Page, test as base } from '@playwright/test';

/** How a story is looked at: what stands in its address. */
export interface Look {
  name: string;
  settings: Record<string, string>;
}

/** Elder mode. */
export const ELDER: Look = { name: 'elder', settings: { elder: 'on' } };

/** Both languages. */
export const LANGUAGES: Look[] = [
  { name: 'zh-CN', settings: {} },
  { name: 'en', settings: { locale: 'en' } },
];

/** A story's place: `button/actions`. */
export type Place = string;

/** Every story, as the gallery itself lists them, so that a new one is looked at without being named here. */
export async function allStories(page: Page): Promise<Place[]> {
  await page.goto('gallery.html');
  const links = page.getByRole('navigation').locator('.desk-components a');
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
  const places = addresses.map((address) => address.replace(/^#\//, '').replace(/\?.*$/, ''));
  expect(places.length).toBeGreaterThan(50);
  return places;
}

/** Shows one story alone. The page is loaded once; afterwards its address changes behind the `#` only. */
export async function show(page: Page, place: Place, ...looks: Look[]): Promise<void> {
  const settings = new URLSearchParams(Object.assign({}, ...looks.map((look) => look.settings)));
  const hash = `#/${place}${settings.size > 0 ? `?${settings}` : ''}`;
  if (page.url().includes('?canvas')) {
    await page.evaluate((hash) => {
      location.hash = hash;
      // The story is taken away at once and shown again by the app's own queue.
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }, hash);
  } else {
    await page.goto(`gallery.html?canvas${hash}`);
  }
  await expect(page.locator('.canvas-story')).toBeAttached();
}

/** What is wrong, story by story; empty is what one wants. */
export async function everyStory(
  page: Page,
  places: Place[],
  looks: Look[],
  wrong: (place: Place) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const place of places) {
    await show(page, place, ...looks);
    found.push(...(await wrong(place)).map((what) => `${place}: ${what}`));
  }
  return found;
}

export { expect, base as test };
