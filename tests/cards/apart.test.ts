import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { apart } from '../../src/cards/apart.ts';

const DISC = { x: 600, y: 278, radius: 156 };
const spots = fc.array(
  fc.record({
    turn: fc.double({ min: 0, max: 7, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('markers that would cover each other', () => {
  it('stand apart, clear of what is fixed, and within the circle', () => {
    fc.assert(
      fc.property(spots, fc.boolean(), (places, heaped) => {
        const all = places.map(({ turn, share }) => {
          const far = heaped ? 150 : share * 156;
          return { x: 600 + far * Math.cos(heaped ? 1 : turn), y: 278 + far * Math.sin(heaped ? 1 : turn) };
        });
        const centre = { x: 600, y: 278 };
        const moved = apart(all, 23, [centre], DISC);
        for (const [index, spot] of moved.entries()) {
          expect(Math.hypot(spot.x - 600, spot.y - 278)).toBeLessThanOrEqual(156.01);
          for (const other of [centre, ...moved.slice(0, index)])
            expect(Math.hypot(spot.x - other.x, spot.y - other.y)).toBeGreaterThan(21);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stay where they are if nothing is in the way', () => {
    const far = [
      { x: 500, y: 278 },
      { x: 700, y: 278 },
    ];
    expect(apart(far, 23, [{ x: 600, y: 278 }], DISC)).toEqual(far);
  });
});
