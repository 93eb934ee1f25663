import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const folder = fileURLToPath(new URL('../photographs', import.meta.url));
const cache = fileURLToPath(new URL('../results-photographs', import.meta.url));

export type Photograph = 'astronaut' | 'coffee' | 'rocket';

interface Shot {
  /** Pixels of the long edge; a phone of today takes 4032. */
  longEdge?: number;
  /** The EXIF orientation: 6 is a phone held upright. */
  orientation?: number;
}

/** A photograph as a phone would take it: several megapixels of JPEG, with an orientation tag and a place in its EXIF. */
export async function photograph(name: Photograph, { longEdge = 4032, orientation = 6 }: Shot = {}): Promise<string> {
  const file = path.join(cache, `${name}-${longEdge}-${orientation}.jpg`);
  if (await stat(file).catch(() => undefined)) return file;
  await mkdir(cache, { recursive: true });
  await sharp(path.join(folder, `${name}.jpg`))
    .resize({ width: longEdge, height: longEdge, fit: 'inside', kernel: 'lanczos3', withoutEnlargement: false })
    .withExif({
      IFD0: { Orientation: String(orientation), Make: 'Test', Model: 'Test' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 39/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '104/1 4/1 0/1' },
    })
    .withMetadata({ orientation })
    .jpeg({ quality: 92 })
    .toFile(file);
  return file;
}

/** Where the corners of the card are on {@link cardOnTable}, in fractions of the picture, clockwise from the upper left one. */
export const CARD_CORNERS = [[0.189, 0.272], [0.817, 0.198], [0.892, 0.764], [0.157, 0.807]] as const;

/** A card lying on a table, seen at an angle: 85.6 × 54 mm, leaned by 16° and 6° and turned by 4°. */
export async function cardOnTable(): Promise<string> {
  const file = path.join(cache, 'card-on-table.jpg');
  if (await stat(file).catch(() => undefined)) return file;
  await mkdir(cache, { recursive: true });
  const [width, height] = [4032, 3024];
  const at = (across: number, down: number): string => {
    const [a, b, c, d] = CARD_CORNERS;
    const between = (n: 0 | 1): number =>
      (a[n] * (1 - across) + b[n] * across) * (1 - down) + (d[n] * (1 - across) + c[n] * across) * down;
    return `${(between(0) * width).toFixed(1)},${(between(1) * height).toFixed(1)}`;
  };
  const box = (left: number, top: number, right: number, bottom: number, fill: string): string =>
    `<polygon fill="${fill}" points="${at(left, top)} ${at(right, top)} ${at(right, bottom)} ${at(left, bottom)}"/>`;
  const lines = [0.14, 0.28, 0.42, 0.56, 0.82].flatMap((top) =>
    Array.from({ length: 9 }, (_, nth) => box(0.07 + nth * 0.058, top, 0.11 + nth * 0.058, top + 0.06, '#3a3f44')),
  );
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
    <rect width="100%" height="100%" fill="#5d4632"/>${box(0, 0, 1, 1, '#dce6ea')}${box(0.68, 0.18, 0.92, 0.68, '#8a7a70')}${lines.join('')}
  </svg>`;
  await sharp(Buffer.from(scene)).jpeg({ quality: 92 }).toFile(file);
  return file;
}
