import { describe, expect, it } from 'vitest';
import type { Photo } from '../../../src/domain/reading.ts';
import { cropFace } from '../../../src/vision/core/crop.ts';

const WIDTH = 60;
const HEIGHT = 40;

/** Three times as bright each step to the right as each step down, and no colour. */
const slope = photoOf((x, y) => 3 * x + y);

describe('the crop of a face', () => {
  it('is the photo itself where nothing is moved, turned or resized', () => {
    const crop = cropFace(slope, { x: 20, y: 20, side: 16, tilt: 0 }, 16);
    for (const [x, y] of [
      [0, 0],
      [15, 0],
      [7, 9],
    ] as const)
      expect(crop[y * 16 + x]).toBeCloseTo(3 * (12 + x) + 12 + y, 4);
  });

  it('stands a leaning face upright', () => {
    const quarter = cropFace(slope, { x: 30, y: 20, side: 16, tilt: Math.PI / 2 }, 16);
    // Leaning clockwise by a quarter, the face's right is what the photo has further down.
    expect((quarter[1] ?? 0) - (quarter[0] ?? 0)).toBeCloseTo(1, 4);
    expect((quarter[16] ?? 0) - (quarter[0] ?? 0)).toBeCloseTo(-3, 4);
  });

  it('averages a large face down, so that no pixel of it decides alone', () => {
    const checks = photoOf((x, y) => ((x + y) % 2 === 0 ? 0 : 200));
    const crop = cropFace(checks, { x: 30, y: 20, side: 32, tilt: 0 }, 8);
    for (const grey of crop) expect(grey).toBeCloseTo(100, 0);
  });

  it('goes on with the outermost pixels beyond the edge', () => {
    const crop = cropFace(slope, { x: 0, y: 20, side: 16, tilt: 0 }, 16);
    expect(crop[0]).toBeCloseTo(crop[7] ?? NaN, 4);
    expect(crop[15]).toBeGreaterThan(crop[8] ?? NaN);
  });

  it('weighs colours as eyes do', () => {
    const green = cropFace(onlyChannel(1), { x: 20, y: 20, side: 8, tilt: 0 }, 8);
    const blue = cropFace(onlyChannel(2), { x: 20, y: 20, side: 8, tilt: 0 }, 8);
    expect(green[0]).toBeCloseTo(0.587 * 255, 3);
    expect(blue[0]).toBeCloseTo(0.114 * 255, 3);
  });
});

function photoOf(greyAt: (x: number, y: number) => number): Photo {
  const pixels = Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, at) => {
    const pixel = Math.floor(at / 3);
    return greyAt(pixel % WIDTH, Math.floor(pixel / WIDTH));
  });
  return { pixels, width: WIDTH, height: HEIGHT, scale: 1 };
}

function onlyChannel(channel: number): Photo {
  const pixels = Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, at) => (at % 3 === channel ? 255 : 0));
  return { pixels, width: WIDTH, height: HEIGHT, scale: 1 };
}
