import sharp from 'sharp';

import type { ErrorCode } from '../../src/errors.ts';
import { emptyRoom, FOUR_PEOPLE, oneSmile, samplePhoto } from '../photos.ts';

/** A file that people send in place of a photo, or a photo. */
export interface Photo {
  /** Its ending decides what Discord takes it for. */
  readonly name: string;
  readonly bytes: Buffer;
  /** What is wrong with it; nothing if it shows a face. */
  readonly fault: ErrorCode | undefined;
  /** How often it is sent, against the others: reading a face takes half a second, the rest next to nothing. */
  readonly weight: number;
}

const not = (code: ErrorCode, name: string, bytes: Buffer | string, weight = 4): Photo => ({
  name,
  bytes: Buffer.from(bytes),
  fault: code,
  weight,
});

const face = (name: string, bytes: Buffer, weight: number): Photo => ({
  name,
  bytes,
  fault: undefined,
  weight,
});

/** The files that the people of the fuzzer have at hand. */
export async function photoPool(): Promise<readonly Photo[]> {
  const smile = await oneSmile();
  const small = () => sharp(smile).resize(200);
  return [
    face('smile.jpg', smile, 2),
    face('mirror.webp', await small().flop().webp().toBuffer(), 2),
    face('grey.png', await small().greyscale().png().toBuffer(), 2),
    face('four.jpg', FOUR_PEOPLE, 1),
    not('no-face', 'room.jpg', await emptyRoom(), 1),
    not('image-too-small', 'tiny.png', await sharp(smile).resize(16).png().toBuffer()),
    not('image-too-small', 'line.png', await sharp(smile).resize(1, 2_000, { fit: 'fill' }).png().toBuffer()),
    not('image-damaged', 'cut.jpg', samplePhoto(3).subarray(0, 60_000), 2),
    not('image-damaged', 'cut.webp', (await small().webp().toBuffer()).subarray(0, 400), 2),
    not('image-heic', 'iphone.jpg', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')),
    not('not-an-image', 'text.jpg', 'not a photo at all'),
    not('not-an-image', 'empty.jpg', ''),
    not('not-an-image', 'drawing.jpg', '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"/>'),
    not('not-an-image', 'page.png', '<!doctype html><title>undefined</title>'),
    not('not-an-image', 'paper.pdf', '%PDF-1.7\n1 0 obj <<>> endobj'),
    not('not-an-image', 'noise.gif', Buffer.from(Array.from({ length: 999 }, (_, n) => (n * 7919) % 251))),
  ];
}
