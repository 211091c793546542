import { describe, expect, it } from 'vitest';
import {
  basisOf,
  BASIS_LENGTH,
  curvePenalty,
  curvesFrom,
  heightAt,
  weightsOf,
} from '../../../src/music/mood-map/curves.ts';

const track = {
  valence: 0.31,
  energy: 0,
  danceability: 1,
  acousticness: 0.5,
  instrumentalness: 0.125,
  liveness: 0.77,
  speechiness: 0.9,
  loudness: -60,
  tempo: 0,
};

/** A number for each weight of a feature's curve, the same in all curves. */
function everyCurve(weightAt: (index: number) => number): Float64Array {
  return Float64Array.from({ length: BASIS_LENGTH }, (_, at) => weightAt(at % 11));
}

describe('curves', () => {
  it('rest on four splines a feature that sum to 1, at the ends and beyond them too', () => {
    const { at, values } = basisOf(track);
    expect(new Set(at).size).toBe(36);
    for (let feature = 0; feature < 9; feature += 1)
      expect(values.slice(4 * feature, 4 * feature + 4).reduce((sum, value) => sum + value)).toBeCloseTo(
        1,
        12,
      );
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(basisOf({ ...track, tempo: 60, loudness: -30, speechiness: 0.5 })).toEqual(basisOf(track));
  });

  it('are straight lines where their weights are', () => {
    const line = curvesFrom(
      0.5,
      everyCurve((index) => (index - 1) / 8),
    );
    const along = 0.31 + 0 + 1 + 0.5 + 0.125 + 0.77 + 1 + 0 + 0;
    expect(heightAt(line, track)).toBeCloseTo(0.5 + along, 12);
  });

  it('come back as the weights that they were made from', () => {
    const weights = Float64Array.from({ length: BASIS_LENGTH }, (_, at) => at);
    expect(weightsOf(curvesFrom(0, weights))).toEqual(weights);
  });

  it('pay for bending, not for being steep', () => {
    const cost = (weights: Float64Array): number =>
      curvePenalty(1, 0).reduce(
        (sum, line, row) =>
          sum + (weights[row] ?? 0) * line.reduce((all, each, at) => all + each * (weights[at] ?? 0), 0),
        0,
      );
    expect(cost(everyCurve((index) => 3 * index))).toBeCloseTo(0, 9);
    expect(cost(everyCurve((index) => index ** 2))).toBeCloseTo(9 * 9 * 2 ** 2, 6);
  });
});
