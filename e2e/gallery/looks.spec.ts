import { allStories, expect, show, test } from './stories.js';

// Letters are drawn a little differently from one version of the browser to the next; a shifted or missing part is
// more than this.
const TOLERANCE = { maxDiffPixelRatio: 0.01, threshold: 0.2 };

test('every story looks as it did', async ({ page }) => {
  test.setTimeout(600_000);
  for (const place of await allStories(page)) {
    await show(page, place);
    const dialog = page.locator('dialog[open]');
    const shown = (await dialog.count()) > 0 ? dialog.first() : page.locator('.canvas-story');
    await expect.soft(shown, place).toHaveScreenshot(`${place.replace('/', '-')}.png`, TOLERANCE);
  }
});
