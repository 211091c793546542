import sharp from 'sharp';
import type { AttachmentRecord } from '../world/records.ts';

/** Width and height of pictures in pixels, asked of each once. */
export class PictureSizes {
  readonly #known = new WeakMap<Uint8Array, Promise<AttachmentRecord['size']>>();

  /** The size of the picture in these bytes, or null when there is none. */
  of(bytes: Uint8Array): Promise<AttachmentRecord['size']> {
    const size = this.#known.get(bytes) ?? measure(bytes);
    this.#known.set(bytes, size);
    return size;
  }
}

async function measure(bytes: Uint8Array): Promise<AttachmentRecord['size']> {
  try {
    const { width, height } = await sharp(bytes).metadata();
    return { width, height };
  } catch {
    return null;
  }
}
