import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

const FACE_API = dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json'));

/** The photos that come with face-api: groups of three to five people. */
export const SAMPLES = [1, 2, 3, 4, 5, 6] as const;

export function sample(number: (typeof SAMPLES)[number]): Promise<Buffer> {
  return readFile(join(FACE_API, 'demo', `sample${number}.jpg`));
}

/** Two of their faces, found by eye: the square from the forehead to the chin. */
export const HEADS = {
  woman: { photo: 1, left: 395, top: 410, side: 214 },
  man: { photo: 6, left: 1449, top: 307, side: 277 },
} as const;

export type Who = keyof typeof HEADS;

/**
 * One face cut out of its group.
 * @param room what to leave around it, as a share of its side; negative cuts into the face
 */
export async function head(who: Who, room: number): Promise<Sharp> {
  const { photo, left, top, side } = HEADS[who];
  const border = Math.round(side * room);
  return sharp(await sample(photo)).extract({
    left: left - border,
    top: top - border,
    width: side + 2 * border,
    height: side + 2 * border,
  });
}

/** A picture without a face: a gradient from one corner to the other. */
export function gradient(width: number, height: number): Sharp {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      pixels.set([(255 * x) / width, (255 * y) / height, 128], at);
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}
