import { LANGUAGES, allStories, expect, show, test } from './stories.js';

for (const language of LANGUAGES) {
  test(`every story says to a screen reader what it said: ${language.name}`, async ({ page }) => {
    test.setTimeout(600_000);
    const trees: string[] = [];
    for (const place of await allStories(page)) {
      await show(page, place, language);
      trees.push(`${place}\n${await page.locator('#canvas').ariaSnapshot()}`);
    }
    expect(`${trees.join('\n\n')}\n`).toMatchSnapshot(`screen-reader-${language.name}.txt`);
  });
}
