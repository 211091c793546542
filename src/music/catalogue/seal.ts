import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

const MARK = 'crc32:';
const OPEN = '00000000';

/** Stands in the metadata at a file's end until `seal` closes it. */
export const OPEN_SEAL = MARK + OPEN;

/**
 * Writes a checksum of all bytes of a file into its open seal, so that damage is found before anything is made of it: in
 * Arrow's metadata a single wrong bit can mean a list of billions.
 */
export function seal(bytes: Uint8Array): void {
  bytes.set(Buffer.from(sumOf(bytes)), placeIn(bytes));
}

/** @throws Error if the bytes are not those that were sealed */
export function checkSeal(bytes: Uint8Array): void {
  const at = placeIn(bytes);
  const sum = Buffer.from(bytes.subarray(at, at + OPEN.length)).toString('latin1');
  if (sum !== sumOf(bytes)) throw new Error('the file is not as it was written');
}

/** The last mark is the seal's: the text of tracks comes before it. */
function placeIn(bytes: Uint8Array): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(MARK);
  if (at < 0) throw new Error('the file has no seal');
  return at + MARK.length;
}

/** The checksum of all bytes, as if the seal were still open. */
function sumOf(bytes: Uint8Array): string {
  const at = placeIn(bytes);
  const parts = [bytes.subarray(0, at), OPEN, bytes.subarray(at + OPEN.length)];
  return parts
    .reduce((sum, part) => crc32(part, sum), 0)
    .toString(16)
    .padStart(OPEN.length, '0');
}
