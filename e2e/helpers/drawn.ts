import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';

const cache = fileURLToPath(new URL('../results-photographs', import.meta.url));

/** What a camera sees, in units of which 1600 go across and 1200 down. */
const ACROSS = 1600;
const DOWN = 1200;
const TABLE = '<rect width="1600" height="1200" fill="#5d4632"/>';
const FONT = 'font-family="Noto Sans CJK SC" fill="#2e2c30"';

/** Words that fill papers, of nobody and about nothing. */
const WORDS = '演示样张不是真的材料租赁合同房屋地址承租人出租人身份号码有效期限签发机关';

const line = (x: number, y: number, size: number, length: number, from: number): string => {
  const words = Array.from({ length }, (_, nth) => WORDS[(from * 7 + nth * 3) % WORDS.length]).join('');
  return `<text x="${x}" y="${y}" font-size="${size}" ${FONT}>${words}</text>`;
};

/** Head and shoulders in a frame of 260 by 320, on a ground of this colour. */
const person = (ground: string, scale = 1, right = 0): string => `<svg width="260" height="320" viewBox="0 0 260 320">
  <rect width="260" height="320" fill="${ground}"/>
  <g transform="translate(${130 + right} 20) scale(${scale}) translate(-130 -20)">
    <ellipse cx="130" cy="350" rx="124" ry="86" fill="#283c6e"/>
    <ellipse cx="130" cy="136" rx="78" ry="118" fill="#2a2624"/>
    <ellipse cx="130" cy="152" rx="70" ry="116" fill="#cda58c"/>
    <circle cx="102" cy="146" r="8" fill="#2a2624"/><circle cx="158" cy="146" r="8" fill="#2a2624"/>
  </g></svg>`;

/** Identity cards as drawings, 856 by 540, each thing where it is on a real one. */
const CARDS = {
  portrait: `<rect width="856" height="540" rx="32" fill="#d6e2e8"/>
    ${[90, 160, 230, 320, 380].map((y, nth) => line(60, y, 34, 12, nth)).join('')}${line(60, 490, 40, 16, 9)}
    <svg x="540" y="80" width="260" height="320">${person('#f4f4f2')}</svg>`,
  emblem: `<rect width="856" height="540" rx="32" fill="#dee0d6"/>
    <circle cx="160" cy="150" r="70" fill="#be3e30"/>
    ${[0, 36, 72, 108, 144].map((turn) => `<rect x="94" y="146" width="132" height="8" fill="#e0b078" transform="rotate(${turn} 160 150)"/>`).join('')}
    ${line(290, 130, 50, 9, 1)}${line(290, 220, 60, 8, 5)}${line(220, 400, 34, 15, 3)}${line(220, 460, 34, 15, 8)}`,
};

/** A lying card or page: where its middle is, how large it is beside its usual size, and how it is turned, in degrees. */
interface Lies {
  x?: number;
  y?: number;
  size?: number;
  turn?: number;
}

/** A side of an identity card on a table. */
export const card = (side: keyof typeof CARDS, { x = 800, y = 600, size = 1.3, turn = 3 }: Lies = {}): string =>
  scene(`${TABLE}<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size}) translate(-428 -270)">${CARDS[side]}</g>`);

/** A light that a shiny page mirrors. */
export const LAMP = '<circle cx="430" cy="520" r="120" fill="#fff"/>';

/** A page of print on a table, with something over it. */
export const page = ({ x = 800, y = 600, size = 1, turn = -2 }: Lies = {}, over = ''): string => {
  const lines = Array.from({ length: 22 }, (_, row) => line(70, 110 + row * 45, 24, 26, row)).join('');
  const paper = `<rect width="780" height="1100" fill="#cecdc8"/>${lines}${over}`;
  return scene(`${TABLE}<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size}) translate(-390 -550)">${paper}</g>`);
};

/** A portrait on a ground of this colour, in a picture of this size. */
export const portrait = (ground: string, [width, height]: [number, number], scale = 1, right = 0): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${ground}"/>
    <svg x="${(width - height * 0.8125) / 2}" width="${height * 0.8125}" height="${height}" viewBox="0 0 260 320">${person(ground, scale, right)}</svg></svg>`;

const scene = (body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${ACROSS}" height="${DOWN}">${body}</svg>`;

/** The file of a drawing, as the camera has taken it. */
export async function drawn(name: string, drawing: string, taken = (picture: Sharp): Sharp => picture): Promise<string> {
  const file = path.join(cache, `drawn-${name}.jpg`);
  if (await stat(file).catch(() => undefined)) return file;
  await mkdir(cache, { recursive: true });
  // Twice as large, as a phone takes it; and what is done to it, to all of it.
  const whole = await sharp(Buffer.from(drawing), { density: 144 }).png({ compressionLevel: 1 }).toBuffer();
  await taken(sharp(whole)).jpeg({ quality: 90 }).toFile(file);
  return file;
}
