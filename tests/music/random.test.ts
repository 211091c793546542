import { describe, expect, it } from 'vitest';
import { newSeed, randomFrom } from '../../src/music/random.ts';

function first(seed: number, count: number): readonly number[] {
  return Array.from({ length: count }, randomFrom(seed));
}

describe('randomFrom', () => {
  it('is Mulberry32', () => {
    // The first values for seed 1 of the reference implementation, as 32-bit integers.
    expect(first(1, 3).map((value) => value * 2 ** 32)).toEqual([2693262067, 11749833, 2265367787]);
  });

  it('repeats itself for a seed and differs between seeds', () => {
    expect(first(42, 5)).toEqual(first(42, 5));
    expect(first(42, 5)).not.toEqual(first(43, 5));
  });

  it('spreads evenly over [0, 1)', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const value of first(9, 10_000))
      tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    expect(tenths).toHaveLength(10);
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

it('newSeed gives whole numbers of 32 bits that differ', () => {
  const seeds = Array.from({ length: 20 }, newSeed);
  for (const seed of seeds) expect(seed >>> 0).toBe(seed);
  expect(new Set(seeds).size).toBeGreaterThan(15);
});
