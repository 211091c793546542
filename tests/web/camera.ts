import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';

/** A camera that shows one photo for ever. */
export interface FakeCamera {
  /** What makes a Chromium take it for its camera, and allow it to every page. */
  readonly switches: readonly string[];
  remove(): Promise<void>;
}

/** Chromium plays JPEGs one after the other; it takes them in 4:2:0 only, and reads 30 of them a second. */
export async function fakeCamera(photo: Buffer): Promise<FakeCamera> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-camera-'));
  const file = join(folder, 'face.mjpeg');
  const frame = await sharp(photo).jpeg({ quality: 95, chromaSubsampling: '4:2:0' }).toBuffer();
  await writeFile(file, Buffer.concat(Array.from({ length: 30 }, () => frame)));
  return {
    switches: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${file}`,
    ],
    remove: () => rm(folder, { recursive: true }),
  };
}

/** A part of a photo at the size of a camera's picture, 640 × 480. */
export function asSeenByCamera(
  photo: Buffer,
  part: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): Promise<Buffer> {
  return sharp(photo).extract(part).resize(640, 480).png().toBuffer();
}
