import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Emotion,
  EMOTIONS,
  type EmotionScores,
  emotionScores,
  ranked,
} from '../../../src/domain/emotion.ts';
import { withTemperature } from '../../../src/vision/core/read-emotions.ts';

const probabilities = fc
  .array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 })
  .map((values) => emotionScores((emotion) => values[EMOTIONS.indexOf(emotion)] ?? 0));
const temperatures = fc.double({ min: 0.2, max: 20, noNaN: true });

function scoresOf(values: Partial<Record<Emotion, number>>): EmotionScores {
  return emotionScores((emotion) => values[emotion] ?? 0);
}

describe('a temperature', () => {
  it('keeps the order of the emotions and a sum of 1', () => {
    fc.assert(
      fc.property(probabilities, temperatures, (scores, temperature) => {
        const changed = withTemperature(scores, temperature);
        expect(EMOTIONS.reduce((sum, emotion) => sum + changed[emotion], 0)).toBeCloseTo(1, 9);
        const before = ranked(scores).map(({ emotion }) => changed[emotion]);
        expect(before).toEqual(before.toSorted((a, b) => b - a));
      }),
    );
  });

  it('of 1 changes nothing', () => {
    fc.assert(
      fc.property(probabilities, (scores) => {
        const same = withTemperature(scores, 1);
        for (const emotion of EMOTIONS) expect(same[emotion]).toBeCloseTo(scores[emotion], 12);
      }),
    );
  });

  it('above 1 makes the leading emotion less sure, and below 1 surer', () => {
    // 9 : 1, so 3 : 1 and 81 : 1
    const scores = scoresOf({ happy: 0.9, sad: 0.1 });
    expect(withTemperature(scores, 2).happy).toBeCloseTo(3 / 4, 12);
    expect(withTemperature(scores, 0.5).happy).toBeCloseTo(81 / 82, 12);
    fc.assert(
      fc.property(probabilities, fc.double({ min: 1, max: 20, noNaN: true }), (some, temperature) => {
        const leading = (all: typeof some): number => ranked(all)[0]?.probability ?? 0;
        expect(leading(withTemperature(some, temperature))).toBeLessThanOrEqual(leading(some) + 1e-9);
      }),
    );
  });

  it('keeps what was ruled out at 0', () => {
    const scores = scoresOf({ happy: 1 });
    expect(withTemperature(scores, 6)).toEqual(scores);
  });

  it('is the power of its reciprocal', () => {
    const scores = scoresOf({ happy: 0.64, sad: 0.36 });
    // √0.64 : √0.36 = 8 : 6
    expect(withTemperature(scores, 2).happy).toBeCloseTo(8 / 14, 12);
  });
});
