// The pictures that are measured with, made once and the same on every machine: photographs enlarged and laid side by
// side, with the grain of a sensor over them, and a page of small print.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const photographs = fileURLToPath(new URL('../../e2e/photographs', import.meta.url));

/** Case, size as stored, and how it is encoded. 4:2:0 at quality 92 is what phones write. */
const INPUTS = [
  { name: 'JPEG 12 MP', size: [4032, 3024], of: 'photograph', as: 'jpeg' },
  { name: 'JPEG 12 MP, turned', size: [4032, 3024], of: 'photograph', as: 'jpeg', orientation: 6 },
  { name: 'JPEG 24 MP', size: [5712, 4284], of: 'photograph', as: 'jpeg' },
  { name: 'JPEG 48 MP', size: [8064, 6048], of: 'photograph', as: 'jpeg' },
  { name: 'JPEG 12 MP, progressive', size: [4032, 3024], of: 'photograph', as: 'progressive' },
  { name: 'PNG 12 MP', size: [4032, 3024], of: 'photograph', as: 'png' },
  { name: 'WebP 12 MP', size: [4032, 3024], of: 'photograph', as: 'webp' },
  { name: 'page 12 MP', size: [4032, 3024], of: 'page', as: 'jpeg' },
];

/** Makes what is missing in the folder; gives each input with its file. */
export async function inputs(folder) {
  mkdirSync(folder, { recursive: true });
  const made = [];
  for (const input of INPUTS) {
    const file = `${input.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.${input.as}`;
    const place = join(folder, file);
    if (!existsSync(place)) writeFileSync(place, await encoded(input));
    made.push({ ...input, file, place, bytes: readFileSync(place).length });
  }
  return made;
}

async function encoded({ size: [width, height], of, as, orientation }) {
  // All of a phone's grain would make a PNG larger than any file that is taken.
  const raw = of === 'page' ? await page(width, height) : await photograph(width, height, as === 'png' ? 2 : 7);
  const picture = sharp(raw, { raw: { width, height, channels: 3 } });
  const jpeg = { quality: 92, chromaSubsampling: '4:2:0' };
  switch (as) {
    case 'jpeg':
      return (orientation ? picture.withMetadata({ orientation }) : picture).jpeg(jpeg).toBuffer();
    case 'progressive':
      return picture.jpeg({ ...jpeg, progressive: true }).toBuffer();
    case 'png':
      return picture.png({ compressionLevel: 6 }).toBuffer();
    default:
      return picture.webp({ quality: 90, effort: 2 }).toBuffer();
  }
}

/** Three photographs side by side in three rows, each row shifted. */
async function photograph(width, height, grain) {
  const [across, down] = [Math.ceil(width / 3), Math.ceil(height / 3)];
  const names = ['astronaut', 'coffee', 'rocket'];
  const tiles = await Promise.all(
    names.map((name) => sharp(join(photographs, `${name}.jpg`)).resize(across, down, { fit: 'cover', kernel: 'lanczos3' }).toBuffer()),
  );
  const composite = Array.from({ length: 9 }, (_, nth) => {
    const [column, row] = [nth % 3, Math.floor(nth / 3)];
    return { input: tiles[(column + row) % 3], left: column * across, top: row * down };
  });
  const ground = { width: across * 3, height: down * 3, channels: 3, background: '#808080' };
  const whole = await sharp({ create: ground }).composite(composite).png({ compressionLevel: 1 }).toBuffer();
  return grained(await sharp(whole).extract({ left: 0, top: 0, width, height }).removeAlpha().raw().toBuffer(), grain);
}

/** A page of small print, a little smaller than the picture, on dark wood. */
async function page(width, height) {
  const words = '居住证申领材料租赁合同房屋地址成都市武侯区天府大道社区民警核验签注一年期满换领补领承租人出租人身份号码';
  const [left, top, size] = [width * 0.06, height * 0.06, Math.round(height / 62)];
  const perLine = Math.floor((width * 0.8) / size);
  const lines = Array.from({ length: 38 }, (_, row) => {
    const text = Array.from({ length: perLine }, (_, column) => words[(row * 17 + column * 7 + (column >> 3)) % words.length]);
    return `<text x="${left * 1.6}" y="${top * 1.7 + row * size * 1.42}">${text.join('')}</text>`;
  });
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#5d4632"/>
    <rect x="${left}" y="${top}" width="${width - 2 * left}" height="${height - 2 * top}" fill="#e9e7e1"/>
    <g font-family="Noto Sans CJK SC" font-size="${size}" fill="#2b2b2e">${lines.join('')}</g></svg>`;
  return grained(await sharp(Buffer.from(scene)).removeAlpha().raw().toBuffer(), 3);
}

/** Noise of about this standard deviation, from a seed. */
function grained(rgb, deviation) {
  let state = 0x9e3779b9;
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  for (let at = 0; at < rgb.length; at += 3) {
    // The sum of two even distributions is near enough to a sensor's; what is common to the channels is brightness.
    const light = (random() + random() - 1) * deviation * 2.4;
    for (let channel = 0; channel < 3; channel += 1) {
      rgb[at + channel] = Math.max(0, Math.min(255, Math.round(rgb[at + channel] + light)));
    }
  }
  return rgb;
}
