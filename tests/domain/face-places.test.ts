import { describe, expect, it } from 'vitest';

import { placesOf } from '../../src/domain/face-places.ts';

const at = (x: number, y: number, size = 100) => ({ x, y, width: size, height: size });

describe('the place of a face', () => {
  it('counts from the left by the middles of the faces, in the order they came in', () => {
    const places = placesOf([at(0, 0, 500), at(60, 200), at(900, 250)]);
    expect(places.map(({ fromLeft }) => fromLeft)).toEqual([2, 1, 3]);
    expect(places.every(({ row }) => row === 1)).toBe(true);
  });

  it('is in one row with people of another height, and with those on a slant', () => {
    expect(placesOf([at(0, 0), at(120, 90), at(240, 180), at(360, 270)])).toEqual(
      [1, 2, 3, 4].map((fromLeft) => ({ row: 1, fromLeft })),
    );
  });

  it('is in a row of its own for who sits a face below, rows counted from the top', () => {
    expect(placesOf([at(150, 300), at(0, 0), at(200, 20), at(20, 310)])).toEqual([
      { row: 2, fromLeft: 2 },
      { row: 1, fromLeft: 1 },
      { row: 1, fromLeft: 2 },
      { row: 2, fromLeft: 1 },
    ]);
  });

  it('is its own for each of many, and nobody’s of none', () => {
    const crowd = Array.from({ length: 40 }, (_, n) => at(130 * (n % 10), 160 * Math.floor(n / 10)));
    const places = placesOf(crowd).map(({ row, fromLeft }) => `${row}/${fromLeft}`);
    expect(new Set(places).size).toBe(40);
    expect(places.at(-1)).toBe('4/10');
    expect(placesOf([])).toEqual([]);
  });
});
