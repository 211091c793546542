import sharp, { type Sharp } from 'sharp';
import type { Photo } from '../../../src/domain/reading.ts';

/** A colour that survives every format well enough to be told from the others. */
export const COLOURS = {
  red: [220, 30, 30],
  green: [30, 170, 60],
  blue: [40, 60, 200],
  yellow: [240, 220, 40],
  white: [255, 255, 255],
  grey: [128, 128, 128],
  black: [0, 0, 0],
} as const;

export type Colour = keyof typeof COLOURS;

/** The colours of an upright test picture: top left, top right, bottom left, bottom right. */
export const UPRIGHT = ['red', 'green', 'blue', 'yellow'] as const;

/** The colour of the upright test picture at a place, each of `u` and `v` in [0, 1). */
function colourAt(u: number, v: number, colours: readonly Colour[]): Colour {
  return colours[(v < 0.5 ? 0 : 2) + (u < 0.5 ? 0 : 1)] ?? 'black';
}

/**
 * A picture of four quarters.
 * @param upright where in the upright picture the stored place `x`, `y` (each in [0, 1)) shows
 */
export function quarters(
  width: number,
  height: number,
  upright: (x: number, y: number) => readonly [number, number] = (x, y) => [x, y],
  colours: readonly Colour[] = UPRIGHT,
): Sharp {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [u, v] = upright((x + 0.5) / width, (y + 0.5) / height);
      pixels.set(COLOURS[colourAt(u, v, colours)], (y * width + x) * 3);
    }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** What a photo shows in the middle of each quarter: the nearest colour. */
export function seenIn({ pixels, width, height }: Photo): readonly Colour[] {
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([u = 0, v = 0]) => {
    const at = (Math.floor(v * height) * width + Math.floor(u * width)) * 3;
    return nearest(pixels.subarray(at, at + 3));
  });
}

function nearest(rgb: Uint8Array): Colour {
  const away = (colour: Colour): number =>
    Math.hypot(...COLOURS[colour].map((value, channel) => value - (rgb[channel] ?? 0)));
  const [first, ...rest] = Object.keys(COLOURS).filter(isColour);
  return rest.reduce((best, next) => (away(next) < away(best) ? next : best), first ?? 'black');
}

function isColour(name: string): name is Colour {
  return name in COLOURS;
}
