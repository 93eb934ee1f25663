import { expect, type Locator, type Page } from '@playwright/test';

/** One place where the Tab key stops. */
export interface Stop {
  /** The control in words, for messages. */
  what: string;
  /** A ring, or a shadow in its place, says that the keyboard is here. */
  seen: boolean;
  /** Something else, such as a bar that stays in place, lies over all of it. */
  covered: boolean;
  /** It comes after the stop before, in the document and on the screen. */
  inOrder: boolean;
  /** The walk has been here before: it has come round. */
  again: boolean;
}

/** More stops than any page of ours may have; who needs more presses is in a trap. */
const MOST = 120;

/** What can be reached with the keys, and what happens to the place on the way. Keys are all it ever sends. */
export class Keyboard {
  /**
   * How many presses of Tab the main action of each screen took: from where the page had put the place, or where
   * something was answered first, from the last answer.
   */
  readonly presses = new Map<string, number>();

  /** A walk ends at the first stop, which is one press away from where the page had put the place. */
  private walked = 0;

  constructor(readonly page: Page) {}

  /** The next stop, which has to be seen, uncovered and in its order. Nothing where the page ends. */
  async tab(): Promise<Stop | null> {
    this.walked = 0;
    await this.page.keyboard.press('Tab');
    const stop = await this.page.evaluate(nextStop);
    if (!stop) return null;
    expect(stop, 'a stop of the keyboard').toMatchObject({ what: stop.what, seen: true, covered: false, inOrder: true });
    return stop;
  }

  /** Goes once round the page: everything that can be used is met, each once, and nothing holds on to the place. */
  async walk(screen: string): Promise<Stop[]> {
    await this.page.evaluate(forgetStops);
    const stops: Stop[] = [];
    for (let presses = 0; ; presses += 1) {
      expect(presses, `${screen}: round in finitely many presses`).toBeLessThan(MOST);
      const stop = await this.tab();
      if (stop?.again) break;
      if (stop) stops.push(stop);
    }
    expect(await this.page.evaluate(unreached), `${screen}: what the keyboard does not reach`).toEqual([]);
    this.walked = 1;
    return stops;
  }

  /** Tabs on to a control; answers how many presses it took. */
  async tabTo(target: Locator): Promise<number> {
    await target.waitFor({ state: 'attached' });
    const { walked } = this;
    for (let presses = 0; presses < MOST; presses += 1) {
      if (await hasFocus(target)) return walked + presses;
      await this.tab();
    }
    throw new Error(`${target} is not reached by ${MOST} presses of Tab`);
  }

  /** Tabs to a link or button and presses Enter on it. */
  async follows(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.page.keyboard.press('Enter');
  }

  /** Presses the main action of a screen, and notes how far it was. */
  async acts(screen: string, target: Locator): Promise<void> {
    this.presses.set(screen, await this.tabTo(target));
    await this.page.keyboard.press('Enter');
  }

  /** Ticks a box. */
  async ticks(box: Locator): Promise<void> {
    await this.tabTo(box);
    await this.page.keyboard.press('Space');
    await expect(box).toBeChecked();
    await expect(box).toBeFocused();
  }

  /** Tabs to a field and types in place of what is in it. */
  async types(field: Locator, words: string): Promise<void> {
    await this.tabTo(field);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(words);
    await expect(field).toBeFocused();
  }

  /** Chooses one of several with the arrows: Tab stops at one of a group only. */
  async chooses(radio: Locator): Promise<void> {
    const group = await radio.getAttribute('name');
    for (let presses = 0; (await focusedGroup(this.page)) !== group; presses += 1) {
      expect(presses, `the group ${group} is reached`).toBeLessThan(MOST);
      await this.tab();
    }
    for (let presses = 0; !(await hasFocus(radio)); presses += 1) {
      expect(presses, `the arrows reach ${radio}`).toBeLessThan(40);
      await this.page.keyboard.press('ArrowDown');
    }
    if (!(await radio.isChecked())) await this.page.keyboard.press('Space');
    await expect(radio).toBeChecked();
    await expect(radio).toBeFocused();
  }

