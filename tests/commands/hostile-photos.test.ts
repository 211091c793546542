import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';

import { animation, hollowPng, smileOf, withExif, withTextBombs } from '../hostile-photos.ts';
import { oneSmile } from '../photos.ts';
import { agreedMember, moodring, PATIENT, saidIn, sends } from './moodring.ts';

const app = moodring();

const MB = 1024 * 1024;

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8fa3b0' } });
const text = (words: string) => () => Promise.resolve(Buffer.from(words));

const READ = /You look happy/;
const NO_FACE = /I cannot find a face/;
const NO_PHOTO = /not a photo I can read/;
const TOO_SMALL = /too small to hold a face/;

type Case = readonly [what: string, bytes: () => Promise<Buffer>, sentence: RegExp];

const cases: readonly Case[] = [
  ['40 MB', () => smileOf(40 * MB), /larger than 20 MB/],
  ['19 MB that are a photo', () => smileOf(19 * MB), READ],
  ['30,000 × 30,000 px in its header', () => Promise.resolve(hollowPng(30_000, 30_000)), /64 million pixels/],
  ['64 million pixels', () => plain(8000, 8000).jpeg().toBuffer(), NO_FACE],
  [
    'a PNG with 1.2 GB of text beside its pixels',
    async () =>
      withTextBombs(
        await sharp(await oneSmile())
          .png()
          .toBuffer(),
      ),
    READ,
  ],
  ['an SVG named .jpg', text('<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>'), NO_PHOTO],
  ['a PDF named .jpg', text('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n'), NO_PHOTO],
  ['a page named .jpg', text('<!doctype html><html><body><img src="selfie.jpg"></body></html>'), NO_PHOTO],
  ['a GIF of 10,000 frames', () => animation(10_000, 'gif'), NO_FACE],
  ['a WebP of 10,000 frames', () => animation(10_000, 'webp'), NO_FACE],
  [
    'CMYK',
    async () =>
      sharp(await oneSmile())
        .toColourspace('cmyk')
        .jpeg()
        .toBuffer(),
    READ,
  ],
  [
    '16 bits a channel',
    async () =>
      sharp(await oneSmile())
        .toColourspace('rgb16')
        .png()
        .toBuffer(),
    READ,
  ],
  [
    'grey',
    async () =>
      sharp(await oneSmile())
        .toColourspace('b-w')
        .jpeg()
        .toBuffer(),
    READ,
  ],
  [
    'an alpha channel',
    async () =>
      sharp(await oneSmile())
        .ensureAlpha(0.9)
        .png()
        .toBuffer(),
    READ,
  ],
  ['1 × 1 px', () => plain(1, 1).png().toBuffer(), TOO_SMALL],
  ['1 × 20,000 px', () => plain(1, 20_000).png().toBuffer(), TOO_SMALL],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation): Case => [
    `EXIF orientation ${orientation}`,
    // Stored the way the camera was held, so that it is upright again once its orientation is honoured.
    async () => stored(await oneSmile(), orientation),
    READ,
  ]),
  ['broken EXIF', async () => withExif(await oneSmile(), 'Exif\0\0MM\0*\xff\xff\xff\xff'), READ],
];

/** The picture as a camera held that way stores it. */
async function stored(jpeg: Buffer, orientation: number): Promise<Buffer> {
  const turned = {
    1: (image: Sharp) => image,
    2: (image: Sharp) => image.flop(),
    3: (image: Sharp) => image.rotate(180),
    4: (image: Sharp) => image.flip(),
    5: (image: Sharp) => image.rotate(270).flop(),
    6: (image: Sharp) => image.rotate(270),
    7: (image: Sharp) => image.rotate(90).flop(),
    8: (image: Sharp) => image.rotate(90),
  }[orientation];
  if (!turned) throw new Error(`EXIF has no orientation ${orientation}`);
  const raw = await turned(sharp(jpeg)).png().toBuffer();
  return sharp(raw).jpeg().withMetadata({ orientation }).toBuffer();
}

describe('a photo of any kind', () => {
  it.each(cases)('ends in a reading or a clear sentence: %s', async (what, bytes, sentence) => {
    const ada = await ready();
    const use = await ada.uses('/mood', { image: { name: 'me.jpg', bytes: await bytes() } });
    const answer = await Promise.any([use.reply(PATIENT), use.nextMessage(PATIENT)]);
    expect(saidIn(answer)).toMatch(sentence);
    expect(answer.isEphemeral, `only Ada sees what was wrong: ${what}`).toBe(sentence !== READ);
    expect(app().discord.channel.messages.filter(({ isThinking }) => isThinking)).toEqual([]);
  });

  it('leaves the bot as it was: it reads the next one, in no more memory', async () => {
    const ada = await ready();
    const before = app().memory();
    for (const [, bytes] of cases) await sends(ada, await bytes()).catch(() => undefined);
    expect(saidIn(await sends(ada, await oneSmile()))).toMatch(READ);
    expect(app().memory() - before).toBeLessThan(150 * MB);
    expect(app().discord.refusals).toEqual([]);
  });
});

let agreed: ReturnType<typeof agreedMember> | undefined;

/** Ada, who has agreed, and whom Discord lets send large files. */
async function ready() {
  agreed ??= (async () => agreedMember(app().discord, 'Ada', await oneSmile(), {}, { nitro: true }))();
  return (await agreed).member;
}
