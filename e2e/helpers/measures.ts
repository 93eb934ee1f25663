// What is measured of a page as it is rendered: of the app, or of a story alone in the gallery's canvas. Each of these
// functions runs in the page, so each stands alone.

/** The controls smaller than `least` px in width or height. Links within a sentence are as high as its line (WCAG 2.5.8). */
export function smallTargets(least: number): string[] {
  const controls = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [role="switch"]';
  const shown = [...document.querySelectorAll<HTMLElement>(controls)].filter((control) => {
    return control.checkVisibility({ visibilityProperty: true }) && !control.matches(':disabled');
  });
  return shown.filter((control) => !withinSentence(control)).flatMap((control) => {
    const boxes = [control.getBoundingClientRect(), ...labels(control).map((label) => label.getBoundingClientRect())];
    const layer = getComputedStyle(control, '::after');
    // A link whose whole row can be pressed lays a part of itself over the row.
    if (layer.content !== 'none' && layer.position === 'absolute') {
      const row = getComputedStyle(control).position === 'static' ? control.offsetParent : control;
      if (row) boxes.push(row.getBoundingClientRect());
    }
    const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    // The link to the content is out of sight until the keyboard comes to it.
    if (width <= 1 && height <= 1) return [];
    // Seven days abreast leave each no more than this of a phone's width.
    const across = control.closest('[role=gridcell]') ? Math.min(least, 44) : least;
    const small = width < across - 0.5 || height < least - 0.5;
    return small ? [`${Math.round(width)}×${Math.round(height)} ${control.outerHTML.replace(/\s+/g, ' ').slice(0, 140)}`] : [];
  });

  function labels(control: HTMLElement): HTMLElement[] {
    return control instanceof HTMLInputElement ? [...(control.labels ?? [])] : [];
  }

  function withinSentence(control: HTMLElement): boolean {
    if (control.tagName !== 'A' || getComputedStyle(control).display !== 'inline') return false;
    let block = control.parentElement;
    while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
    const own = control.textContent?.trim().length ?? 0;
    return (block?.textContent?.trim().length ?? 0) > own + 1;
  }
}

/** What makes the page wider than the window, so that one would have to scroll sideways. */
export function sideways(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const wide = [...document.querySelectorAll(':is(#app, #canvas) *')].filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5);
  return [`${scrollWidth} > ${clientWidth}`, ...wide.slice(-3).map((element) => element.outerHTML.slice(0, 140))];
}

/** The words that are cut off by a box too small for them. */
export function clipped(): string[] {
  const boxes = [...document.querySelectorAll<HTMLElement>(':is(#app, #canvas) *')].filter((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    const cuts = [overflowX, overflowY].some((overflow) => overflow === 'hidden' || overflow === 'clip');
    const forReadersOnly = clipPath !== 'none' || element.clientWidth <= 1;
    return cuts && !forReadersOnly && Boolean(element.textContent?.trim());
  });
  return boxes
    .filter((box) => box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
    .map((box) => box.outerHTML.slice(0, 140));
}

/** What stays in place while the page scrolls may cover no more than half of the window; a dialog is there to cover it. */
export function coveredByBars(): string[] {
  const bars = [...document.querySelectorAll(':is(#app, #canvas) *')].filter((element) => {
    const { position, display } = getComputedStyle(element);
    return display !== 'none' && !element.closest('dialog') && (position === 'fixed' || position === 'sticky');
  });
  const heights = bars.map((bar) => {
    const box = bar.getBoundingClientRect();
    return Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
  });
  const covered = heights.reduce((sum, height) => sum + height, 0);
  return covered > innerHeight / 2 ? [`${Math.round(covered)} of ${innerHeight} px`] : [];
}

/** The words smaller than `least` px. */
export function smallWords(least: number): string[] {
  const walker = document.createTreeWalker(document.querySelector('#app, #canvas') as Element, NodeFilter.SHOW_TEXT);
  const small = new Set<string>();
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent?.trim();
    const around = walker.currentNode.parentElement;
    if (!words || !around?.checkVisibility({ visibilityProperty: true }) || around.closest('option')) continue;
    const size = parseFloat(getComputedStyle(around).fontSize);
    if (size < least) small.add(`${size} px: ${words.slice(0, 40)}`);
  }
  return [...small];
}