  /** After a change of page the place is at the new page's heading, and the heading shows it. */
  async arrives(heading: string | RegExp): Promise<void> {
    const title = this.page.getByRole('heading', { level: 1, name: heading });
    await expect(title).toBeFocused();
    await this.isPlaced();
  }

  /** The place is on something, and is seen there. */
  async isPlaced(): Promise<void> {
    await expect.poll(() => this.page.evaluate(onNothing), 'the place is lost to the page').toBe(false);
    const stop = await this.page.evaluate(nextStop);
    expect(stop, 'where the place is').toMatchObject({ seen: true, covered: false });
  }

  /** The count of presses to each screen's main action, one a line. */
  report(): string {
    return [...this.presses].map(([screen, presses]) => `${String(presses).padStart(3)}  ${screen}`).join('\n');
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

function focusedGroup(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    return focused instanceof HTMLInputElement && focused.type === 'radio' ? focused.name : null;
  });
}

// What follows runs in the page.

function onNothing(): boolean {
  return !document.activeElement || document.activeElement === document.body;
}

declare global {
  interface Window {
    /** Where the keyboard has been on this page. */
    walk?: { met: Set<Element>; last?: Element };
  }
}

function forgetStops(): void {
  window.walk = { met: new Set() };
}

async function nextStop(): Promise<Stop | null> {
  // The browser scrolls to the focus with the next frame.
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  // A file input lies unseen over its label, which shows the focus for it.
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : undefined;
  const shown = label && getComputedStyle(focused).opacity === '0' ? label : focused;

  const walk = (window.walk ??= { met: new Set() });
  const again = walk.met.has(focused);
  const inOrder = !walk.last?.isConnected || walk.last === focused || isFirst() || follows(walk.last);
  walk.met.add(focused);
  walk.last = focused;
  const words = (shown.textContent?.trim() || focused.getAttribute('aria-label') || focused.id).replace(/\s+/g, ' ');
  return {
    what: `${focused.tagName.toLowerCase()} ${words.slice(0, 60)}`,
    seen: isSeen(),
    covered: isCovered(),
    inOrder,
    again,
  };

  function isSeen(): boolean {
    // A link whose whole row can be pressed has its ring on the layer that is laid over the row.
    return [undefined, '::before', '::after'].some((part) => {
      const { content, outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown, part);
      const drawn = part === undefined || content !== 'none';
      return drawn && ((outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none');
    });
  }

  function isCovered(): boolean {
    const box = shown.getBoundingClientRect();
    const parts = [0.1, 0.5, 0.9];
    return !parts.some((x) =>
      parts.some((y) => {
        const hit = document.elementFromPoint(box.x + box.width * x, box.y + box.height * y);
        return hit !== null && (shown.contains(hit) || hit.contains(shown));
      }),
    );
  }

  /** Coming round the end of the page, or of a dialog, the walk begins anew at the top. */
  function isFirst(): boolean {
    const around = document.querySelector('dialog[open]') ?? document;
    return focused === around.querySelector('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  }

  /** Later in the document, and on the screen not above, unless in another column or in a bar that stays in place. */
  function follows(last: Element): boolean {
    if (last.compareDocumentPosition(shown) & Node.DOCUMENT_POSITION_PRECEDING) return false;
    const [from, to] = [last.getBoundingClientRect(), shown.getBoundingClientRect()];
    const above = to.bottom <= from.top && to.left < from.right;
    return !above || stays(last) || stays(shown);
  }

  function stays(element: Element): boolean {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (['sticky', 'fixed'].includes(getComputedStyle(at).position)) return true;
    }
    return false;
  }
}

function unreached(): string[] {
  const met = [...(window.walk?.met ?? [])];
  // Tab stops at one of the radio buttons of a group; the arrows lead to the others.
  const group = (element: Element) => element instanceof HTMLInputElement && element.type === 'radio' && element.name;
  const groups = new Set(met.map(group));
  const around = document.querySelector('dialog[open]') ?? document;
  return [...around.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => !element.matches(':disabled, [tabindex="-1"]'))
    .filter((element) => !met.includes(element) && !(group(element) && groups.has(group(element))))
    .map((element) => element.outerHTML.slice(0, 160));
}
