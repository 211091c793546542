import type { Photo } from '../../domain/reading.ts';

/** The square of a photo that a net looks at, in the photo's pixels: pixel (0, 0) covers 0 to 1 both ways. */
export interface FaceCrop {
  /** The centre. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** How far the face leans, in radians; positive is clockwise as one sees it. The crop stands it upright. */
  readonly tilt: number;
}

/**
 * Samples a side for each pixel of a crop, at most. Each blends two by two pixels, so that all of a face 400 pixels wide
 * counts; of a larger one, enough does.
 */
const MOST_SAMPLES = 4;

/**
 * The face in a crop: grey (ITU-R BT.601 luma), 0–255, `side × side` values, row by row. Large faces are averaged down,
 * not picked from, and the photo's outermost pixels go on beyond its edge. Plain arithmetic on purpose: every engine
 * sees the same numbers.
 */
export function cropFace(photo: Photo, crop: FaceCrop, side: number): Float32Array {
  const face = new Float32Array(side * side);
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.ceil(crop.side / side)));
  const step = crop.side / side / samples;
  const [cos, sin] = [Math.cos(crop.tilt), Math.sin(crop.tilt)];
  const total = side * samples;
  for (let row = 0; row < total; row += 1)
    for (let column = 0; column < total; column += 1) {
      const across = (column + 0.5) * step - crop.side / 2;
      const down = (row + 0.5) * step - crop.side / 2;
      const grey = greyAt(photo, crop.x + across * cos - down * sin, crop.y + across * sin + down * cos);
      const at = Math.floor(row / samples) * side + Math.floor(column / samples);
      face[at] = (face[at] ?? 0) + grey / (samples * samples);
    }
  return face;
}

/** Between four pixels' centres, by distance. */
function greyAt({ pixels, width, height }: Photo, x: number, y: number): number {
  const [left, top] = [Math.floor(x - 0.5), Math.floor(y - 0.5)];
  const [across, down] = [x - 0.5 - left, y - 0.5 - top];
  const [column, next] = [clamp(left, width - 1), clamp(left + 1, width - 1)];
  const [row, below] = [clamp(top, height - 1) * width, clamp(top + 1, height - 1) * width];
  const upper = lumaOf(pixels, row + column) * (1 - across) + lumaOf(pixels, row + next) * across;
  const lower = lumaOf(pixels, below + column) * (1 - across) + lumaOf(pixels, below + next) * across;
  return upper * (1 - down) + lower * down;
}

function lumaOf(pixels: Uint8Array, pixel: number): number {
  const at = 3 * pixel;
  return 0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0);
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value;
}
