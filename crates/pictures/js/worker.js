// What the picture worker runs first: it hands messages to a module, or with their pixels where the browser decodes.
// Modules with vector instructions are taken where the engine knows them.

/** A function that makes a vector: (func (result v128) (i8x16.splat (i32.const 0))). */
const VECTOR = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

const kind = WebAssembly.validate(new Uint8Array(VECTOR)) ? "picture_worker_simd" : "picture_worker";

async function load(name) {
  const module = await import(`./${name}.js`);
  await module.default({ module_or_path: new URL(`${name}_bg.wasm`, import.meta.url) });
  return module;
}

/** The module that takes JPEGs, which nearly all pictures are. */
const small = await load(kind);

/** The one that takes PNGs too, once there was one. */
let whole;

/**
 * The bitmap of a file, upright or as it is stored, and a function that gives some of its rows; nothing where the browser can't
 * decode it.
 */
async function decoded(file, asStored) {
  try {
    const bitmap = await createImageBitmap(file, asStored ? { imageOrientation: "none" } : {});
    const { width, height } = bitmap;
    let context;
    const rows = (from, count, by) => {
      const across = Math.floor(width / by);
      // A canvas of a few rows: one of all of them would be in memory a second time.
      context ??= new OffscreenCanvas(across, count).getContext("2d", { willReadFrequently: true });
      context.globalCompositeOperation = "copy";
      context.drawImage(bitmap, 0, -from, width / by, height / by);
      return context.getImageData(0, 0, across, count).data;
    };
    return { bitmap, width, height, rows };
  } catch {
    return undefined;
  }
}

async function answerOtherwise(by, message) {
  if (by === "png") {
    whole ??= await load(`${kind}_png`);
    whole.answer_file(message);
    return;
  }
  const picture = typeof OffscreenCanvas === "undefined" ? undefined : await decoded(message[1], by === "browser as stored");
  if (!picture) return small.refuse_kind(message);
  try {
    small.answer_pixels(message, picture.width, picture.height, picture.rows);
  } finally {
    picture.bitmap.close();
  }
}

onmessage = ({ data }) => {
  // Within the event, so that what is thrown reaches the page as the worker's error; so does what is thrown later.
  const by = small.answer_file(data);
  if (by) {
    answerOtherwise(by, data).catch((error) => {
      setTimeout(() => {
        throw error;
      });
    });
  }
};
small.greet();
