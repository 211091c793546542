import { expect } from 'vitest';
import type { FeltMood } from '../../src/domain/feeling.ts';

/** What holds for whatever was understood, in whatever text: places in the square, weights that sum to 1, parts in it. */
export function expectSound(felt: FeltMood | undefined): void {
  if (!felt) return;
  const { points } = felt.mood;
  expect(points.length).toBeLessThanOrEqual(6);
  expect(points.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
  for (const { valence, arousal } of [...points, ...felt.parts]) {
    expect(Math.abs(valence)).toBeLessThanOrEqual(1);
    expect(Math.abs(arousal)).toBeLessThanOrEqual(1);
  }
  for (const { weight, spread } of points) {
    expect(weight).toBeGreaterThan(0);
    expect(spread).toBeGreaterThanOrEqual(0.1);
  }
  for (const { text, from, to } of felt.parts) expect(text).toHaveLength(to - from);
}
