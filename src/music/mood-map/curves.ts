import { z } from 'zod';
import { audioFeaturesSchema, type AudioFeatures } from '../catalogue/audio-features.ts';

/** What a model's curves run over, from the lowest value to the highest; what lies beyond counts as the end. */
const RANGES = {
  valence: [0, 1],
  energy: [0, 1],
  danceability: [0, 1],
  acousticness: [0, 1],
  instrumentalness: [0, 1],
  liveness: [0, 1],
  speechiness: [0, 0.5],
  loudness: [-30, 0],
  tempo: [60, 200],
} as const satisfies Record<keyof AudioFeatures, readonly [number, number]>;

const NAMES = audioFeaturesSchema.keyof().options;

/** Each range is cut into this many equal segments, with a cubic between every two cuts. */
const SEGMENTS = 8;

/** Weights of one curve. */
const CURVE_LENGTH = SEGMENTS + 3;

/** Weights of all curves together. */
export const BASIS_LENGTH = NAMES.length * CURVE_LENGTH;

export const curvesSchema = z.object({
  intercept: z.number(),
  /** For each feature the weights of its cubic B-splines. */
  curves: z.record(audioFeaturesSchema.keyof(), z.array(z.number()).length(CURVE_LENGTH)),
});

/** A sum of smooth curves, one a feature: what it says of a track is the sum of their heights. */
export type Curves = z.infer<typeof curvesSchema>;

/**
 * The cubic B-splines of all features at a track that are not 0, four for each feature, and where they stand among all
 * (uniform knots, as in Eilers & Marx, "Flexible smoothing with B-splines and penalties", 1996).
 */
export function basisOf(features: AudioFeatures): {
  readonly at: readonly number[];
  readonly values: readonly number[];
} {
  const splines = NAMES.map((name, index) => {
    const { segment, cubics } = splinesAt(name, features[name]);
    return { from: index * CURVE_LENGTH + segment, cubics };
  });
  return {
    at: splines.flatMap(({ from, cubics }) => [...cubics.keys()].map((at) => from + at)),
    values: splines.flatMap(({ cubics }) => cubics),
  };
}

/** The sum of a model's curves at a track. */
export function heightAt({ intercept, curves }: Curves, features: AudioFeatures): number {
  return NAMES.reduce((sum, name) => {
    const { segment, cubics } = splinesAt(name, features[name]);
    return cubics.reduce((height, cubic, at) => height + cubic * (curves[name][segment + at] ?? 0), sum);
  }, intercept);
}

/** Curves from weights laid out as `basisOf` lays out its splines. */
export function curvesFrom(intercept: number, weights: Float64Array): Curves {
  const curves = NAMES.map((name, index) => {
    const from = index * CURVE_LENGTH;
    return [name, [...weights.subarray(from, from + CURVE_LENGTH)]] as const;
  });
  return curvesSchema.parse({ intercept, curves: Object.fromEntries(curves) });
}

/** The weights of all curves, laid out as `basisOf` lays out its splines. */
export function weightsOf({ curves }: Curves): Float64Array {
  return Float64Array.from(NAMES.flatMap((name) => curves[name]));
}

/** The segment of a feature's range that a value lies in, and the four cubics that reach into it, at that value. */
function splinesAt(name: keyof AudioFeatures, value: number) {
  const [low, high] = RANGES[name];
  const along = SEGMENTS * Math.min(1, Math.max(0, (value - low) / (high - low)));
  const segment = Math.min(SEGMENTS - 1, Math.floor(along));
  const right = along - segment;
  const left = 1 - right;
  const cubics = [
    left ** 3 / 6,
    (3 * right ** 3 - 6 * right ** 2 + 4) / 6,
    (3 * left ** 3 - 6 * left ** 2 + 4) / 6,
    right ** 3 / 6,
  ];
  return { segment, cubics };
}

/**
 * How much a set of weights costs that a fit should keep small, as a matrix P of the penalty wᵀPw.
 * @param bend for how much a curve bends (squared second differences of its weights)
 * @param size for how large its weights are
 */
export function curvePenalty(bend: number, size: number): readonly Float64Array[] {
  const penalty = Array.from({ length: BASIS_LENGTH }, () => new Float64Array(BASIS_LENGTH));
  const add = (row: number, column: number, value: number): void => {
    const cells = penalty[row];
    if (cells) cells[column] = (cells[column] ?? 0) + value;
  };
  for (let at = 0; at < BASIS_LENGTH; at += 1) {
    add(at, at, size);
    if ((at % CURVE_LENGTH) + 2 >= CURVE_LENGTH) continue;
    const differences = [1, -2, 1];
    differences.forEach((a, i) => differences.forEach((b, j) => add(at + i, at + j, bend * a * b)));
  }
  return penalty;
}
