// Measures our picture module beside its peers, in one run, and prints rows (see xtask/src/bench.rs). `ROUNDS` and `ONLY`
// (time, engines, block, memory, quality) make it shorter.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import sharp from 'sharp';
import { growth, newestRenderer, open, serve, start } from './browser.mjs';
import { ENGINES } from './engines.mjs';
import { inputs } from './inputs.mjs';
import { atBytes, brightness, distance, nearness, reference } from './quality.mjs';

const built = fileURLToPath(new URL('../../target/bench-pictures', import.meta.url));
const rounds = Number(process.env.ROUNDS ?? 7);
const only = process.env.ONLY?.split(',');
const SIDE = 1600;
const QUALITY = 80;
/** Milliseconds after which our worker is gone, and with it its memory (js/picture.js). */
const GONE_AFTER = 11_000;

const TYPES = { jpeg: 'image/jpeg', progressive: 'image/jpeg', png: 'image/png', webp: 'image/webp' };
const SPEED_BARS = {
  'JPEG 12 MP': 0.65,
  'JPEG 48 MP': 0.85,
  'JPEG 12 MP, progressive': 0.9,
  'PNG 12 MP': 0.9,
  'WebP 12 MP': 0.9,
};
/** Turned by compressorjs itself, pixel by pixel, as it does unless it is told not to. */
const TURNED_BAR = 0.25;

/** By how much brightness, of 255, one engine's decoder may differ from another's in the mean of all pixels. */
const MOST_OFF = 1;

const say = (text) => process.stderr.write(`${text}\n`);
const failed = (what, error) => say(`  ${what}: ${String(error.message).split('\n')[0]}`);
const middle = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted.length === 0 ? null : sorted[sorted.length >> 1];
};
const round = (value, digits = 1) => (value === null ? null : Number(value.toFixed(digits)));
const rows = [];

/** A row of medians by way; ways that failed have none. */
function row(name, metric, unit, byWay, more = {}, digits = 1) {
  const { ours = null, ...peers } = Object.fromEntries(
    Object.entries(byWay).map(([way, values]) => [way, round(middle(values), digits)]),
  );
  const measured = Object.fromEntries(Object.entries(peers).filter(([, value]) => value !== null));
  rows.push({ case: name, metric, unit, ours, peers: measured, ...more });
}

/** Values by way of several rounds, in each of which every way has its turn. */
async function interleaved(ways, times, measure) {
  const values = Object.fromEntries(ways.map((way) => [way, []]));
  for (let nth = 0; nth < times; nth += 1) {
    for (let turn = 0; turn < ways.length; turn += 1) {
      const way = ways[(turn + nth) % ways.length];
      try {
        values[way].push(await measure(way));
      } catch (error) {
        if (nth === 0) failed(way, error);
      }
    }
  }
  return values;
}

const wants = (part) => !only || only.includes(part);
const pictures = await inputs(join(built, 'inputs'));
const server = await serve(join(built, 'site'), join(built, 'inputs'));
const browser = await start();
const asked = (way, { file, as }, quality = QUALITY) => [way, file, TYPES[as], SIDE, quality];

try {
  const page = await open(browser, server.address);
  const ways = await page.evaluate(() => globalThis.bench.names);

  if (wants('time')) {
    for (const picture of pictures.filter(({ of }) => of === 'photograph')) {
      say(`Time: ${picture.name} (${(picture.bytes / 1e6).toFixed(1)} MB)`);
      const once = (way) => page.evaluate((given) => globalThis.bench.time(...given), asked(way, picture));
      // The first of each is not counted: it compiles what the later ones find compiled.
      await interleaved(ways, 1, once);
      const measured = await interleaved(ways, rounds, once);
      const took = Object.fromEntries(Object.entries(measured).map(([way, all]) => [way, all.map((one) => one.took)]));
      row(picture.name, 'time', 'ms', took, { bar: SPEED_BARS[picture.name] });
      if (picture.orientation) {
        const { ours, compressorjs } = took;
        row(picture.name, 'time beside compressorjs', 'ms', { ours, compressorjs }, { bar: TURNED_BAR });
      }
    }
  }

  if (wants('engines')) {
    for (const engine of Object.keys(ENGINES)) {
      try {
        await elsewhere(engine, page, ways);
      } catch (error) {
        failed(engine, error);
      }
    }
  }

  if (wants('block')) {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    for (const picture of pictures.filter(({ name }) => ['JPEG 12 MP', 'JPEG 48 MP', 'PNG 12 MP'].includes(name))) {
      say(`Longest block of the page: ${picture.name}`);
      const once = (way) => page.evaluate((given) => globalThis.bench.block(...given), asked(way, picture));
      await interleaved(ways, 1, once);
      const blocks = await interleaved(ways, Math.min(rounds, 5), once);
      row(picture.name, "longest block of the page's thread, CPU 4×", 'ms', blocks, { bar: 16, bar_on: 'value' });
    }
  }
  await page.context().close();

  if (wants('memory')) {
    for (const picture of pictures.filter(({ of }) => of === 'photograph')) {
      say(`Memory: ${picture.name}`);
      const left = [];
      const peaks = await interleaved(ways, Math.min(rounds, 3), async (way) => {
        const fresh = await open(browser, server.address);
        try {
          const pid = await newestRenderer(browser);
          await fresh.evaluate(([name, type]) => globalThis.bench.file(name, type), [picture.file, TYPES[picture.as]]);
          const work = () => fresh.evaluate((given) => globalThis.bench.time(...given), asked(way, picture));
          const grown = await growth(pid, work, way === 'ours' && picture.name === 'JPEG 12 MP' ? GONE_AFTER : 0);
          if (way === 'ours') left.push(grown.left / 1e6);
          return grown.peak / 1e6;
        } finally {
          await fresh.context().close();
        }
      });
      const bar = /^JPEG (12|48) MP$/.test(picture.name) ? { bar: 40, bar_on: 'value' } : {};
      row(picture.name, 'peak memory above the page', 'MB', peaks, bar);
      if (picture.name === 'JPEG 12 MP') row(picture.name, 'memory above the page when idle', 'MB', { ours: left });
    }
  }

  if (wants('quality')) {
    for (const picture of pictures.filter(({ name }) => ['JPEG 12 MP', 'JPEG 48 MP', 'page 12 MP'].includes(name))) {
      say(`Quality: ${picture.name}`);
      await compare(picture, ways);
    }
  }
} finally {
  await browser.close();
  server.end();
}

