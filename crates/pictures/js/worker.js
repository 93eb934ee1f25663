// What the picture worker runs first: it hands messages to a module, or with their pixels where the browser decodes.
// Modules with vector instructions are taken where the engine knows them.

/** A function that makes a vector: (func (result v128) (i8x16.splat (i32.const 0))). */
const VECTOR = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11];

const kind = WebAssembly.validate(new Uint8Array(VECTOR)) ? "picture_worker_simd" : "picture_worker";

async function load(name) {
  const module = await import(`./${name}.js`);
  const { memory } = await module.default({ module_or_path: new URL(`${name}_bg.wasm`, import.meta.url) });
  return { ...module, memory };
}

/** The module that takes JPEGs, which nearly all pictures are. */
const small = await load(kind);
/** The one that takes PNGs too, once there was one. */
let whole;

/** How much of a file is read at a time, in bytes, where the browser reads into a buffer that it is given. */
const PIECE = 1 << 20;

/** The bytes of a file, piece by piece: each is there until the next one is asked for. */
async function* pieces(file) {
  const stream = file.stream();
  let reader;
  let buffer;
  try {
    // One buffer for all of them: others would stay until the engine looks for what nobody needs.
    reader = stream.getReader({ mode: "byob" });
    buffer = new ArrayBuffer(PIECE);
  } catch {
    reader = stream.getReader();
  }
  try {
    for (;;) {
      const { done, value } = await (buffer ? reader.read(new Uint8Array(buffer)) : reader.read());
      if (done) return;
      yield value;
      buffer &&= value.buffer;
    }
  } finally {
    await reader.cancel();
  }
}

/** Said of a file that the small module leaves to the whole one. */
const IS_PNG = "png";

/** A message with its file in a module's memory; nothing where it is answered already. */
async function arrived(module, message) {
  const { size } = message[1];
  let arrival;
  let received = 0;
  try {
    for await (const piece of pieces(message[1])) {
      // Before any room is made: a module's memory never becomes smaller.
      if (received === 0 && module.is_for_png_module(piece)) return IS_PNG;
      arrival ??= module.Arrival.of(message);
      if (!arrival) return undefined;
      new Uint8Array(module.memory.buffer, arrival.place(), size).set(piece, received);
      received += piece.length;
    }
  } catch {
    // It was taken from the phone meanwhile, or has become longer.
    received = undefined;
  }
  // Of nothing there is no piece.
  arrival ??= module.Arrival.of(message);
  if (received === size) return arrival;
  arrival?.answer_unreadable();
  arrival?.free();
  return undefined;
}

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
async function decoded(file, wanted) {
  try {
    const image = wanted === "in planes" ? await frame(file) : undefined;
    return image ?? (await createImageBitmap(file, wanted === "upright" ? {} : { imageOrientation: "none" }));
  } catch {
    return undefined;
  }
}

async function answerByBrowser(arrival, wanted, file) {
  const picture = typeof OffscreenCanvas === "undefined" ? undefined : await decoded(file, wanted);
  if (!picture) return arrival.refuse_kind();
  const { displayWidth: width = picture.width, displayHeight: height = picture.height } = picture;
  try {
    const inPlanes = await planes(picture, width, height);
    if (inPlanes) return arrival.answer_by_planes(width, height, inPlanes);
    arrival.answer_by_rows(width, height, rowsOf(picture, width, height));
  } finally {
    picture.close();
  }
}

async function answer(message) {
  let arrival = await arrived(small, message);
  if (arrival === IS_PNG) {
    whole ??= await load(`${kind}_png`);
    arrival = await arrived(whole, message);
  }
  const wanted = arrival?.answer();
  if (wanted) await answerByBrowser(arrival, wanted, message[1]);
  arrival?.free();
}

let before = Promise.resolve();

onmessage = ({ data }) => {
  // One after the other. What is thrown reaches the page as the worker's error, in an event of its own.
  before = before
    .then(() => answer(data))
    .catch((error) => {
      setTimeout(() => {
        throw error;
      });
    });
};

small.greet();
