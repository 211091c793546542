import type { Box, Photo } from '../../domain/reading.ts';

/** Neighbours that differ by no more than this (of 255) are as good as equal. */
const EVEN = 1;

/** What passes for white and black in a caption, and how many pixels its rim may be away. */
const WHITE = 235;
const BLACK = 30;
const RIM = 4;

/** Shades that differ by no more than this are one ground. */
const SAME_GROUND = 3;

/** The luminance of each pixel, 0 to 255 (ITU-R BT.601). */
export function luminanceOf({ pixels, width, height }: Photo): Float32Array {
  return Float32Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(3 * index, 3 * index + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
}

/**
 * The share of a face's middle in which the luminance hardly changes from pixel to pixel. Drawings are made of patches of
 * one colour; skin has shades everywhere.
 */
export function evenShare(luminance: Float32Array, { width, height }: Photo, face: Box): number {
  const [left, right] = within(face.x + 0.15 * face.width, face.x + 0.85 * face.width, width);
  const [top, bottom] = within(face.y + 0.1 * face.height, face.y + 0.9 * face.height, height);
  let even = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = y * width + x;
      const across = Math.abs((luminance[at + 1] ?? 0) - (luminance[at - 1] ?? 0)) / 2;
      const down = Math.abs((luminance[at + width] ?? 0) - (luminance[at - width] ?? 0)) / 2;
      if (Math.max(across, down) <= EVEN) even += 1;
    }
  return even / Math.max(1, (right - left) * (bottom - top));
}

/** Whole pixels between two places on a line of pixels, without the first and the last of all. */
function within(from: number, to: number, length: number): readonly [number, number] {
  const inside = (place: number): number => Math.min(length - 1, Math.max(1, Math.round(place)));
  return [inside(from), inside(to)];
}

/** The largest share of the picture that has about one luminance, as the ground of a screen or a page has. */
export function groundShare(luminance: Float32Array): number {
  const counts = new Uint32Array(256);
  for (const value of luminance) {
    const shade = Math.round(value);
    counts[shade] = (counts[shade] ?? 0) + 1;
  }
  const around = Array.from(counts, (_, shade) =>
    counts
      .subarray(Math.max(0, shade - SAME_GROUND), shade + SAME_GROUND + 1)
      .reduce((sum, count) => sum + count, 0),
  );
  return Math.max(...around) / Math.max(1, luminance.length);
}

/** How many of 1,000 pixels are white with black close to their right, as in captions of white letters with a black rim. */
export function captionsIn(luminance: Float32Array, { width, height }: Photo): number {
  let edges = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width - RIM; x += 1) {
      const at = y * width + x;
      if ((luminance[at] ?? 0) <= WHITE) continue;
      if (luminance.subarray(at + 1, at + 1 + RIM).some((value) => value < BLACK)) edges += 1;
    }
  return (1_000 * edges) / Math.max(1, width * height);
}
