import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import sharp from 'sharp';

const faceApi = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));

/** Four women side by side; the largest face smiles. */
export const FOUR_PEOPLE = samplePhoto(6);

/** A photo that comes with the face-api package. */
export function samplePhoto(number: 1 | 2 | 3 | 4 | 5 | 6): Buffer {
  return readFileSync(join(faceApi, 'demo', `sample${number}.jpg`));
}

/** One smiling face: a part of a sample photo. */
export function oneSmile(): Promise<Buffer> {
  return sharp(samplePhoto(3)).extract({ left: 1350, top: 150, width: 500, height: 560 }).jpeg().toBuffer();
}

/** A photo with nobody in it. */
export function emptyRoom(): Promise<Buffer> {
  const wall = { width: 640, height: 480, channels: 3 as const, background: '#8fa3b0' };
  return sharp({ create: wall }).jpeg().toBuffer();
}