/** Times of the ways that work in another engine. Ours works if it makes there what it makes here. */
async function elsewhere(engine, here, ways) {
  const there = await ENGINES[engine](server.address);
  try {
    for (const picture of pictures.filter(({ of }) => of === 'photograph')) {
      say(`Time in ${engine}: ${picture.name}`);
      const once = (way) => there.call('time', ...asked(way, picture));
      const first = await interleaved(ways, 1, (way) => (way === 'ours' ? checked(here, there, picture) : once(way)));
      const measured = await interleaved(ways.filter((way) => first[way].length > 0), rounds, once);
      const took = Object.fromEntries(Object.entries(measured).map(([way, all]) => [way, all.map((one) => one.took)]));
      row(`${picture.name} in ${engine}`, 'time', 'ms', took);
    }
  } finally {
    await there.end();
  }
}

/** Fails unless our way makes the same picture in another engine as here, but for what decoders may differ in. */
async function checked(here, there, picture) {
  const given = asked('ours', picture);
  const wanted = await here.evaluate((given) => globalThis.bench.made(...given), given);
  const found = await there.call('made', ...given);
  const off = await distance(Buffer.from(found, 'base64'), await brightness(Buffer.from(wanted, 'base64')));
  if (off > MOST_OFF) throw new Error(`its pixels are off by ${off.toFixed(1)} in the mean`);
}

/** PSNR and SSIM of each way at the bytes that compressorjs takes. */
async function compare(picture, ways) {
  const page = await open(browser, server.address);
  const points = {};
  let wanted;
  for (const way of ways) {
    points[way] = [];
    for (const quality of [60, 70, 80, 90]) {
      const made = await page.evaluate((given) => globalThis.bench.made(...given), asked(way, picture, quality));
      const jpeg = Buffer.from(made, 'base64');
      const { width, height } = await sharp(jpeg).metadata();
      if (wanted?.width !== width || wanted?.height !== height) wanted = await reference(picture.place, width, height);
      points[way].push({ quality, bytes: jpeg.length, ...(await nearness(jpeg, wanted)) });
    }
  }
  await page.context().close();
  const { bytes } = points.compressorjs.find(({ quality }) => quality === QUALITY);
  const at = (way, measure) => atBytes(points[way].map((point) => ({ bytes: point.bytes, value: point[measure] })), bytes);
  const of = (measure) => Object.fromEntries(ways.map((way) => [way, [at(way, measure)]]));
  const where = `${picture.name}, ${Math.round(bytes / 1000)} KB`;
  row(where, 'PSNR', 'dB', of('psnr'), { bar: 1, better: 'higher' }, 2);
  row(where, 'SSIM', '', of('ssim'), { bar: 1, better: 'higher' }, 4);
  row(where, 'PSNR above compressorjs', 'dB', { ours: [at('ours', 'psnr') - at('compressorjs', 'psnr')] }, { bar: 0.5, better: 'higher' }, 2);
}

const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
for (const [name, module, bar] of [
  ["the worker's small module, with vector instructions", 'picture_worker_simd_bg.wasm', 40],
  ["the worker's small module, without", 'picture_worker_bg.wasm', 40],
  ['the one with PNGs, with vector instructions', 'picture_worker_simd_png_bg.wasm', 115],
  ['the one with PNGs, without', 'picture_worker_png_bg.wasm', 115],
]) {
  const wasm = readFileSync(join(built, 'site', module));
  row(name, 'brotli 11', 'KB', { ours: [brotliCompressSync(wasm, { params }).length / 1000] }, { bar });
}

process.stdout.write(JSON.stringify({ rounds, rows }));
