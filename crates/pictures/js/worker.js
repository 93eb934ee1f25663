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
 * A WebP as its decoder leaves it, before any pixels are made of its brightness and colours; nothing where the browser has no
 * such decoder.
 */
async function frame(file) {
  if (typeof ImageDecoder === "undefined") return undefined;
  // Of a stream it would decode all that is there whenever more comes.
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: "image/webp" });
  try {
    return (await decoder.decode()).image;
  } catch {
    return undefined;
  } finally {
    decoder.close();
  }
}

/** Brightness and colours of a frame in planes, one after the other; nothing where it has others than a WebP. */
async function planes(picture, width, height) {
  const { format, colorSpace } = picture;
  if (format !== "I420" || colorSpace.matrix !== "smpte170m" || colorSpace.fullRange) return undefined;
  const [across, down] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const [cb, cr] = [width * height, width * height + across * down];
  const bytes = new Uint8Array(cr + across * down);
  const layout = [
    { offset: 0, stride: width },
    { offset: cb, stride: across },
    { offset: cr, stride: across },
  ];
  await picture.copyTo(bytes, { layout });
  return bytes;
}

/** A function that gives some rows of a picture's pixels. */
function rowsOf(picture, width, height) {
  let context;
  return (from, count, by) => {
    const across = Math.floor(width / by);
    // A canvas of a few rows: one of all of them would be in memory a second time.
    context ??= new OffscreenCanvas(across, count).getContext("2d", { willReadFrequently: true });
    context.globalCompositeOperation = "copy";
    context.drawImage(picture, 0, -from, width / by, height / by);
    return context.getImageData(0, 0, across, count).data;
  };
}

/** A file as the browser decodes it, upright or as it is stored; nothing where it can't. */
async function decoded(file, by) {
  try {
    const image = by === "browser in planes" ? await frame(file) : undefined;
    return image ?? (await createImageBitmap(file, by === "browser" ? {} : { imageOrientation: "none" }));
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
  const picture = typeof OffscreenCanvas === "undefined" ? undefined : await decoded(message[1], by);
  if (!picture) return small.refuse_kind(message);
  const { displayWidth: width = picture.width, displayHeight: height = picture.height } = picture;
  try {
    const inPlanes = await planes(picture, width, height);
    if (inPlanes) return small.answer_planes(message, width, height, inPlanes);
    small.answer_pixels(message, width, height, rowsOf(picture, width, height));
  } finally {
    picture.close();
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
