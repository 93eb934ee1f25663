import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from '../helpers/journey.js';
import { photograph } from '../helpers/photographs.js';

/** What a page of another team gets from the site's module: the picture's facts, or the error's code. */
interface Answer {
  code?: string;
  size?: number[];
  bytes?: number;
  type?: string;
  hasMetadata?: boolean;
  findings?: string[];
  /** How much brighter the picture is above than below. */
  brighterAbove?: number;
}

test('a page with nothing of the app in it has pictures prepared by the module of the site', async ({ page }) => {
  // With the policy of the site, and nothing else of it.
  await page.route('**/of-another-team', async (route) => {
    const response = await route.fetch({ url: new URL('/', route.request().url()).href });
    await route.fulfill({ response, body: '<!doctype html><title>Another team</title>' });
  });
  await page.goto('/of-another-team');
  const prepare = (file: Buffer, name: string, options: object): Promise<Answer> =>
    page.evaluate(
      async ({ base64, name, options }) => {
        const module = '/picture.js';
        const { prepare, PictureError } = await import(module);
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        try {
          const { blob, width, height, findings } = await prepare(new File([bytes], name), options);
          const text = new TextDecoder('latin1').decode(await blob.arrayBuffer());
          const bitmap = await createImageBitmap(blob);
          const canvas = new OffscreenCanvas(1, 2);
          const context = canvas.getContext('2d');
          context?.drawImage(bitmap, 0, 0, 1, 2);
          const [above, below] = [0, 1].map((y) => context?.getImageData(0, y, 1, 1).data[1] ?? 0);
          return {
            size: [width, height, bitmap.width, bitmap.height],
            bytes: blob.size,
            type: blob.type,
            hasMetadata: text.includes('Exif') || text.includes('GPS'),
            findings: findings.map(({ code }: { code: string }) => code),
            brighterAbove: (above ?? 0) - (below ?? 0),
          };
        } catch (error) {
          if (error instanceof PictureError) return { code: (error as Error & { code: string }).code };
          throw error;
        }
      },
      { base64: file.toString('base64'), name, options },
    );

  await test.step('a photograph of twelve megapixels, taken upright, with a place in it', async () => {
    // Stored on its side: what is above there is at the right once it is upright.
    const file = await readFile(await photograph('rocket', { orientation: 6 }));
    const lying = await readFile(await photograph('rocket', { orientation: 1 }));
    const turned = await prepare(file, 'photo.jpg', { fit: 1000, quality: 75, budget: 150_000 });
    const asStored = await prepare(lying, 'photo.jpg', { fit: 1000 });
    const [width = 0, height = 0] = turned.size ?? [];
    expect(turned.size).toEqual([width, height, width, height]);
    expect(Math.max(width, height)).toBe(1000);
    expect([height, width]).toEqual(asStored.size?.slice(0, 2));
    expect(turned.bytes).toBeLessThanOrEqual(150_000);
    expect(turned.type).toBe('image/jpeg');
    expect(turned.hasMetadata, 'EXIF is gone').toBe(false);
    expect(turned.findings, 'nothing is wrong with it').toEqual([]);
    expect(Math.abs((turned.brighterAbove ?? 0) - (asStored.brighterAbove ?? 0)), 'it was turned').toBeGreaterThan(5);
  });

  await test.step('what is dark is said to be dark', async () => {
    const dark = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(1600, 1200);
      const context = canvas.getContext('2d');
      for (let nth = 0; context && nth < 48; nth += 1) {
        context.fillStyle = `hsl(${nth * 40} 40% ${8 + (nth % 3) * 8}%)`;
        context.fillRect((nth % 8) * 200, Math.floor(nth / 8) * 200, 200, 200);
      }
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
    });
    const answer = await prepare(Buffer.from(dark, 'base64'), 'dark.png', {});
    expect(answer.size?.slice(0, 2)).toEqual([1600, 1200]);
    expect(answer.findings).toEqual(['too_dark']);
  });

  await test.step('what only the browser decodes is taken from it, whole or not at all', async () => {
    const webp = await sharp(await photograph('rocket', { orientation: 1 })).webp({ quality: 90, effort: 0 }).toBuffer();
    const asWebp = await prepare(webp, 'photo.webp', { fit: 1000, quality: 75 });
    const asJpeg = await prepare(await readFile(await photograph('rocket', { orientation: 1 })), 'photo.jpg', { fit: 1000 });
    expect(asWebp.size).toEqual(asJpeg.size);
    expect(asWebp.findings).toEqual([]);
    expect(Math.abs((asWebp.brighterAbove ?? 0) - (asJpeg.brighterAbove ?? 0)), 'it shows the same').toBeLessThan(5);
    // As a camera held upright stores it.
    const lying = sharp(await photograph('rocket', { orientation: 1 })).rotate(270).withMetadata({ orientation: 6 });
    const turned = await prepare(await lying.webp({ quality: 90, effort: 0 }).toBuffer(), 'photo.webp', { fit: 1000 });
    expect(turned.size).toEqual(asWebp.size);
    expect(Math.abs((turned.brighterAbove ?? 0) - (asWebp.brighterAbove ?? 0)), 'it was turned').toBeLessThan(5);
    const gif = await sharp(await photograph('rocket', { orientation: 1 })).resize(900).gif({ effort: 1 }).toBuffer();
    expect((await prepare(gif, 'photo.gif', {})).size?.[0]).toBe(900);
    expect((await prepare(gif.subarray(0, gif.length / 2), 'photo.gif', {})).code).toBe('truncated');
    // The header announces 16384 × 16384 pixels.
    const giant = Buffer.from('RIFF\x24\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\x3f\0\xff\x3f\0', 'latin1');
    expect((await prepare(giant, 'photo.webp', {})).code).toBe('too_many_pixels');
    expect((await prepare(webp.subarray(0, 2000), 'photo.webp', {})).code).toBe('truncated');
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect((await prepare(heic, 'photo.heic', {})).code).toBe('unsupported_kind');
  });

  await test.step('what is no picture is refused by name, and the next one is not', async () => {
    const text = Buffer.from('Dear officer, this is a letter and no photograph.');
    expect((await prepare(text, 'photo.jpg', {})).code).toBe('not_a_picture');
    expect((await prepare(Buffer.alloc(0), 'photo.jpg', {})).code).toBe('empty');
    const whole = await readFile(await photograph('coffee'));
    expect((await prepare(whole.subarray(0, whole.length / 2), 'photo.jpg', {})).code).toBe('truncated');
    expect((await prepare(whole, 'photo.jpg', { budget: 900 })).code).toBe('budget_out_of_reach');
    expect((await prepare(whole, 'photo.txt', { fit: { width: 300, height: 500 } })).size?.[0]).toBeLessThanOrEqual(300);
  });

  await test.step('three at once come in their order, and one that is given up makes way', async () => {
    const whole = await readFile(await photograph('coffee'));
    const outcome = await page.evaluate(async (base64) => {
      const module = '/picture.js';
      const { prepare } = await import(module);
      const file = new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
      const done: string[] = [];
      const ask = (name: string, options: object): Promise<void> =>
        prepare(file, options).then(
          () => done.push(name),
          (error: Error) => done.push(`${name}: ${error.name}`),
        );
      const [atWork, waiting] = [new AbortController(), new AbortController()];
      const first = ask('first', { signal: atWork.signal });
      const all = [first, ask('second', { signal: waiting.signal }), ask('third', {})];
      waiting.abort();
      // Long enough to begin, too short to end.
      await new Promise((resolve) => setTimeout(resolve, 5));
      atWork.abort();
      await Promise.all(all);
      return done;
    }, whole.toString('base64'));
    expect(outcome).toEqual(['second: AbortError', 'first: AbortError', 'third']);
  });
});
