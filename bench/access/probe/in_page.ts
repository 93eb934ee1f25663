//! What is read from inside the page. The page is the component and nothing else, so the whole of it is looked at.

const CONTROLS = [
  'a[href]', 'button', 'input:not([type=hidden])', 'select', 'textarea', 'summary', '[tabindex]:not([tabindex="-1"])',
  ...['button', 'checkbox', 'radio', 'switch', 'tab', 'link', 'spinbutton', 'gridcell', 'menuitem', 'textbox']
    .map((role) => `[role=${role}]`),
].join(',');

/** Fields that hold no words. */
const WITHOUT_WORDS = '[type=checkbox], [type=radio], [type=file], [type=range]';

export interface Box { left: number; top: number; width: number; height: number }

let clicks = 0;
addEventListener('click', () => (clicks += 1), true);

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const { visibility } = getComputedStyle(element);
  return width > 0 && height > 0 && visibility === 'visible' && !element.closest('[inert]');
}

/** The deepest element that has the focus, or nothing when it is the page itself. */
function focused(): Element | undefined {
  let inner = document.activeElement;
  while (inner?.shadowRoot?.activeElement) inner = inner.shadowRoot.activeElement;
  return inner && inner !== document.body && inner !== document.documentElement ? inner : undefined;
}

/** The element in a few words, to recognise it by. */
function described(element: Element): string {
  const same = [...document.querySelectorAll('*')].indexOf(element);
  return `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''} ${same}`;
}

export interface Stop { id: string; within: boolean; fits: boolean; isText: boolean }

/** Where the focus is: whether inside what `selector` names, and whether at one of what `at` names. */
export function stop(selector: string, at = '*'): Stop | undefined {
  const element = focused();
  if (!element) return undefined;
  const isText = element.matches('textarea, [contenteditable=true]') ||
    (element instanceof HTMLInputElement && /^(text|tel|search|number|email|url|password)$/.test(element.type) && !element.readOnly);
  return { id: described(element), within: element.closest(selector) !== null, fits: element.matches(at), isText };
}

/** All that a press of a key could change: how often something was clicked, values, states, words, places. */
export function signature(): string {
  const states = [...document.querySelectorAll('body *')].map((element) => {
    const aria = ['checked', 'selected', 'pressed', 'expanded', 'valuenow', 'valuetext', 'current', 'activedescendant'];
    const field = element as HTMLInputElement;
    return [
      ...aria.map((name) => element.getAttribute(`aria-${name}`)),
      field.value, field.checked, (element as HTMLDialogElement).open, element.getAttribute('style'),
    ].join();
  });
  return [clicks, document.body.innerText, ...states].join('\n');
}

/** Whether anything of what `selector` names is to be seen: a frame without a size of its own may hold what has one. */
export function isShown(selector: string): boolean {
  const parts = [...document.querySelectorAll(selector)].flatMap((element) => [element, ...element.querySelectorAll('*')]);
  return parts.some((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return isSeen(element) && top < innerHeight && bottom > 0 && element.checkVisibility({ opacityProperty: true });
  });
}

/** Where a finger can press what `element` stands for: itself, and the label around it. */
function target(element: Element): Box | undefined {
  const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0];
  const boxes = [element, label].filter((one): one is Element => !!one && isSeen(one)).map((one) => one.getBoundingClientRect());
  const { opacity } = getComputedStyle(element);
  // A control that is not drawn is pressed by what surrounds it.
  if (boxes.length === 0 || (opacity === '0' && !label)) {
    const parent = element.parentElement;
    if (parent && isSeen(parent) && opacity === '0') boxes.push(parent.getBoundingClientRect());
  }
  return boxes.sort((one, other) => Math.min(other.width, other.height) - Math.min(one.width, one.height))[0];
}

