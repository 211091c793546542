import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../../src/vision/core/blazeface.ts';
import { blended, distinct, overlap } from '../../../src/vision/core/suppression.ts';

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

describe('blending', () => {
  it('makes one face of proposals that overlap, at their mean by score', () => {
    const [face, ...others] = blended([proposal(100, 0.25), proposal(104, 0.75)]);
    expect(others).toEqual([]);
    expect(face?.score).toBe(0.75);
    expect(face?.box).toEqual({ x: 103, y: 103, width: 40, height: 40 });
    expect(face?.points.nose).toEqual({ x: 123, y: 123 });
  });

  it('keeps faces apart that stand apart, the best first', () => {
    const faces = blended([proposal(0, 0.5), proposal(100, 0.9), proposal(200, 0.7), proposal(101, 0.6)]);
    expect(faces.map(({ score }) => score)).toEqual([0.9, 0.7, 0.5]);
  });

  it('answers nothing with nothing', () => {
    expect(blended([])).toEqual([]);
  });
});

describe('faces within each other', () => {
  const face = { box: { x: 100, y: 100, width: 100, height: 100 }, score: 0.9 };
  const eye = { box: { x: 120, y: 130, width: 30, height: 30 }, score: 0.6 };
  const neighbour = { box: { x: 180, y: 110, width: 90, height: 90 }, score: 0.8 };

  it('are one: the more certain', () => {
    expect(distinct([eye, face])).toEqual([face]);
    expect(distinct([{ ...eye, score: 0.95 }, face])).toEqual([{ ...eye, score: 0.95 }]);
  });

  it('are two where they only touch: cheek to cheek', () => {
    expect(distinct([neighbour, face])).toEqual([face, neighbour]);
  });
});

function proposal(at: number, score: number): Proposal {
  const point = { x: at + 20, y: at + 20 };
  const points = {
    leftEye: point,
    rightEye: point,
    nose: point,
    mouth: point,
    leftEar: point,
    rightEar: point,
  };
  return { box: { x: at, y: at, width: 40, height: 40 }, score, points };
}
