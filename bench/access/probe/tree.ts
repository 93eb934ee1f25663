//! The accessibility tree, as the browser hands it to a screen reader.
import type { Page } from 'playwright-core';

export interface Node {
  role: string;
  name: string;
  description: string;
  /** Properties such as `checked`, `invalid`, `modal`, `live`. */
  properties: Record<string, unknown>;
  /** Whether what appears here is read out at once. */
  isLive: boolean;
}

interface Raw {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  properties?: { name: string; value: { value?: unknown } }[];
}

const LIVE_ROLES = ['alert', 'status', 'log'];

/** All of the page that is not ignored, in reading order. */
export async function tree(page: Page): Promise<Node[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Raw[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const properties = (node: Raw): Record<string, unknown> =>
    Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const isLive = (node: Raw | undefined): boolean =>
    !!node && (LIVE_ROLES.includes(node.role?.value ?? '') || ['polite', 'assertive'].includes(String(properties(node).live)) ||
      isLive(byId.get(node.parentId ?? '')));
  // The tree does not hand out aria-current: the page's own node says whether there is one.
  const current = await page.locator('[aria-current]').count();
  return nodes.filter((node) => !node.ignored).map((node) => ({
    role: node.role?.value ?? '',
    name: (node.name?.value ?? '').trim(),
    description: (node.description?.value ?? '').trim(),
    properties: node.parentId ? properties(node) : { current },
    isLive: isLive(node),
  }));
}