/** What can be pressed, in CSS pixels, apart from links in running text. */
export function targets(): { what: string; box: Box }[] {
  const all = [...document.querySelectorAll(CONTROLS)].filter((element) =>
    !element.matches('[role=dialog], [role=tabpanel], [aria-hidden=true], dialog') && !(element as HTMLButtonElement).disabled &&
    !element.closest('p a') && element.checkVisibility({ visibilityProperty: true }),
  );
  return all.flatMap((element) => {
    const box = target(element);
    const words = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
    const inWindow = box && box.top < innerHeight && box.top + box.height > 0 && box.width > 1 && box.height > 1;
    return inWindow ? [{ what: words.slice(0, 12), box: { left: box.left, top: box.top, width: box.width, height: box.height } }] : [];
  });
}

/** The sizes of all words to be seen, in reading order. */
export function textSizes(): number[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const sizes: number[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.nodeValue?.trim() || !parent || parent.matches('script, style, noscript') || !isSeen(parent)) continue;
    const { width, height } = parent.getBoundingClientRect();
    if (width > 1 && height > 1) sizes.push(parseFloat(getComputedStyle(parent).fontSize));
  }
  for (const field of document.querySelectorAll('input, textarea')) {
    if (isSeen(field) && !field.matches(WITHOUT_WORDS)) sizes.push(parseFloat(getComputedStyle(field).fontSize));
  }
  return sizes;
}

type Colour = [number, number, number, number];

function colour(words: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (words.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function over([red, green, blue, alpha]: Colour, below: Colour): Colour {
  const mixed = (one: number, other: number): number => one * alpha + other * (1 - alpha);
  return [mixed(red, below[0]), mixed(green, below[1]), mixed(blue, below[2]), 1];
}

function luminance(one: Colour): number {
  const [red, green, blue] = one.slice(0, 3).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of every placeholder with what is behind it: axe does not look at placeholders. */
export function placeholderContrasts(): number[] {
  const fields = document.querySelectorAll<HTMLInputElement>('input[placeholder], textarea[placeholder]');
  return [...fields].filter((field) => isSeen(field) && !field.value).map((field) => {
    const behind: Colour[] = [];
    for (let element: Element | null = field; element; element = element.parentElement) {
      behind.push(colour(getComputedStyle(element).backgroundColor));
    }
    const ground = behind.reverse().reduce((below, one) => over(one, below), [255, 255, 255, 1]);
    const { color, opacity } = getComputedStyle(field, '::placeholder');
    const [red, green, blue, alpha] = colour(color);
    const words = luminance(over([red, green, blue, alpha * Number(opacity)], ground));
    const paper = luminance(ground);
    return (Math.max(words, paper) + 0.05) / (Math.min(words, paper) + 0.05);
  });
}

/** Whether something goes on moving: in how many frames of a second anything stood elsewhere than in the one before. */
export async function framesInMotion(): Promise<number> {
  const places = (): string => [...document.querySelectorAll('body *')].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left, top, width, height].map(Math.round).join();
  }).join(' ');
  let moved = 0;
  let before = places();
  const end = performance.now() + 1000;
  while (performance.now() < end) {
    await new Promise(requestAnimationFrame);
    const now = places();
    if (now !== before) moved += 1;
    before = now;
  }
  return moved;
}

/** Animations without an end that change more than opacity or colour. */
export function endlessAnimations(): number {
  return document.getAnimations().filter((animation) => {
    const effect = animation.effect as KeyframeEffect;
    const changed = effect.getKeyframes().flatMap((frame) => Object.keys(frame));
    const quiet = ['offset', 'computedOffset', 'easing', 'composite', 'opacity', 'color', 'backgroundColor'];
    return effect.getComputedTiming().iterations === Infinity && changed.some((name) => !quiet.includes(name));
  }).length;
}

/** Takes all words out, so that what is left is what is drawn. */
export function withoutWords(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement?.matches('script, style')) node.nodeValue = (node.nodeValue ?? '').replace(/\S/g, '\u3000');
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
    field.placeholder = '';
    if (!field.matches(WITHOUT_WORDS)) field.value = '';
  }
}

/** Presses the last of what `selector` names that is in the window: by script, since some kits hide it. */
export function pressLast(selector: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => {
    const { bottom } = (one.closest('label') ?? one).getBoundingClientRect();
    return bottom > 0 && bottom < innerHeight;
  });
  const last = all.at(-1);
  (last?.closest('label') ?? last)?.click();
  return !!last;
}
