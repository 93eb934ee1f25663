//! What can be seen of a component as it stands, opened when it has to be: rules, tree, sizes, contrast.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { overThePage, type Component } from './components';
import type { Box } from './in_page';
import { lacks, type Answers } from './questions';
import { tree, type Node } from './tree';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

export async function atRest(page: Page, component: Component): Promise<Answers> {
  // Before axe, which takes a while: a toast does not wait.
  const nodes = await tree(page);
  const placeholders = await page.evaluate(() => inPage.placeholderContrasts());
  const targets = await page.evaluate(() => inPage.targets());
  const { rules, contrasts } = await violations(page);
  const faint = placeholders.filter((ratio) => ratio < 4.5);
  const answers: Answers = {
    axe: rules,
    tree: [...(component.opens === 'dialog' ? overThePage(nodes) : []), ...component.lacks(nodes)],
    contrast: [...tooLow(contrasts, 'contrast'), ...tooLow(faint, 'placeholder’s contrast')],
  };
  if (component.hasError) answers.error = error(nodes);
  if (targets.length > 0) {
    const sizes = targets.map(({ box }) => Math.min(box.width, box.height));
    const smallest = targets[sizes.indexOf(Math.min(...sizes))]!.box;
    answers.target24 = lacks(!targets.some(({ box }) => isCrowded(box, targets.map((other) => other.box))), `target ${size(smallest)}, crowded`);
    answers.target44 = lacks(Math.min(...sizes) >= 43.5, `target ${size(smallest)} < 44`);
  }
  return answers;
}

/** The rules that axe finds broken; contrast, as the ratios that are too low, apart from the rest. */
async function violations(page: Page): Promise<{ rules: string[]; contrasts: number[] }> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (tags) => {
    const run = (window as unknown as { axe: typeof axe }).axe.run;
    const { violations } = await run(document, {
      runOnly: { type: 'tag', values: tags },
      rules: { 'target-size': { enabled: false } },
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => ({ id, data: nodes.map(({ any }) => any[0]?.data as { contrastRatio?: number } | undefined) }));
  }, TAGS);
  const contrasts = found.filter(({ id }) => id === 'color-contrast').flatMap(({ data }) => data.map((one) => one?.contrastRatio ?? 1));
  return { rules: found.map(({ id }) => id).filter((id) => id !== 'color-contrast'), contrasts };
}

function tooLow(ratios: number[], what: string): string[] {
  return lacks(ratios.length === 0, `${what} ${(Math.floor(Math.min(...ratios) * 100) / 100).toFixed(2)} : 1`);
}

function error(nodes: Node[]): string[] {
  const fields = nodes.filter(({ role }) => role === 'textbox');
  const isInvalid = fields.some(({ properties }) => properties.invalid === 'true' || properties.invalid === true);
  return [
    ...lacks(isInvalid, 'field not marked as invalid'),
    ...lacks(fields.some(({ description }) => description !== ''), `error not tied to the field${nodes.some(({ isLive }) => isLive) ? ' (but announced)' : ''}`),
  ];
}

/** Below 24 px, and with another target within the circle of 24 px that stands for it (WCAG 2.5.8). */
function isCrowded(box: Box, all: Box[]): boolean {
  if (Math.min(box.width, box.height) >= 23.5) return false;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return all.some((other) => {
    const [dx, dy] = [x - Math.min(Math.max(x, other.left), other.left + other.width), y - Math.min(Math.max(y, other.top), other.top + other.height)];
    const distance = Math.hypot(dx, dy);
    // What lies around it, or is itself, is no neighbour.
    return distance > 0 && distance < 12;
  });
}

function size({ width, height }: Box): string {
  return `${Math.round(width)}×${Math.round(height)}`;
}
