import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';

import type { Photo } from '../../domain/reading.ts';
import { MoodringError } from '../../errors.ts';
import { LEAST_SIDE, LONGEST_SIDE, MOST_BYTES, MOST_PIXELS } from './limits.ts';
import { withoutAncillaryChunks } from './png.ts';

/** Nobody's decoder may work on one photo for longer than this, in seconds. */
const DECODER_SECONDS = 10;

const READ = new Set(['image/jpeg', 'image/png', 'image/apng', 'image/webp', 'image/avif', 'image/gif']);

/** An iPhone's photo, or an AVIF that calls itself by its container's name: only opening it tells. */
const PERHAPS_IPHONE = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);

// libvips can open far more than photos (PDF, SVG, Magick, raw): what is never asked for is switched off.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes a JPEG, PNG, WebP, AVIF or GIF (its first frame) to upright RGB of at most 640 px a side.
 * @throws MoodringError `not-an-image`, `image-heic`, `image-damaged`, `image-too-heavy`, `image-too-many-pixels`,
 *   `image-too-small`, `reading-too-slow`
 */
export async function decodePhoto(bytes: Uint8Array): Promise<Photo> {
  if (bytes.byteLength > MOST_BYTES)
    throw new MoodringError('image-too-heavy', { limit: MOST_BYTES / 1024 / 1024 });
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  if (!READ.has(type) && !PERHAPS_IPHONE.has(type)) throw new MoodringError('not-an-image');
  const unopened = (cause: unknown): never => {
    throw new MoodringError(PERHAPS_IPHONE.has(type) ? 'image-heic' : 'image-damaged', {}, cause);
  };

  const image = sharp(withoutAncillaryChunks(bytes), {
    failOn: 'error',
    limitInputPixels: false,
    sequentialRead: true,
  });
  const header = await image.metadata().catch(unopened);
  const { width, height } = header.autoOrient;
  if (width * height > MOST_PIXELS)
    throw new MoodringError('image-too-many-pixels', { limit: MOST_PIXELS / 1_000_000 });
  if (Math.min(width, height) < LEAST_SIDE) throw new MoodringError('image-too-small', { limit: LEAST_SIDE });

  const { data, info } = await image
    .autoOrient()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout({ seconds: DECODER_SECONDS })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((cause: unknown) => {
      if (cause instanceof Error && cause.message.includes('timeout'))
        throw new MoodringError('reading-too-slow', {}, cause);
      return unopened(cause);
    });
  if (info.channels !== 3)
    throw new MoodringError('image-damaged', {}, `${info.channels} channels after decoding`);
  // By the longer side: the shorter one was rounded to whole pixels, which is a lot in a strip.
  const scale = Math.max(width, height) / Math.max(info.width, info.height);
  return { pixels: data, width: info.width, height: info.height, scale };
}
