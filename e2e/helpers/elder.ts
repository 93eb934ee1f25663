import { expect, type Page } from '@playwright/test';

/** What the standard for elder mode asks of the main words and targets, in CSS pixels. */
const WORDS = 18;
const TARGET = 60;

/** Every word on the screen is large enough to read and everything that can be pressed large enough to hit. */
export async function isLargeEnough(page: Page, what: string): Promise<void> {
  // The address changes before the page is there.
  await expect(page.locator('#app h1').first()).toBeVisible();
  const small = await page.evaluate(
    ([words, target]) => {
      const found: string[] = [];
      // What only screen readers get is clipped away.
      const seen = (element: Element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !element.closest('.visually-hidden') &&
        element.getBoundingClientRect().width > 1;
      const walker = document.createTreeWalker(document.querySelector('#app') ?? document.body, NodeFilter.SHOW_TEXT);
      let count = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || !node.textContent?.trim() || !seen(parent) || parent.closest('option, .skip-link')) continue;
        count += 1;
        const size = parseFloat(getComputedStyle(parent).fontSize);
        if (size < words) found.push(`${size} px: ${node.textContent.trim().slice(0, 20)}`);
      }
      if (count < 5) found.push(`only ${count} texts are there to measure`);
      /** A link in the middle of a sentence is as high as its line (WCAG 2.5.8). */
      const inSentence = (element: Element) => {
        const own = element.textContent?.trim() ?? '';
        const around = element.parentElement?.textContent?.trim() ?? '';
        return element.matches('p a, li a') && around !== own;
      };
      const pressed = 'a[href], button, select, textarea, input, summary, [role=switch]';
      for (const element of document.querySelectorAll(`#app :is(${pressed})`)) {
        if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.skip-link') || inSentence(element)) continue;
        if (element.matches('[hidden], [disabled]')) continue;
        // A control is pressed by its label, and some lie under what stands for them.
        const label = (element as HTMLInputElement).labels?.[0];
        const boxes = [element, ...(label ? [label] : [])].map((it) => it.getBoundingClientRect());
        const after = getComputedStyle(element, '::after');
        const wide = after.position === 'absolute' && after.content !== 'none' ? element.closest('li, div') : null;
        if (wide) boxes.push(wide.getBoundingClientRect());
        const [width, height] = [Math.max(...boxes.map((box) => box.width)), Math.max(...boxes.map((box) => box.height))];
        if (Math.round(width) < target || Math.round(height) < target) {
          const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
          found.push(`${Math.round(width)} × ${Math.round(height)}: ${element.tagName} .${element.className} ${name.slice(0, 20)}`);
        }
      }
      return found;
    },
    [WORDS, TARGET] as const,
  );
  expect(small, `${what} in elder mode`).toEqual([]);
}
