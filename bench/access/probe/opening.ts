//! Opens what lies over the page, as a finger would.
import type { Page } from 'playwright-core';
import type { Component } from './components';
import type { Kit } from './kits';

/** Long enough for every kit's movement to end. */
const SETTLED = 700;

/** Long enough for every kit's page to be drawn. */
const LOADED = 300;

/** Waits until the kit's page stands, and says whether the kit has the component. */
export async function stands(page: Page, kit: Kit): Promise<boolean> {
  await page.locator(kit.ready).first().waitFor({ state: 'attached', timeout: 60_000 });
  await page.waitForTimeout(LOADED);
  return (await page.evaluate(() => document.documentElement.dataset.kit)) !== 'none';
}

/** Opens it unless it is open; `selector` names what then is to be seen. */
export async function open(page: Page, kit: Kit, component: Component): Promise<void> {
  if (!component.opens || (await isOpen(page, kit, component))) return;
  await page.locator(kit.opener).first().click();
  const selector = component.opens === 'toast' ? kit.toast : kit.overlay;
  await page.waitForFunction((shown) => inPage.isShown(shown), selector);
  if (component.opens === 'dialog') await page.waitForTimeout(SETTLED);
}

export function isOpen(page: Page, kit: Kit, component: Component): Promise<boolean> {
  return page.evaluate((shown) => inPage.isShown(shown), component.opens === 'toast' ? kit.toast : kit.overlay);
}

export function settle(page: Page): Promise<void> {
  return page.waitForTimeout(SETTLED);
}
