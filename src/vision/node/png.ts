const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What a picture needs: its pixels, its palette and transparency, its colours' meaning, which way is up. */
const NEEDED = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'eXIf', 'iCCP', 'sRGB', 'gAMA', 'cHRM']);

/** Length, type and checksum around a chunk's data. */
const FRAME = 12;

/**
 * A PNG without the chunks that a picture does not need, above all compressed text: a few megabytes of it unfold to
 * gigabytes in the decoder, before any limit on pixels applies. What is not a PNG, or ends early, comes back as far as
 * it goes; the decoder judges it.
 * @see https://www.w3.org/TR/png-3/#5Chunk-layout
 */
export function withoutAncillaryChunks(bytes: Uint8Array): Uint8Array {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, SIGNATURE.length)];
  for (let at = SIGNATURE.length; at + FRAME <= bytes.length;) {
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const end = at + FRAME + view.getUint32(at);
    if (NEEDED.has(type)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}
