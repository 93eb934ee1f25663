// A browser, a server for the pages that are measured, and what a page's process holds in memory.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const here = fileURLToPath(new URL('.', import.meta.url));
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

/** Serves the page with all ways in it, the site's picture files and the inputs; gives its address and an end. */
export async function serve(site, inputs) {
  const bundled = await build({
    entryPoints: [join(here, 'ways.mjs')],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    external: ['/site/picture.js'],
    logLevel: 'error',
  });
  const library = join(here, 'node_modules/browser-image-compression/dist/browser-image-compression.js');
  const fixed = {
    '/': Buffer.from('<!doctype html><title>Ways</title><script type="module" src="/ways.js"></script>'),
    '/ways.js': Buffer.from(bundled.outputFiles[0].contents),
    '/browser-image-compression.js': readFileSync(library),
  };
  const folders = { '/site/': site, '/inputs/': inputs };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const folder = Object.keys(folders).find((prefix) => path.startsWith(prefix));
    try {
      const body = fixed[path] ?? readFileSync(join(folders[folder], path.slice(folder.length)));
      const type = path === '/' ? 'text/html' : (TYPES[extname(path)] ?? 'application/octet-stream');
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, end: () => server.close() };
}

export function start() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  });
}

/** A page in a process of its own. */
export async function open(browser, address) {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(address);
  await page.waitForFunction(() => globalThis.bench !== undefined);
  return page;
}

/** The process of the newest page. */
export async function newestRenderer(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return Math.max(...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id));
}

/** Bytes of a process that no file stands behind, shared ones (which canvases use) included. */
function held(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const kilobytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return (kilobytes('RssAnon') + kilobytes('RssShmem')) * 1024;
}

/** By how many bytes a process grows at most while `work` runs, and by how many it has grown `rest` ms afterwards. */
export async function growth(pid, work, rest) {
  const before = held(pid);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, held(pid))), 3);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  await new Promise((resolve) => setTimeout(resolve, rest));
  return { peak: most - before, left: held(pid) - before };
}
