import sharp from 'sharp';

import { LONGEST_SIDE } from '../../../src/vision/node/limits.ts';

sharp.cache(false);
sharp.concurrency(1);

/** An encoded photo as upright RGB, row by row. */
export interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * A peer's photo, decoded the fastest way there is and bounded to the side that ours is: their own examples decode all
 * pixels, which is slower and finds no more, since their detectors look at 256 to 512 pixels.
 */
export async function decode(bytes: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
