import { curvePenalty, curvesFrom } from '../curves.ts';
import { LABELS, type Label, type MoodMapWeights } from '../weights.ts';
import { withCurves } from './design.ts';
import { dot, fullRow, gram, solve, weightedSum, withMore } from './least-squares.ts';
import type { LabelledTrack } from './people.ts';

/** How much curves pay for bending and for size; anything from a third to three times as much does as well. */
const BEND = 1;
const SIZE = 0.1;

/** Only to make the common part of all labels' log-odds a definite one. */
const INTERCEPT = 1e-6;

/** The fit stands when no track's log-odds move by more. */
const SETTLED = 0.05;
const MOST_ROUNDS = 50;

/**
 * The four labels from audio features alone: multinomial logistic regression on smooth curves. One label's curves at a
 * time take a Newton step, over and over, as in Friedman, Hastie & Tibshirani, "Regularization paths for generalized
 * linear models via coordinate descent" (2010).
 */
export function fitLabels(tracks: readonly LabelledTrack[]): MoodMapWeights['moods'] {
  const rows = tracks.map(({ features }) => withCurves(features, [1]));
  const penalty = withMore(curvePenalty(BEND, SIZE), [INTERCEPT]);
  const costs = penalty.map((line) => fullRow([...line]));
  const heads = new Map<Label, Float64Array>(
    LABELS.map((label) => [label, new Float64Array(penalty.length)]),
  );
  const odds = new Map<Label, Float64Array>(LABELS.map((label) => [label, new Float64Array(rows.length)]));

  const step = (label: Label, head: Float64Array): number => {
    const chances = chancesOf(label, odds);
    const misses = chances.map((chance, at) => (tracks[at]?.label === label ? 1 : 0) - chance);
    const pull = weightedSum(rows, misses, head.length).map(
      (value, at) => value - (costs[at] ? dot(costs[at], head) : 0),
    );
    const move = solve(
      gram(
        rows,
        chances.map((chance) => chance * (1 - chance)),
        penalty,
      ),
      pull,
    );
    const heights = Float64Array.from(rows, (row) => dot(row, move));
    heads.set(label, added(head, move));
    odds.set(label, added(odds.get(label) ?? heights, heights));
    return Math.max(...heights.map(Math.abs));
  };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const moves = [...heads].map(([label, head]) => step(label, head));
    if (Math.max(...moves) < SETTLED) break;
  }
  const curvesOf = (label: Label) => {
    const head = heads.get(label) ?? new Float64Array(penalty.length);
    return curvesFrom(head.at(-1) ?? 0, head);
  };
  return {
    happy: curvesOf('happy'),
    energetic: curvesOf('energetic'),
    calm: curvesOf('calm'),
    sad: curvesOf('sad'),
  };
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value + (b[at] ?? 0));
}

/** How likely each track is to have the label, from all labels' log-odds. */
function chancesOf(label: Label, odds: ReadonlyMap<Label, Float64Array>): Float64Array {
  const own = odds.get(label) ?? new Float64Array();
  const all = [...odds.values()];
  return own.map((value, at) => 1 / all.reduce((sum, other) => sum + Math.exp((other[at] ?? 0) - value), 0));
}
