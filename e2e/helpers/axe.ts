import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { Page } from '@playwright/test';
import { COLOURS, type Colours } from './settings.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in each of the colours: everything in the first of them, and in the others what colours can change.
 * `without` names the rules that do not hold for what is shown.
 */
export async function violations(
  page: Page,
  colours: readonly Colours[] = Object.keys(COLOURS) as Colours[],
  without: readonly string[] = [],
): Promise<Record<string, string[]>> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const attributes = colours.map((name) => [name, COLOURS[name]] as const);
  return page.evaluate(
    async ([colours, without]) => {
      const html = document.documentElement;
      const all: Record<string, string[]> = {};
      for (const [index, [name, attributes]] of colours.entries()) {
        for (const [attribute, value] of Object.entries(attributes)) html.setAttribute(attribute, value);
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const runOnly = index === 0 ? tags : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
        const rules = Object.fromEntries(index === 0 ? without.map((rule) => [rule, { enabled: false }]) : []);
        // @ts-expect-error axe is a global of the page
        const { violations } = await window.axe.run(document, { runOnly, rules, resultTypes: ['violations'] });
        type Found = { id: string; nodes: { html: string; any: { message: string }[] }[] };
        all[name] = (violations as Found[]).map(({ id, nodes }) => {
          return `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 120)} (${any[0]?.message ?? ''})`).join(' | ')}`;
        });
      }
      for (const attribute of ['data-theme', 'data-contrast']) html.removeAttribute(attribute);
      return all;
    },
    [attributes, without] as const,
  );
}
