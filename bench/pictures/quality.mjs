// How near a reduced picture is to the same one decoded as a whole and reduced by Lanczos' filter of three lobes.
import sharp from 'sharp';

/** Brightness of every pixel, upright, with width and height. */
export async function brightness(picture) {
  const { data, info } = await sharp(picture).rotate().removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const [width, height] = [info.width, info.height];
  const values = new Float32Array(width * height);
  for (let at = 0; at < values.length; at += 1) {
    // ITU-R BT.601, as in JPEG.
    values[at] = 0.299 * data[3 * at] + 0.587 * data[3 * at + 1] + 0.114 * data[3 * at + 2];
  }
  return { values, width, height };
}

/** For each of `to` samples of a line of `from`: where its window begins, and the weights. */
function windows(from, to) {
  const scale = from / to;
  const lobes = 3 * scale;
  const sinc = (x) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
  return Array.from({ length: to }, (_, nth) => {
    const middle = (nth + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.ceil(middle - lobes));
    const last = Math.min(from - 1, Math.floor(middle + lobes));
    const weights = Float64Array.from({ length: last - first + 1 }, (_, at) => {
      const x = (first + at - middle) / scale;
      return sinc(x) * sinc(x / 3);
    });
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

/** The reference: brightness of the whole file, reduced to a size. */
export async function reference(file, toWidth, toHeight) {
  const { values, width, height } = await brightness(file);
  const across = windows(width, toWidth);
  const rows = new Float32Array(toWidth * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < toWidth; x += 1) {
      const { first, weights } = across[x];
      let sum = 0;
      for (let at = 0; at < weights.length; at += 1) sum += weights[at] * values[y * width + first + at];
      rows[y * toWidth + x] = sum;
    }
  }
  const reduced = new Float32Array(toWidth * toHeight);
  for (const [y, { first, weights }] of windows(height, toHeight).entries()) {
    for (let at = 0; at < weights.length; at += 1) {
      const [from, to, weight] = [(first + at) * toWidth, y * toWidth, weights[at]];
      for (let x = 0; x < toWidth; x += 1) reduced[to + x] += weight * rows[from + x];
    }
  }
  return { values: reduced.map((value) => Math.max(0, Math.min(255, value))), width: toWidth, height: toHeight };
}

/** PSNR in dB and SSIM (means over blocks of 8×8 pixels) of a JPEG against a reference of its size. */
export async function nearness(jpeg, { values: wanted, width, height }) {
  const found = await ofSize(jpeg, width, height);
  let squares = 0;
  for (let at = 0; at < wanted.length; at += 1) squares += (found.values[at] - wanted[at]) ** 2;
  let [similar, blocks] = [0, 0];
  for (let top = 0; top + 8 <= height; top += 8) {
    for (let left = 0; left + 8 <= width; left += 8) {
      similar += similarity(found.values, wanted, width, left, top);
      blocks += 1;
    }
  }
  return { psnr: 10 * Math.log10(255 ** 2 / (squares / wanted.length)), ssim: similar / blocks };
}

/** How far the brightness of a JPEG's pixels is from that of a picture of its size, in the mean. */
export async function distance(jpeg, { values: wanted, width, height }) {
  const found = await ofSize(jpeg, width, height);
  let sum = 0;
  for (let at = 0; at < wanted.length; at += 1) sum += Math.abs(found.values[at] - wanted[at]);
  return sum / wanted.length;
}

async function ofSize(jpeg, width, height) {
  const found = await brightness(jpeg);
  if (found.width !== width || found.height !== height) {
    throw new Error(`${found.width}×${found.height} instead of ${width}×${height}`);
  }
  return found;
}

/** SSIM of one block (Wang, Bovik, Sheikh and Simoncelli 2004, equation 13). */
function similarity(one, other, width, left, top) {
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let y = top; y < top + 8; y += 1) {
    for (let at = y * width + left; at < y * width + left + 8; at += 1) {
      a += one[at];
      b += other[at];
      aa += one[at] ** 2;
      bb += other[at] ** 2;
      ab += one[at] * other[at];
    }
  }
  [a, b, aa, bb, ab] = [a, b, aa, bb, ab].map((sum) => sum / 64);
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  const [varianceA, varianceB, covariance] = [aa - a * a, bb - b * b, ab - a * b];
  return ((2 * a * b + c1) * (2 * covariance + c2)) / ((a * a + b * b + c1) * (varianceA + varianceB + c2));
}

/** The value at so many bytes between measured points `{bytes, value}`, on a logarithmic scale of bytes. */
export function atBytes(points, bytes) {
  const sorted = [...points].sort((one, other) => one.bytes - other.bytes);
  const above = Math.min(sorted.length - 1, Math.max(1, sorted.findIndex((point) => point.bytes >= bytes)));
  const [low, high] = [sorted[above - 1], sorted[above]];
  const part = Math.log(bytes / low.bytes) / Math.log(high.bytes / low.bytes);
  return low.value + part * (high.value - low.value);
}
