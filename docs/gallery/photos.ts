import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import sharp from 'sharp';

import type { LocalFile } from '../../sandbox/discord/index.ts';

const faceApi = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));
const sample = (number: number): string => join(faceApi, 'demo', `sample${number}.jpg`);

/** The photos of the gallery: all are samples of the face-api package, or parts of them. */
export interface Photos {
  /** One face that surely smiles. */
  readonly smile: LocalFile;
  /** One face that is hard to read. */
  readonly unsure: LocalFile;
  /** Four people. */
  readonly group: LocalFile;
  /** A face as a camera would see it, 640 × 480. */
  readonly camera: Buffer;
}

/** Reads the photos from the package. */
export async function readPhotos(): Promise<Photos> {
  const part = (number: number, left: number, top: number, width: number, height: number) =>
    sharp(sample(number)).extract({ left, top, width, height });
  const [smile, unsure, group, camera] = await Promise.all([
    part(3, 1350, 150, 500, 560).jpeg().toBuffer(),
    part(1, 240, 240, 560, 560).jpeg().toBuffer(),
    readFile(sample(6)),
    part(3, 1120, 110, 800, 600).resize(640, 480).png().toBuffer(),
  ]);
  return {
    smile: { name: 'selfie.jpg', bytes: smile },
    unsure: { name: 'selfie.jpg', bytes: unsure },
    group: { name: 'friends.jpg', bytes: group },
    camera,
  };
}
