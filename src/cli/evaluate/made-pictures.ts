import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';

/** A picture that people post and that is no selfie. */
export interface MadePicture {
  readonly name: string;
  readonly bytes: Buffer;
}

const FONT = fileURLToPath(new URL('../../../data/fonts/Nunito-Bold.ttf', import.meta.url));

/** Photos that come with face-api; in the third one somebody smiles alone in a corner. */
const SAMPLES = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);
const SMILE = { left: 1350, top: 150, width: 500, height: 560 };

const SKIN = ['#f2c9a8', '#e3a983', '#c68658', '#8d5a3b', '#5b3a26'];
const HAIR = ['#2b1a12', '#5d3a1f', '#c99b4f', '#b8432f', '#3a3a3d'];
const BRIGHT = ['#e4572e', '#17bebb', '#ffc914', '#76b041', '#6a4c93', '#1982c4'];

const LINES = [
  'did you see the match last night?',
  'no way, tell me everything',
  'so the keeper ran out and then',
  'brb, dinner is ready',
  'photos from the trip are up',
  'who has the notes of monday?',
];

const CAPTIONS = [
  ['WHEN THE CODE', 'COMPILES FIRST TIME'],
  ['ONE DOES NOT SIMPLY', 'CLOSE ALL TABS'],
  ['NOT SURE IF MONDAY', 'OR JUST COLD COFFEE'],
  ['I SHOULD SLEEP', 'ONE MORE EPISODE'],
  ['BRACE YOURSELVES', 'UPDATES ARE COMING'],
  ['SUCH PLAN', 'VERY WEEKEND'],
] as const;

/**
 * Thirty pictures: screenshots of chats, memes, charts, receipts, emoji and drawn faces. Some hold a real face: small, as
 * an avatar is, or large behind a meme's captions.
 * @param set another set has other colours, sizes and places; 0 is the one that figures are measured on
 */
export async function madePictures(set: number): Promise<readonly MadePicture[]> {
  const smile = dataUrl(
    await sharp(await readFile(join(SAMPLES, 'sample3.jpg')))
      .extract(SMILE)
      .jpeg()
      .toBuffer(),
  );
  const group = dataUrl(await readFile(join(SAMPLES, 'sample1.jpg')));
  const made = (kind: string, count: number, draw: (index: number) => string): MadePicture[] =>
    Array.from({ length: count }, (_, index) => ({
      name: `${kind} ${set * count + index + 1}`,
      bytes: painted(draw(index)),
    }));
  const n = (index: number): number => index + set * 7;
  return [
    ...made('chat', 6, (index) => chat(n(index), index >= 4 ? smile : undefined)),
    ...made('meme', 6, (index) => meme(n(index), index === 4 ? smile : index === 5 ? group : undefined)),
    ...made('chart', 5, (index) => chart(n(index))),
    ...made('receipt', 3, (index) => receipt(n(index))),
    ...made('emoji', 5, (index) => emojiPicture(n(index))),
    ...made('drawn face', 5, (index) => drawnFace(n(index))),
  ];
}

function painted(svg: string): Buffer {
  const image = new Resvg(svg, {
    font: { loadSystemFonts: false, fontFiles: [FONT], defaultFontFamily: 'Nunito' },
  });
  return Buffer.from(image.render().asPng());
}

const dataUrl = (jpeg: Buffer): string => `data:image/jpeg;base64,${jpeg.toString('base64')}`;

const of = <T>(list: readonly [T, ...T[]] | readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list has no items');
  return item;
};

