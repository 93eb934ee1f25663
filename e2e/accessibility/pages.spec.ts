import { isAccessible } from '../helpers/accessible.js';
import { test } from '../helpers/journey.js';
import { isThere, Look } from '../helpers/look.js';
import { addressOf, patterns, SERVICES_OF_HOLDERS } from '../helpers/pages.js';

// A case number of the right shape that belongs to nobody.
const NOBODYS = { number: 'CDJZ-510107-20260101-000001-0' };

for (const pattern of patterns()) {
  test(`whoever is not signed in: ${pattern}`, async ({ page }) => {
    await new Look(page).at(`visitor ${pattern}`, async () => {
      await page.goto(addressOf(pattern, NOBODYS));
    });
  });
}

for (const service of SERVICES_OF_HOLDERS) {
  test(`whoever is not signed in: ${service}`, async ({ page }) => {
    await new Look(page).at(`visitor ${service}`, () => page.goto(`/apply/${service}`));
  });
}

test.describe('forced colours', () => {
  test.use({ forcedColors: 'active' });

  test('every page that is open to all is accessible', async ({ page }) => {
    for (const pattern of patterns()) {
      await page.goto(addressOf(pattern, NOBODYS));
      await isThere(page);
      await isAccessible(page, pattern);
    }
  });
});
