// What the gallery asks of the browser itself. Scripts and not `web-sys`, whose features would make another build of
// everything below the app.

const PSEUDO = { Hover: /:hover/g, Focus: /:focus-visible|:focus(?![-\w])/g, Active: /:active/g };
const USABLE = ':is(a[href], button, input, select, textarea, summary, [tabindex])';

let forced = false;

// Shows a state as if a pointer or the keyboard were at every element. The style sheets are given, once, a twin of each
// rule for such a state, which holds while <html> says so.
export function force(state) {
  if (state !== 'None' && !forced) {
    forced = true;
    for (const sheet of document.styleSheets) twin(sheet);
  }
  document.documentElement.dataset.forced = state;
}

function twin(parent) {
  // From the end, because each twin is put right behind its rule.
  for (let place = parent.cssRules.length - 1; place >= 0; place -= 1) {
    const rule = parent.cssRules[place];
    if (rule.selectorText === undefined) {
      if (rule.cssRules) twin(rule);
      continue;
    }
    for (const [state, pseudo] of Object.entries(PSEUDO)) {
      if (!rule.selectorText.match(pseudo)) continue;
      // What holds while a state is not there says nothing about how it looks.
      const selectors = rule.selectorText.split(/,(?![^(]*\))/).filter((one) => one.match(pseudo) && !/:not\([^)]*:/.test(one));
      if (selectors.length === 0) continue;
      const twins = selectors.map((one) => {
        const bare = one.trim().replace(pseudo, '');
        return `html[data-forced="${state}"] ${bare === '' ? USABLE : bare}`;
      });
      parent.insertRule(`${twins.join(', ')} { ${rule.style.cssText} }`, place + 1);
    }
  }
}

let factor = 1;
let running = false;

// Keeps the main thread busy for so much of every frame that the rest takes `times` as long. It is no emulation of a
// slow phone: compiling, workers and the network stay as fast as they are.
export function slow(times) {
  factor = times;
  if (running || factor <= 1) return;
  running = true;
  const frame = () => {
    if (factor <= 1) {
      running = false;
      return;
    }
    const end = performance.now() + (1000 / 60) * (1 - 1 / factor);
    while (performance.now() < end);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

// Lets the page believe that the line is down, or up again.
export function offline(down) {
  if (navigator.onLine === !down) return;
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => !down });
  dispatchEvent(new Event(down ? 'offline' : 'online'));
}

let loading;

const loaded = () =>
  (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'axe.min.js';
    script.onload = resolve;
    script.onerror = () => reject(new Error('axe.min.js is not beside the gallery'));
    document.head.append(script);
  }));

// What axe finds on the page as it stands, as JSON.
export async function audit() {
  try {
    await loaded();
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // A component alone is no page: it has no landmarks and no heading of the first level.
    const whole = ['region', 'page-has-heading-one', 'landmark-one-main', 'heading-order'];
    const rules = Object.fromEntries(whole.map((rule) => [rule, { enabled: false }]));
    const found = await window.axe.run(document, { runOnly: tags, rules });
    const violations = found.violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }));
    return JSON.stringify({ passes: found.passes.length, violations });
  } catch (error) {
    return JSON.stringify({ passes: 0, violations: [], failed: String(error) });
  }
}

// Sets or takes back custom properties of the document, given as JSON.
export function tokens(changed) {
  const style = document.documentElement.style;
  for (const name of [...style].filter((name) => name.startsWith('--'))) style.removeProperty(name);
  for (const [name, value] of Object.entries(JSON.parse(changed))) style.setProperty(name, value);
}

// Lays the page out and says what time it is then, in milliseconds.
export function laidOut() {
  document.body.getBoundingClientRect();
  return performance.now();
}

// How many elements and how many bytes of HTML lie in the element of this identifier.
export function extent(id) {
  const root = document.getElementById(id);
  return [root.querySelectorAll('*').length, new TextEncoder().encode(root.innerHTML).length];
}

// Puts words on the clipboard, and says whether the browser let us.
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
