import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../../src/music/random.ts';
import {
  correlation,
  deviation,
  lineThrough,
  mean,
  quantile,
  rankCorrelation,
  shuffled,
} from '../../../../src/music/mood-map/fit/statistics.ts';

describe('statistics', () => {
  it('know the middle and the spread', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBe(0);
    expect(deviation([1, 3])).toBe(1);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([4, 1, 3, 2], 0)).toBe(1);
    expect(quantile([4, 1, 3, 2], 1)).toBe(4);
  });

  it('tell how two columns go together', () => {
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3], [5, 5, 5])).toBe(0);
    expect(rankCorrelation([1, 2, 3, 4], [1, 8, 27, 64])).toBeCloseTo(1, 12);
    expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(rankCorrelation([1, 1, 2], [5, 7, 9])).toBeCloseTo(Math.sqrt(3) / 2, 12);
  });

  it('draw a line', () => {
    expect(lineThrough([0, 1, 2], [1, 3, 5])(10)).toBeCloseTo(21, 12);
    expect(lineThrough([1, 1], [2, 4])(7)).toBe(3);
  });

  it('shuffle the same for the same seed, and lose nothing', () => {
    const all = Array.from({ length: 50 }, (_, index) => index);
    expect(shuffled(all, randomFrom(3))).toEqual(shuffled(all, randomFrom(3)));
    expect(shuffled(all, randomFrom(3))).not.toEqual(shuffled(all, randomFrom(4)));
    expect(shuffled(all, randomFrom(3)).toSorted((a, b) => a - b)).toEqual(all);
  });
});
