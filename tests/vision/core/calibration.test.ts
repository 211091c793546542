import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Emotion,
  EMOTIONS,
  type EmotionScores,
  emotionScores,
  ranked,
} from '../../../src/domain/emotion.ts';
import {
  calibrationShape,
  corrected,
  type HeadLogits,
  headScores,
  isSure,
  scoresOf,
  shownScores,
} from '../../../src/vision/core/calibration.ts';

const probabilities = fc
  .array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 })
  .map((values) => emotionScores((emotion) => values[EMOTIONS.indexOf(emotion)] ?? 0));
const temperatures = fc.double({ min: 0.2, max: 20, noNaN: true });
const AS_IS = { floor: 0, temperature: 1 };
const UNCORRECTED = { labels: AS_IS, votes: AS_IS, expressions: AS_IS, shown: AS_IS };

function scoresFrom(values: Partial<Record<Emotion, number>>): EmotionScores {
  return emotionScores((emotion) => values[emotion] ?? 0);
}

/** Logits whose softmax is this distribution. */
function logitsOf(scores: EmotionScores): readonly number[] {
  return EMOTIONS.map((emotion) => Math.log(scores[emotion]));
}

describe('a temperature', () => {
  it('keeps the order of the emotions and a sum of 1', () => {
    fc.assert(
      fc.property(probabilities, temperatures, (scores, temperature) => {
        const changed = corrected(scores, { floor: 0, temperature });
        expect(EMOTIONS.reduce((sum, emotion) => sum + changed[emotion], 0)).toBeCloseTo(1, 9);
        const before = ranked(scores).map(({ emotion }) => changed[emotion]);
        expect(before).toEqual(before.toSorted((a, b) => b - a));
      }),
    );
  });

  it('of 1 changes nothing', () => {
    fc.assert(
      fc.property(probabilities, (scores) => {
        const same = corrected(scores, { floor: 0, temperature: 1 });
        for (const emotion of EMOTIONS) expect(same[emotion]).toBeCloseTo(scores[emotion], 12);
      }),
    );
  });

  it('above 1 makes the leading emotion less sure, and below 1 surer', () => {
    // 9 : 1, so 3 : 1 and 81 : 1
    const scores = scoresFrom({ happy: 0.9, sad: 0.1 });
    expect(corrected(scores, { floor: 0, temperature: 2 }).happy).toBeCloseTo(3 / 4, 12);
    expect(corrected(scores, { floor: 0, temperature: 0.5 }).happy).toBeCloseTo(81 / 82, 12);
    fc.assert(
      fc.property(probabilities, fc.double({ min: 1, max: 20, noNaN: true }), (some, temperature) => {
        const leading = (all: typeof some): number => ranked(all)[0]?.probability ?? 0;
        expect(leading(corrected(some, { floor: 0, temperature }))).toBeLessThanOrEqual(leading(some) + 1e-9);
      }),
    );
  });

  it('keeps what was ruled out at 0', () => {
    const scores = scoresFrom({ happy: 1 });
    expect(corrected(scores, { floor: 0, temperature: 6 })).toEqual(scores);
  });

  it('is the power of its reciprocal', () => {
    const scores = scoresFrom({ happy: 0.64, sad: 0.36 });
    // √0.64 : √0.36 = 8 : 6
    expect(corrected(scores, { floor: 0, temperature: 2 }).happy).toBeCloseTo(8 / 14, 12);
  });
});

describe('a floor', () => {
  const floors = fc.double({ min: 0, max: 0.2, noNaN: true });

  it('keeps the order of the emotions and a sum of 1, and rules nothing out', () => {
    fc.assert(
      fc.property(probabilities, floors, (scores, floor) => {
        const changed = corrected(scores, { floor, temperature: 1 });
        expect(EMOTIONS.reduce((sum, emotion) => sum + changed[emotion], 0)).toBeCloseTo(1, 9);
        expect(Math.min(...EMOTIONS.map((emotion) => changed[emotion]))).toBeGreaterThan(0);
        const before = ranked(scores).map(({ emotion }) => changed[emotion]);
        for (const [index, value] of before.slice(1).entries())
          expect(value).toBeLessThanOrEqual((before[index] ?? 0) + 1e-12);
      }),
    );
  });

  it('takes away what smoothing left on every emotion', () => {
    const smoothed = emotionScores((emotion) => (emotion === 'happy' ? 0.88 : 0.02));
    // 0.86 to six times a tenth of 0.02
    expect(corrected(smoothed, { floor: 0.02, temperature: 1 }).happy).toBeCloseTo(0.86 / (0.86 + 0.012), 12);
  });
});

