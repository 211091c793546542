import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiles, whole } from '../../../src/vision/core/views.ts';

const length = fc.integer({ min: 32, max: 640 });
const photos = fc.record({ width: length, height: length }).map((size) => ({
  ...size,
  pixels: new Uint8Array(),
  scale: 1,
}));
const shares = fc.constantFrom(0.4, 0.6);

describe('a view of the whole photo', () => {
  it('has the photo in its middle', () => {
    expect(whole({ width: 640, height: 480, pixels: new Uint8Array(), scale: 1 }, 1.5)).toEqual({
      x: -160,
      y: -240,
      side: 960,
    });
  });
});

describe('views of parts of a photo', () => {
  it('hold every face of a tenth of its longer side in full', () => {
    fc.assert(
      fc.property(photos, shares, fc.double({ min: 0, max: 1, noNaN: true }), (photo, share, place) => {
        const side = 0.1 * Math.max(photo.width, photo.height);
        const [x, y] = [place * (photo.width - side), (1 - place) * (photo.height - side)];
        const held = tiles(photo, share).some(
          (tile) =>
            x >= tile.x - 1e-6 &&
            y >= tile.y - 1e-6 &&
            x + side <= tile.x + tile.side + 1e-6 &&
            y + side <= tile.y + tile.side + 1e-6,
        );
        expect(held || side > Math.min(photo.width, photo.height)).toBe(true);
      }),
    );
  });

  it('are few', () => {
    fc.assert(
      fc.property(photos, shares, (photo, share) => {
        expect(tiles(photo, share).length).toBeLessThanOrEqual(share === 0.6 ? 4 : 9);
      }),
    );
  });
});
