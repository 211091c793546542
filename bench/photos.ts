import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import sharp from 'sharp';

const SAMPLES = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

/** Three people in a photo that comes with the face-api package. */
export function threePeople(): Promise<Buffer> {
  return readFile(join(SAMPLES, 'sample1.jpg'));
}

/** One smiling face: a part of a photo that comes with the face-api package. */
export async function oneSmile(): Promise<Buffer> {
  const photo = sharp(await readFile(join(SAMPLES, 'sample3.jpg')));
  return photo.extract({ left: 1350, top: 150, width: 500, height: 560 }).jpeg().toBuffer();
}

/** One smiling face as a camera sees it, 640 × 480 pixels. */
export async function seenByCamera(): Promise<Buffer> {
  const photo = sharp(await readFile(join(SAMPLES, 'sample3.jpg')));
  return photo.extract({ left: 1120, top: 110, width: 800, height: 600 }).resize(640, 480).png().toBuffer();
}
