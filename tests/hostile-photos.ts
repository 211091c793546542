import { crc32, deflateSync } from 'node:zlib';

import sharp from 'sharp';

import { oneSmile } from './photos.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Where a PNG's chunks begin behind its signature and header, in bytes. */
const AFTER_HEADER = 33;

/** One chunk of a PNG. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

/** A PNG that claims this size and holds no more than a row of nothing. */
export function hollowPng(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(16))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG with 40 compressed texts of 30 MB each beside its pixels; unfolded they would be 1.2 GB. */
export function withTextBombs(png: Buffer): Buffer {
  const text = Buffer.concat([Buffer.from('a\0\0'), deflateSync(Buffer.alloc(30_000_000, 'A'))]);
  const bombs = Array.from({ length: 40 }, () => pngChunk('zTXt', text));
  return Buffer.concat([png.subarray(0, AFTER_HEADER), ...bombs, png.subarray(AFTER_HEADER)]);
}

/** An animation of that many tiny frames. */
export async function animation(frames: number, format: 'gif' | 'webp'): Promise<Buffer> {
  const side = 40;
  // Every frame differs from the one before, or the encoder would merge them.
  const pixels = Uint8Array.from({ length: side * side * 3 * frames }, (_, at) => {
    const frame = Math.floor(at / (side * side * 3));
    return (frame * 97 + (at % 3) * 50) % 256;
  });
  const strip = { width: side, height: side * frames, channels: 3 as const, pageHeight: side };
  return sharp(pixels, { raw: strip }).toFormat(format, { effort: 1 }).toBuffer();
}

/** A photo with a smile, of that many bytes: what follows its end is nothing to a decoder. */
export async function smileOf(bytes: number): Promise<Buffer> {
  const smile = await oneSmile();
  return Buffer.concat([smile, Buffer.alloc(bytes - smile.length)]);
}

/** A JPEG whose EXIF block is this, whatever it is. */
export function withExif(jpeg: Buffer, exif: string): Buffer {
  const body = Buffer.from(exif, 'latin1');
  const segment = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, body, jpeg.subarray(2)]);
}
