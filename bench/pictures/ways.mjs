// Runs in the browser: the ways to reduce a picture, each as its own documentation shows it, and what they cost the page.
import imageCompression from 'browser-image-compression';
import Compressor from 'compressorjs';
import createPica from 'pica';
import { prepare } from '/site/picture.js';

const pica = createPica();

/** Width and height within the box, never larger than they are. */
function within(width, height, side) {
  const scale = Math.min(1, side / Math.max(width, height));
  return [Math.round(width * scale), Math.round(height * scale)];
}

function canvas(width, height) {
  const made = document.createElement('canvas');
  [made.width, made.height] = [width, height];
  return made;
}

const toJpeg = (of, quality) => new Promise((resolve) => of.toBlob(resolve, 'image/jpeg', quality / 100));

/** Each takes a file, the longest side in pixels and the JPEG quality, and gives a JPEG. */
const WAYS = {
  ours: async (file, side, quality) => (await prepare(file, { fit: side, quality, budget: 20_000_000 })).blob,

  compressorjs: (file, side, quality) =>
    new Promise((success, error) => {
      new Compressor(file, { maxWidth: side, maxHeight: side, quality: quality / 100, mimeType: 'image/jpeg', success, error });
    }),

  'browser-image-compression': (file, side, quality) =>
    imageCompression(file, {
      maxSizeMB: 20,
      maxWidthOrHeight: side,
      initialQuality: quality / 100,
      fileType: 'image/jpeg',
      useWebWorker: true,
      // Its worker fetches the library again, from elsewhere unless it is told.
      libURL: new URL('/browser-image-compression.js', location.href).href,
    }),

  pica: async (file, side, quality) => {
    const bitmap = await createImageBitmap(file);
    const to = canvas(...within(bitmap.width, bitmap.height, side));
    await pica.resize(bitmap, to);
    bitmap.close();
    return pica.toBlob(to, 'image/jpeg', quality / 100);
  },

  browser: async (file, side, quality) => {
    const bitmap = await createImageBitmap(file);
    const to = canvas(...within(bitmap.width, bitmap.height, side));
    const context = to.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, to.width, to.height);
    bitmap.close();
    return toJpeg(to, quality);
  },
};

/** The longest time in ms for which the page's thread did nothing else, while `work` runs. */
async function longestBlock(work) {
  const { port1, port2 } = new MessageChannel();
  let [last, longest, running] = [performance.now(), 0, true];
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) port2.postMessage(null);
  };
  port2.postMessage(null);
  try {
    await work();
  } finally {
    longest = Math.max(longest, performance.now() - last);
    running = false;
    port1.close();
  }
  return longest;
}

/** Files of the inputs, fetched once, as pickers give them. */
const files = new Map();

async function file(name, type) {
  if (!files.has(name)) files.set(name, new File([await (await fetch(`/inputs/${name}`)).blob()], name, { type }));
  return files.get(name);
}

/** Milliseconds that a way takes. */
async function time(way, name, type, side, quality) {
  const from = await file(name, type);
  const start = performance.now();
  const blob = await WAYS[way](from, side, quality);
  return { took: performance.now() - start, bytes: blob.size };
}

async function block(way, name, type, side, quality) {
  const from = await file(name, type);
  return longestBlock(() => WAYS[way](from, side, quality));
}

/** The JPEG that a way makes, for others to look at. */
async function made(way, name, type, side, quality) {
  const blob = await WAYS[way](await file(name, type), side, quality);
  const reader = new FileReader();
  await new Promise((resolve) => {
    reader.onload = resolve;
    reader.readAsDataURL(blob);
  });
  return reader.result.split(',')[1];
}

globalThis.bench = { names: Object.keys(WAYS), file, time, block, made };
