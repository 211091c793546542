import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../src/vision/core/find-faces.ts';

const length = fc.double({ min: 1, max: 4000, noNaN: true });
const place = fc.double({ min: -500, max: 4000, noNaN: true });
const boxes = fc.record({ x: place, y: place, width: length, height: length });

describe('the overlap of two boxes', () => {
  it('is 1 for a box and itself, and 0 for boxes apart', () => {
    fc.assert(
      fc.property(boxes, (box) => {
        expect(overlap(box, box)).toBeCloseTo(1, 9);
        expect(overlap(box, { ...box, x: box.x + box.width + 1 })).toBe(0);
        expect(overlap(box, { ...box, y: box.y - box.height - 1 })).toBe(0);
      }),
    );
  });

  it('is a share, and the same from both sides', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        expect(overlap(a, b)).toBeGreaterThanOrEqual(0);
        expect(overlap(a, b)).toBeLessThanOrEqual(1 + 1e-9);
        expect(overlap(a, b)).toBeCloseTo(overlap(b, a), 12);
      }),
    );
  });

  it('is the shared area over the area of both', () => {
    const square = { x: 0, y: 0, width: 10, height: 10 };
    expect(overlap(square, { ...square, x: 5 })).toBeCloseTo(50 / 150, 12);
    expect(overlap(square, { ...square, x: 5, y: 5 })).toBeCloseTo(25 / 175, 12);
    expect(overlap(square, { x: 2, y: 2, width: 5, height: 4 })).toBeCloseTo(20 / 100, 12);
  });

  it('does not change when both are moved or enlarged together', () => {
    fc.assert(
      fc.property(boxes, boxes, place, fc.double({ min: 0.1, max: 10, noNaN: true }), (a, b, by, times) => {
        const changed = (box: typeof a) => ({
          x: (box.x + by) * times,
          y: (box.y + by) * times,
          width: box.width * times,
          height: box.height * times,
        });
        expect(overlap(changed(a), changed(b))).toBeCloseTo(overlap(a, b), 6);
      }),
    );
  });
});