describe('logits', () => {
  it('become the distribution whose logarithm they are, wherever they are shifted to', () => {
    fc.assert(
      fc.property(probabilities, fc.integer({ min: -5000, max: 5000 }), (scores, shift) => {
        const back = scoresOf(logitsOf(scores).map((logit) => logit + shift));
        for (const emotion of EMOTIONS) expect(back[emotion]).toBeCloseTo(scores[emotion], 9);
      }),
    );
  });

  it('that are no numbers are refused', () => {
    expect(() => scoresOf(EMOTIONS.map(() => NaN))).toThrow(RangeError);
  });
});

describe('what is shown', () => {
  const labels = scoresFrom({ happy: 0.6, neutral: 0.4 });
  const votes = scoresFrom({ happy: 0.2, neutral: 0.8 });
  const expressions = scoresFrom({ sad: 1 });
  const view: HeadLogits = { labels: logitsOf(labels), votes: logitsOf(votes) };

  it('is the mean of what was said, by its shares', () => {
    const shares = { labels: 0.5, votes: 0.25, expressions: 0.25 };
    const shown = shownScores({ views: [view], expressions }, { shares, corrections: UNCORRECTED });
    expect(shown).toMatchObject({ angry: 0, sad: 0.25 });
    expect(shown.happy).toBeCloseTo(0.5 * 0.6 + 0.25 * 0.2, 12);
    expect(shown.neutral).toBeCloseTo(0.5 * 0.4 + 0.25 * 0.8, 12);
  });

  it('is FERNet’s alone where nobody else was asked', () => {
    const shares = { labels: 1, votes: 0, expressions: 0 };
    const shown = shownScores({ views: [view] }, { shares, corrections: UNCORRECTED });
    for (const emotion of EMOTIONS) expect(shown[emotion]).toBeCloseTo(labels[emotion], 12);
  });

  it('of two views is their mean, before any correction', () => {
    const other: HeadLogits = { labels: logitsOf(votes), votes: logitsOf(labels) };
    const said = headScores({ views: [view, other] }, 'labels', {
      labels: { floor: 0, temperature: 0.5 },
      votes: AS_IS,
    });
    // (0.6 + 0.2) / 2 : (0.4 + 0.8) / 2, squared
    expect(said.happy).toBeCloseTo(0.16 / (0.16 + 0.36), 12);
  });

  it('is corrected last of all by itself', () => {
    const shares = { labels: 1, votes: 0, expressions: 0 };
    const shown = shownScores(
      { views: [view] },
      { shares, corrections: { ...UNCORRECTED, shown: { floor: 0, temperature: 0.5 } } },
    );
    expect(shown.happy).toBeCloseTo(0.36 / (0.36 + 0.16), 12);
  });
});

describe('a reading', () => {
  it('is sure from the threshold on', () => {
    const scores = scoresFrom({ happy: 0.75, sad: 0.25 });
    expect(isSure(scores, { sureFrom: 0.75 })).toBe(true);
    expect(isSure(scores, { sureFrom: 0.76 })).toBe(false);
  });
});

describe('a calibration', () => {
  const good = {
    mirrored: true,
    shares: { labels: 0.75, votes: 0.25, expressions: 0 },
    corrections: UNCORRECTED,
    sureFrom: 0.6,
  };

  it('is refused with shares that are not a whole, or a temperature of zero', () => {
    expect(calibrationShape.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...good, shares: { ...good.shares, votes: 0.5 } },
      { ...good, corrections: { ...UNCORRECTED, votes: { floor: 0, temperature: 0 } } },
      { ...good, sureFrom: 1.5 },
    ])
      expect(calibrationShape.safeParse(bad).success).toBe(false);
  });
});
