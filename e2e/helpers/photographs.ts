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
