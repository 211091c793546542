import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { MoodPlace } from '../../../src/domain/mood.ts';
import { columnsOf } from '../../../src/music/catalogue/columns-of.ts';
import { cellsWithin, gridOf, type MoodGrid, thinned } from '../../../src/music/catalogue/grid.ts';

const coordinate = fc.integer({ min: -100, max: 100 }).map((value) => value / 100);
const places = fc.array(fc.record({ valence: coordinate, arousal: coordinate }), {
  minLength: 1,
  maxLength: 400,
});

function columnsAt(at: readonly MoodPlace[]) {
  return columnsOf(
    at.map((place, index) => ({
      ...place,
      id: String(index),
      title: String(index),
      artists: ['Somebody'],
      genre: 'pop',
    })),
  );
}

function rowsIn({ rows, starts }: MoodGrid, cells: readonly number[]): readonly number[] {
  return cells.flatMap((cell) => [...rows.subarray(starts[cell], starts[cell + 1])]);
}

describe('a grid over mood space', () => {
  it('holds every row once', () => {
    fc.assert(
      fc.property(places, (at) => {
        const { rows } = gridOf(columnsAt(at));
        expect([...rows].toSorted((a, b) => a - b)).toEqual(at.map((_, row) => row));
      }),
    );
  });

  it('finds every row within a radius', () => {
    fc.assert(
      fc.property(
        places,
        coordinate,
        coordinate,
        fc.double({ min: 0, max: 3, noNaN: true }),
        (at, valence, arousal, radius) => {
          const grid = gridOf(columnsAt(at));
          const found = new Set(rowsIn(grid, cellsWithin(grid, { valence, arousal }, radius)));
          const missed = at.filter(
            (place, row) =>
              Math.hypot(place.valence - valence, place.arousal - arousal) < radius - 1e-6 && !found.has(row),
          );
          expect(missed).toEqual([]);
        },
      ),
    );
  });

  it('keeps its cells when it is thinned', () => {
    fc.assert(
      fc.property(places, (at) => {
        const grid = gridOf(columnsAt(at));
        const even = thinned(grid, (row) => row % 2 === 0);
        for (let cell = 0; cell < grid.side ** 2; cell += 1)
          expect(rowsIn(even, [cell])).toEqual(rowsIn(grid, [cell]).filter((row) => row % 2 === 0));
      }),
    );
  });
});
