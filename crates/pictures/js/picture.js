// Pictures for pages that are not the app's: `import { prepare } from "/picture.js"` brings the same worker that the app
// uses. It is started at the first picture, takes one at a time, and is ended when there is none for a while, because a
// module's memory only grows.
//
// WORKER is put in by the build: the worker's script, as seen from this file.

/** Of `ToWorker` and `FromWorker` in src/protocol.rs. */
const PROTOCOL = 5;

/** Of `Limits::DEVICE`: a larger file is not even read. */
const MOST_BYTES = 30000000;

/** A hundred kilobytes take a few seconds on a slow line; after these milliseconds, there is none. */
const START_WITHIN = 60_000;

/** The largest photographs take an old phone ten seconds; after these milliseconds, the worker hangs. */
const ANSWER_WITHIN = 90_000;

/** Pictures of one choice follow each other within moments; after these milliseconds the memory is given back. */
const IDLE_FOR = 10_000;

const DEFAULTS = { fit: 1600, quality: 80, budget: 1_000_000 };

/**
 * Why there is no picture.
 *
 * `code` is stable. The file is refused: empty, not_a_picture, unsupported_kind, unsupported_encoding, truncated, damaged,
 * too_many_bytes, too_many_pixels, budget_out_of_reach, out_of_memory. Something else is wrong: file_unreadable,
 * worker_not_started, worker_other_version (the page must be loaded anew), worker_stopped.
 */
export class PictureError extends Error {
  /**
   * @param {string} code
   * @param {Record<string, unknown>} [facts] the numbers that belong to the code, such as `{bytes, limit}`
   * @param {unknown} [cause]
   */
  constructor(code, facts = {}, cause) {
    super(`no picture: ${code}`, { cause });
    this.name = "PictureError";
    this.code = code;
    this.facts = facts;
  }
}

/** Settles once everybody who came before has left. */
let turn = Promise.resolve();

/** @type {Worker | undefined} */
let worker;

/** The timer that ends a worker without work. */
let idle;

/** The number of the last request. */
let asked = 0;

/**
 * Makes a picture upright, small and free of metadata, beside the page's own thread. JPEG and PNG are taken, whatever
 * their names say, and what the browser itself decodes: WebP nearly everywhere, HEIC in Safari; the result is a JPEG.
 *
 * @param {Blob} blob
 * @param {object} [options]
 * @param {number | {width: number, height: number}} [options.fit] the longest side or a box, in pixels; 1600. Nothing is
 *   enlarged.
 * @param {number} [options.quality] the JPEG quality that is not exceeded, 1 to 100; 80
 * @param {number} [options.budget] the most bytes, for which first quality and then size is given up; 1,000,000
 * @param {AbortSignal} [options.signal] gives the picture up, wherever it is
 * @returns {Promise<{blob: Blob, width: number, height: number, findings: {code: string}[]}>} `findings` is advice on how
 *   the picture is lit and how sharp it is: too_dark, too_bright, blurred, glare (with its `region` in thousandths)
 * @throws {PictureError} other pictures and the next ones are not touched by it
 * @throws {RangeError} for options that cannot be
 */
export async function prepare(blob, { fit = DEFAULTS.fit, quality = DEFAULTS.quality, budget = DEFAULTS.budget, signal } = {}) {
  const box = typeof fit === "number" ? { width: fit, height: fit } : { width: fit.width, height: fit.height };
  const wanted = { ...box, quality, budget };
  for (const [name, value] of Object.entries(wanted)) {
    const most = name === "quality" ? 100 : 2 ** 32 - 1;
    if (!Number.isInteger(value) || value < 1 || value > most) throw new RangeError(`${name} is ${value}`);
  }
  if (blob.size > MOST_BYTES) throw new PictureError("too_many_bytes", { bytes: blob.size, limit: MOST_BYTES });

  const before = turn;
  let leave;
  turn = new Promise((resolve) => (leave = resolve));
  try {
    await unlessAborted(before, signal);
    return await inTurn(blob, wanted, signal);
  } finally {
    // Who gives up while waiting does not let the next one in before the one at work is done.
    before.then(leave);
  }
}

async function inTurn(blob, fit, signal) {
  clearTimeout(idle);
  try {
    worker ??= await start(signal);
    asked += 1;
    const answer = message(worker, ANSWER_WITHIN, "worker_stopped");
    worker.postMessage([JSON.stringify({ type: "fit", id: asked, fit }), blob]);
    const [text, jpeg] = await unlessAborted(answer, signal);
    const { type, id, facts, error } = JSON.parse(text);
    if (id !== asked) throw new PictureError("worker_stopped");
    if (type === "unreadable") throw new PictureError("file_unreadable");
    if (type === "refused") {
      const { code, ...numbers } = error;
      throw new PictureError(code, numbers);
    }
    const { width, height, findings } = facts;
    return { blob: new Blob([jpeg], { type: "image/jpeg" }), width, height, findings };
  } catch (error) {
    // A refusal leaves the worker as it was, but for one: without room in it, the next picture finds some in another.
    const isWell = error instanceof PictureError && !/^worker_|^out_of_memory$/.test(error.code);
    if (!isWell) end();
    throw error;
  } finally {
    idle = setTimeout(end, IDLE_FOR);
  }
}

function end() {
  worker?.terminate();
  worker = undefined;
}

/** A worker that has said that it is there, and speaks our version. */
async function start(signal) {
  const started = new Worker(new URL(WORKER, import.meta.url), { type: "module" });
  try {
    const [text] = await unlessAborted(message(started, START_WITHIN, "worker_not_started"), signal);
    const { type, protocol } = JSON.parse(text);
    if (type !== "ready" || protocol !== PROTOCOL) throw new PictureError("worker_other_version");
    return started;
  } catch (error) {
    started.terminate();
    throw error;
  }
}

/** The worker's next message, or an error of this code if there is none within so many milliseconds. */
function message(from, within, code) {
  return new Promise((resolve, reject) => {
    const fail = (event) => reject(new PictureError(code, {}, event?.message));
    const timer = setTimeout(fail, within);
    const settled = (settle) => (event) => {
      clearTimeout(timer);
      settle(event);
    };
    from.onmessage = settled((event) => resolve(event.data));
    from.onmessageerror = settled(fail);
    from.onerror = settled(fail);
  });
}

/** What the promise gives, unless the signal comes first. */
function unlessAborted(promise, signal) {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
