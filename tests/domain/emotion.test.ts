import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTIONS, emotionScores, ranked } from '../../src/domain/emotion.ts';

describe('emotionScores', () => {
  it('scales any non-negative values to sum to 1 and keeps their order', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(
        values.filter((all) => all.some((value) => value > 1e-3)),
        (all) => {
          const scores = emotionScores((emotion) => all[EMOTIONS.indexOf(emotion)] ?? 0);
          const list = EMOTIONS.map((emotion) => scores[emotion]);
          expect(list.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
          const largest = all.indexOf(Math.max(...all));
          expect(list[largest]).toBe(Math.max(...list));
        },
      ),
    );
  });

  it.each([
    ['a negative value', () => -1],
    ['not a number', () => Number.NaN],
    ['an infinite value', () => Infinity],
    ['nothing at all', () => 0],
  ])('refuses %s', (_, valueOf) => {
    expect(() => emotionScores(valueOf)).toThrow(RangeError);
  });
});

describe('ranked', () => {
  it('names the likeliest emotion first', () => {
    const scores = emotionScores((emotion) => ({ sad: 3, neutral: 2 })[emotion as string] ?? 0);
    const [first, second] = ranked(scores);
    expect(first).toEqual({ emotion: 'sad', probability: 0.6 });
    expect(second).toEqual({ emotion: 'neutral', probability: 0.4 });
  });

  it('lists every emotion once', () => {
    expect(
      ranked(emotionScores(() => 1))
        .map(({ emotion }) => emotion)
        .toSorted(),
    ).toEqual(EMOTIONS.toSorted());
  });
});
