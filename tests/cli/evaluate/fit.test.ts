import { describe, expect, it } from 'vitest';

import { crossValidate, fit } from '../../../src/cli/evaluate/fit.ts';
import type { LabelledFace } from '../../../src/cli/evaluate/labelled-faces.ts';
import * as statistics from '../../../src/cli/evaluate/statistics.ts';
import { EMOTIONS, type Emotion } from '../../../src/domain/emotion.ts';
import { type Calibration, isSure, scoresOf, shownScores } from '../../../src/vision/core/calibration.ts';

const AS_IS = { floor: 0, temperature: 1 };

const NOW: Calibration = {
  mirrored: false,
  shares: { labels: 1, votes: 0, expressions: 0 },
  corrections: { labels: AS_IS, votes: AS_IS, expressions: AS_IS, shown: AS_IS },
  sureFrom: 0.5,
};

/** The same numbers every time, evenly in [0, 1) (Park and Miller 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** Faces whose truth is drawn from what the net meant; it says it too loudly by a factor for each head. */
function faces(count: number, loudness: { labels: number; votes: number }): readonly LabelledFace[] {
  const next = numbers(7);
  return Array.from({ length: count }, () => {
    const logits = EMOTIONS.map(() => 9 * next());
    const drawn = (): Emotion => {
      let left = next();
      return EMOTIONS.find((emotion) => (left -= scoresOf(logits)[emotion]) < 0) ?? 'neutral';
    };
    const view = {
      labels: logits.map((logit) => logit * loudness.labels),
      votes: logits.map((logit) => logit * loudness.votes),
    };
    // The other view would spoil the fit, were it looked at.
    return { truth: drawn(), voted: drawn(), twin: false, views: [view, { labels: [], votes: [] }] };
  });
}

describe('fitting a calibration', () => {
  const some = faces(2000, { labels: 2, votes: 0.5 });

  it('finds by how much each head is too loud or too low', () => {
    const { labels, votes, shown } = fit(some, NOW).corrections;
    expect(labels.temperature).toBeGreaterThan(1.85);
    expect(labels.temperature).toBeLessThan(2.15);
    expect(votes.temperature).toBeGreaterThan(0.46);
    expect(votes.temperature).toBeLessThan(0.54);
    expect(shown.temperature).toBeCloseTo(1, 1);
  });

  it('calls sure what is right often enough, and not less of it', () => {
    const calibration = fit(some, NOW);
    const rightFrom = (sureFrom: number): number =>
      statistics.accuracy(
        some
          .map(({ truth, views }) => ({
            truth,
            scores: shownScores({ views: views.slice(0, 1) }, calibration),
          }))
          .filter(({ scores }) => isSure(scores, { sureFrom })),
      );
    expect(rightFrom(calibration.sureFrom)).toBeGreaterThan(0.85);
    expect(rightFrom(calibration.sureFrom - 0.05)).toBeLessThan(rightFrom(calibration.sureFrom));
  });

  it('changes nothing of what is shown', () => {
    const { mirrored, shares } = fit(some, NOW);
    expect({ mirrored, shares }).toEqual({ mirrored: NOW.mirrored, shares: NOW.shares });
  });

  it('is judged on faces that it was not fitted on', () => {
    const heldOut = crossValidate(some, NOW);
    for (const error of [heldOut.labels, heldOut.votes, heldOut.shown]) {
      expect(error).toBeGreaterThan(0);
      expect(error).toBeLessThan(0.04);
    }
    expect(heldOut.accuracyWhenSure).toBeGreaterThan(0.8);
    expect(heldOut.sureShare).toBeGreaterThan(0.01);
  });
});
