import { describe, expect, it } from 'vitest';
import { fullRow, leastSquares, solve, withMore } from '../../../../src/music/mood-map/fit/least-squares.ts';

const rows = [
  [1, 0],
  [1, 1],
  [1, 3],
];
const ones = Float64Array.of(1, 1, 1);

describe('leastSquares', () => {
  it('finds the line through points that lie on one', () => {
    const [intercept, slope] = leastSquares(
      rows.map(fullRow),
      Float64Array.of(2, 5, 11),
      ones,
      withMore([], [0, 0]),
    );
    expect(intercept).toBeCloseTo(2, 12);
    expect(slope).toBeCloseTo(3, 12);
  });

  it('reads a row without its zeros the same', () => {
    const targets = Float64Array.of(1, 0, 4);
    const sparse = [{ at: Uint16Array.of(0), values: Float64Array.of(1) }, ...rows.slice(1).map(fullRow)];
    expect(leastSquares(sparse, targets, ones, withMore([], [1, 1]))).toEqual(
      leastSquares(rows.map(fullRow), targets, ones, withMore([], [1, 1])),
    );
  });

  it('counts a row by its weight, and shrinks what costs', () => {
    const height = (weights: Float64Array, cost: number): number =>
      leastSquares([[1], [1]].map(fullRow), Float64Array.of(0, 4), weights, withMore([], [cost]))[0] ?? NaN;
    expect(height(Float64Array.of(1, 3), 0)).toBeCloseTo(3, 12);
    expect(height(Float64Array.of(1, 1), 2)).toBeCloseTo(1, 12);
  });

  it('says so where there is no single answer', () => {
    expect(() => solve([Float64Array.of(1, 0), Float64Array.of(1, 1)], Float64Array.of(1, 1))).toThrow(
      RangeError,
    );
  });
});
