import { describe, expect, it } from 'vitest';
import { EMOTIONS, type Emotion, emotionScores } from '../../../src/domain/emotion.ts';
import {
  accuracy,
  calibrationError,
  confusion,
  happyAgainstSad,
  interval,
  leading,
  macroF1,
  negativeLogLikelihood,
  recall,
  reliability,
  type Scored,
  shareOf,
} from '../../../src/cli/evaluate/statistics.ts';

/** An answer that gives one emotion this probability, and the rest in equal parts to the others. */
function answer(truth: Emotion, named: Emotion, probability = 0.7): Scored {
  return {
    truth,
    scores: emotionScores((emotion) => (emotion === named ? probability : (1 - probability) / 6)),
  };
}

/** Three of four right: one sad face was called neutral. */
const FOUR = [
  answer('happy', 'happy'),
  answer('happy', 'happy'),
  answer('sad', 'sad'),
  answer('sad', 'neutral'),
];

describe('accuracy', () => {
  it('is the share whose leading emotion is the truth', () => {
    expect(FOUR.map(({ scores }) => leading(scores))).toEqual(['happy', 'happy', 'sad', 'neutral']);
    expect(accuracy(FOUR)).toBe(0.75);
    expect(accuracy([])).toBe(0);
  });
});

describe('the Wilson interval', () => {
  it('is what Wilson’s formula gives', () => {
    // 8 of 10: (0.8 + 3.8416/20 ± 1.96 √(0.016 + 3.8416/400)) / 1.38416
    const [low, high] = interval(0.8, 10);
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  it('stays within 0 and 1 at both ends', () => {
    expect(interval(0, 20)[0]).toBeCloseTo(0, 12);
    expect(interval(1, 20)[1]).toBeCloseTo(1, 12);
    expect(interval(1, 20)[0]).toBeCloseTo(20 / (20 + 3.8416), 6);
  });
});

describe('recall and F1', () => {
  it('of each emotion counts its own faces', () => {
    expect(recall(FOUR)).toEqual({
      angry: 0,
      disgust: 0,
      fear: 0,
      happy: 1,
      sad: 0.5,
      surprise: 0,
      neutral: 0,
    });
  });

  it('is the mean over all seven emotions', () => {
    // happy 1, sad 2·1/(1+2), neutral 2·0/(1+0), the others 0
    expect(macroF1(FOUR)).toBeCloseTo((1 + 2 / 3) / 7, 12);
    expect(macroF1(EMOTIONS.map((emotion) => answer(emotion, emotion)))).toBeCloseTo(1, 12);
  });
});

describe('happy against sad', () => {
  it('asks only which of the two is likelier, of faces that are one of them', () => {
    const mostlyNeutral = (truth: Emotion, happy: number, sad: number): Scored => {
      const values: Partial<Record<Emotion, number>> = { happy, sad, neutral: 0.8 };
      return { truth, scores: emotionScores((emotion) => values[emotion] ?? 0) };
    };
    expect(
      happyAgainstSad([
        mostlyNeutral('happy', 0.15, 0.05),
        mostlyNeutral('sad', 0.05, 0.15),
        mostlyNeutral('sad', 0.15, 0.05),
        mostlyNeutral('angry', 0.15, 0.05),
      ]),
    ).toBeCloseTo(2 / 3, 12);
  });
});

describe('the calibration error', () => {
  it('is how far confidence and accuracy lie apart in each bin, by its size', () => {
    // Three at 0.7 of which two are right: |2.1 − 2|; one at 0.9 that is wrong: |0.9 − 0|.
    const answers = [
      answer('happy', 'happy', 0.7),
      answer('sad', 'sad', 0.7),
      answer('sad', 'happy', 0.7),
      answer('sad', 'happy', 0.9),
    ];
    expect(calibrationError(answers)).toBeCloseTo((0.1 + 0.9) / 4, 9);
  });

  it('is 0 for certain answers that are all right', () => {
    expect(calibrationError([answer('happy', 'happy', 1), answer('sad', 'sad', 1)])).toBe(0);
  });
});

describe('a reliability diagram', () => {
  it('has each answer in the bin of its confidence', () => {
    const bins = reliability([
      answer('happy', 'happy', 0.7),
      answer('sad', 'happy', 0.71),
      answer('sad', 'sad', 1),
    ]);
    expect(bins).toHaveLength(15);
    expect(bins.map(({ n }) => n)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1]);
    expect(bins[10]?.confidence).toBeCloseTo(0.705, 9);
    expect(bins[10]?.accuracy).toBe(0.5);
    expect(bins[14]).toEqual({ n: 1, confidence: 1, accuracy: 1 });
  });
});

describe('the confusion matrix', () => {
  it('counts truths by row and answers by column', () => {
    const counts = confusion(FOUR);
    const [happy, sad, neutral] = (['happy', 'sad', 'neutral'] as const).map((name) =>
      EMOTIONS.indexOf(name),
    );
    expect(counts[happy ?? NaN]?.[happy ?? NaN]).toBe(2);
    expect(counts[sad ?? NaN]?.[sad ?? NaN]).toBe(1);
    expect(counts[sad ?? NaN]?.[neutral ?? NaN]).toBe(1);
    expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(FOUR.length);
  });
});

describe('the negative log likelihood', () => {
  it('is the mean surprise at the truth, in nats', () => {
    // −ln 0.7, and −ln 0.05 where the truth had a sixth of what was left
    expect(negativeLogLikelihood([answer('happy', 'happy'), answer('sad', 'happy')])).toBeCloseTo(
      (-Math.log(0.7) - Math.log(0.05)) / 2,
      12,
    );
  });

  it('is large, not infinite, where the truth was ruled out', () => {
    expect(negativeLogLikelihood([answer('sad', 'happy', 1)])).toBeCloseTo(-Math.log(1e-12), 6);
  });
});

describe('a share', () => {
  it('is 0 of nothing', () => {
    expect(shareOf([], () => true)).toBe(0);
    expect(shareOf([1, 2, 3, 4], (n) => n > 1)).toBe(0.75);
  });
});