const svg = (width: number, height: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;

const box = (x: number, y: number, width: number, height: number, fill: string, round = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;

const text = (x: number, y: number, size: number, fill: string, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" font-family="Nunito" font-size="${size}" fill="${fill}" ${more}>${words}</text>`;

/** A phone's or a computer's screen with a conversation. */
function chat(n: number, photo: string | undefined): string {
  const dark = n % 2 === 0;
  const [width, height] = n % 3 === 0 ? [390, 844] : [1100, 700];
  const [ground, ink] = dark ? ['#313338', '#dbdee1'] : ['#ffffff', '#2e3338'];
  const rows = Array.from({ length: Math.floor((height - 120) / 76) }, (_, row) => {
    const y = 90 + row * 76;
    const avatar =
      photo && row % 2 === 0
        ? `<clipPath id="c${row}"><circle cx="48" cy="${y + 24}" r="24"/></clipPath><image href="${photo}" x="24" y="${y}" width="48" height="48" preserveAspectRatio="xMidYMid slice" clip-path="url(#c${row})"/>`
        : `<circle cx="48" cy="${y + 24}" r="24" fill="${of(BRIGHT, n + row)}"/>${text(38, y + 34, 28, '#fff', of(['A', 'B', 'M', 'K'], n + row))}`;
    return `${avatar}${text(88, y + 18, 18, ink, of(['Ada', 'Ben', 'Mo', 'Kim'], n + row))}${text(88, y + 44, 17, ink, of(LINES, n + row))}`;
  });
  // One conversation has a photo in it, as large as chats show them.
  const shown = photo && n % 2 === 1;
  const posted = shown
    ? `${box(0, height - 380, width, 380, ground)}<image href="${photo}" x="88" y="${height - 370}" width="290" height="325"/>`
    : '';
  return svg(
    width,
    height,
    `${box(0, 0, width, height, ground)}${box(0, 0, width, 64, dark ? '#2b2d31' : '#f2f3f5')}${text(24, 42, 24, ink, `# ${of(['general', 'selfies', 'music'], n)}`)}${rows.join('')}${posted}`,
  );
}

/** Captions in white with a black rim, over a drawing or a photo. */
function meme(n: number, photo: string | undefined): string {
  const [width, height] = [600, 480 + (n % 3) * 60];
  const [above, below] = of(CAPTIONS, n);
  const caption = (y: number, words: string): string =>
    text(
      width / 2,
      y,
      of([46, 52, 58], n),
      '#fff',
      words,
      'text-anchor="middle" font-weight="700" stroke="#000" stroke-width="5" paint-order="stroke" stroke-linejoin="round"',
    );
  const behind = photo
    ? `<image href="${photo}" x="0" y="0" width="${width}" height="${height}" preserveAspectRatio="xMidYMid slice"/>`
    : of([landscape, frog, face, cat], n)(n, width, height);
  return svg(width, height, `${behind}${caption(64, above)}${caption(height - 24, below)}`);
}

function landscape(n: number, width: number, height: number): string {
  return `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="${of(BRIGHT, n)}"/><stop offset="1" stop-color="#fff3d6"/></linearGradient>
${box(0, 0, width, height, 'url(#sky)')}<circle cx="${width * 0.7}" cy="${height * 0.4}" r="60" fill="#ffe08a"/>
<path d="M0 ${height * 0.8} L${width * 0.3} ${height * 0.4} L${width * 0.55} ${height * 0.75} L${width * 0.8} ${height * 0.5} L${width} ${height} L0 ${height}Z" fill="#4a6b57"/>`;
}

function frog(n: number, width: number, height: number): string {
  const [x, y] = [width / 2, height / 2];
  return `${box(0, 0, width, height, of(['#bfe3ff', '#f7d6e0', '#e8e8e8'], n))}
<ellipse cx="${x}" cy="${y + 20}" rx="170" ry="140" fill="#6fa84f"/>
${[-70, 70].map((at) => `<ellipse cx="${x + at}" cy="${y - 70}" rx="62" ry="50" fill="#fff" stroke="#3d6b28" stroke-width="10"/><circle cx="${x + at + 14}" cy="${y - 66}" r="20" fill="#111"/>`).join('')}
<path d="M${x - 120} ${y + 70} Q${x} ${y + 130} ${x + 130} ${y + 60}" fill="none" stroke="#8a3b2c" stroke-width="24" stroke-linecap="round"/>`;
}

function cat(n: number, width: number, height: number): string {
  const [x, y, fur] = [width / 2, height / 2, of(['#d99a5b', '#777', '#e9e2d5'], n)];
  return `${box(0, 0, width, height, '#cfd8dc')}<path d="M${x - 130} ${y} L${x - 120} ${y - 170} L${x - 40} ${y - 100} L${x + 40} ${y - 100} L${x + 120} ${y - 170} L${x + 130} ${y} A130 120 0 0 1 ${x - 130} ${y}Z" fill="${fur}"/>
${[-55, 55].map((at) => `<ellipse cx="${x + at}" cy="${y - 20}" rx="24" ry="28" fill="#b7e08a"/><ellipse cx="${x + at}" cy="${y - 20}" rx="7" ry="25" fill="#111"/>`).join('')}
<path d="M${x - 12} ${y + 26} L${x + 12} ${y + 26} L${x} ${y + 40}Z" fill="#e57373"/><path d="M${x} ${y + 40} Q${x - 30} ${y + 70} ${x - 50} ${y + 50} M${x} ${y + 40} Q${x + 30} ${y + 70} ${x + 50} ${y + 50}" fill="none" stroke="#333" stroke-width="4"/>`;
}

/** A face in shapes with hair, brows, shading and a mood of its own. */
function face(n: number, width: number, height: number): string {
  const [x, y] = [width / 2, height / 2];
  const [w, h] = [Math.min(width, height) * (0.22 + (n % 3) * 0.03), Math.min(width, height) * 0.33];
  const [skin, hair] = [of(SKIN, n), of(HAIR, n * 3 + 1)];
  const smile = n % 2 === 0 ? h * 0.22 : -h * 0.16;
  const eyes = [-0.42, 0.42].map((side) => {
    const [ex, ey] = [x + side * w, y - h * 0.1];
    return `<ellipse cx="${ex}" cy="${ey}" rx="${w * 0.19}" ry="${h * 0.09}" fill="#fff"/><circle cx="${ex}" cy="${ey}" r="${h * 0.075}" fill="${of(['#4b6b8a', '#4a2f1d', '#557a46'], n)}"/><circle cx="${ex}" cy="${ey}" r="${h * 0.035}" fill="#000"/>
<path d="M${ex - w * 0.24} ${ey - h * 0.17} Q${ex} ${ey - h * 0.27} ${ex + w * 0.24} ${ey - h * 0.17}" fill="none" stroke="${hair}" stroke-width="${h * 0.05}"/>`;
  });
  return `<radialGradient id="skin" cx="0.45" cy="0.4"><stop stop-color="${skin}"/><stop offset="1" stop-color="${skin}" stop-opacity="0.8"/></radialGradient>
${box(0, 0, width, height, of(['#8fb8de', '#f4efe6', '#b5c99a', '#2f3e46'], n))}
<path d="M${x - w * 1.9} ${height} Q${x} ${y + h * 0.9} ${x + w * 1.9} ${height}Z" fill="${of(BRIGHT, n)}"/>
${box(x - w * 0.35, y + h * 0.7, w * 0.7, h * 0.6, skin)}
<ellipse cx="${x}" cy="${y - h * 0.25}" rx="${w * 1.2}" ry="${h * 1.05}" fill="${hair}"/>
<ellipse cx="${x}" cy="${y}" rx="${w}" ry="${h}" fill="${skin}"/><ellipse cx="${x}" cy="${y}" rx="${w}" ry="${h}" fill="url(#skin)"/>
${eyes.join('')}
<path d="M${x - w * 0.04} ${y - h * 0.02} L${x - w * 0.12} ${y + h * 0.24} Q${x} ${y + h * 0.31} ${x + w * 0.12} ${y + h * 0.24}" fill="none" stroke="#00000055" stroke-width="${h * 0.03}"/>
<path d="M${x - w * 0.4} ${y + h * 0.5} Q${x} ${y + h * 0.5 + smile} ${x + w * 0.4} ${y + h * 0.5}" fill="${smile > 0 ? '#fff' : 'none'}" stroke="#a2464a" stroke-width="${h * 0.05}"/>
<path d="M${x - w} ${y - h * 0.35} Q${x - w * 0.3} ${y - h * 1.1} ${x + w} ${y - h * 0.35} Q${x + w * 0.4} ${y - h * 0.75} ${x - w} ${y - h * 0.35}Z" fill="${hair}"/>`;
}

function drawnFace(n: number): string {
  const [width, height] = of(
    [
      [480, 480],
      [420, 600],
      [640, 480],
    ] as const,
    n,
  );
  return svg(width, height, face(n, width, height));
}

/** One large emoji, or many. */
function emojiPicture(n: number): string {
  const emoji = (x: number, y: number, r: number, kind: number): string => `
<circle cx="${x}" cy="${y}" r="${r}" fill="${of(['#ffcc4d', '#ffdc5d', '#f7a13c'], kind)}"/>
${[-0.35, 0.35].map((at) => `<ellipse cx="${x + at * r}" cy="${y - 0.2 * r}" rx="${0.12 * r}" ry="${0.19 * r}" fill="#664500"/>`).join('')}
<path d="M${x - 0.5 * r} ${y + 0.25 * r} Q${x} ${y + (kind % 2 === 0 ? 0.8 : -0.05) * r} ${x + 0.5 * r} ${y + 0.25 * r}" fill="${kind % 3 === 0 ? '#fff' : 'none'}" stroke="#664500" stroke-width="${0.08 * r}" stroke-linecap="round"/>
${kind % 4 === 1 ? `<path d="M${x + 0.35 * r} ${y + 0.05 * r} q${0.14 * r} ${0.3 * r} 0 ${0.4 * r} q${-0.14 * r} ${-0.1 * r} 0 ${-0.4 * r}" fill="#5dadec"/>` : ''}`;
  const many = n % 3 === 2;
  const shown = many
    ? Array.from({ length: 12 }, (_, index) =>
        emoji(80 + (index % 4) * 120, 80 + Math.floor(index / 4) * 120, 48, n + index),
      )
    : [emoji(260, 200, 110 + (n % 4) * 20, n)];
  return svg(520, 400, `${box(0, 0, 520, 400, of(['#fff', '#313338', '#fef3c7'], n))}${shown.join('')}`);
}

/** Bars, a line, a pie, a table or a heat map. */
function chart(n: number): string {
  const value = (index: number): number => 0.15 + 0.8 * Math.abs(Math.sin(index * 1.7 + n));
  const ground = `${box(0, 0, 800, 500, '#fff')}${text(40, 46, 26, '#333', of(['Revenue by month', 'Hours of sleep', 'Votes'], n))}`;
  const kinds = [
    () =>
      Array.from({ length: 9 }, (_, i) =>
        box(60 + i * 78, 460 - value(i) * 360, 52, value(i) * 360, of(BRIGHT, i + n)),
      ).join(''),
    () =>
      `<polyline fill="none" stroke="${of(BRIGHT, n)}" stroke-width="4" points="${Array.from({ length: 20 }, (_, i) => `${60 + i * 35},${460 - value(i) * 360}`).join(' ')}"/>`,
    () =>
      `<circle cx="400" cy="280" r="180" fill="${of(BRIGHT, n)}"/><path d="M400 280 L400 100 A180 180 0 0 1 570 340Z" fill="${of(BRIGHT, n + 1)}"/><path d="M400 280 L570 340 A180 180 0 0 1 320 441Z" fill="${of(BRIGHT, n + 2)}"/>`,
    () =>
      Array.from(
        { length: 40 },
        (_, i) =>
          `${box(40 + (i % 4) * 180, 80 + Math.floor(i / 4) * 40, 178, 38, Math.floor(i / 4) % 2 ? '#f3f4f6' : '#fff')}${text(52 + (i % 4) * 180, 106 + Math.floor(i / 4) * 40, 18, '#222', String(Math.round(value(i) * 9_999)))}`,
      ).join(''),
    () =>
      Array.from({ length: 84 }, (_, i) =>
        box(60 + (i % 12) * 56, 80 + Math.floor(i / 12) * 56, 54, 54, `hsl(${200 - value(i) * 180} 70% 50%)`),
      ).join(''),
  ];
  return svg(800, 500, `${ground}${of(kinds, n)()}`);
}

function receipt(n: number): string {
  const rows = Array.from({ length: 12 }, (_, row) => {
    const price = (1 + ((row * 37 + n * 13) % 90) / 10).toFixed(2);
    return `${text(40, 130 + row * 40, 20, '#222', of(['Bread', 'Milk', 'Coffee', 'Apples', 'Rice', 'Soap'], row + n))}${text(290, 130 + row * 40, 20, '#222', price)}`;
  });
  return svg(
    400,
    700,
    `${box(0, 0, 400, 700, of(['#fdfdf8', '#f4f1e8', '#fff'], n))}${text(110, 60, 30, '#111', of(['CORNER SHOP', 'MARKET 24', 'BAKERY'], n))}${rows.join('')}${text(40, 650, 28, '#111', `TOTAL ${(30 + n).toFixed(2)}`)}`,
  );
}
