import type { MoodPlace } from '../../../domain/mood.ts';
import { audioFeaturesSchema } from '../../catalogue/audio-features.ts';
import type { Listened } from '../mood-map.ts';
import { dot, fullRow, leastSquares, type Row, withMore } from './least-squares.ts';
import type { TaggedSong } from './people.ts';
import { deviation, mean } from './statistics.ts';

/** About what leave-one-out takes on either axis. */
const SHRINKAGE = 60;

const FEATURES = [...audioFeaturesSchema.keyof().options, 'mode'] as const;

/** Ridge regression of one axis of the tags on the standardised audio features and the mode: the field's baseline. */
export function fitRidge(tagged: readonly TaggedSong[], axis: keyof MoodPlace): (track: Listened) => number {
  const scales = FEATURES.map((feature) => {
    const values = tagged.map(({ track }) => track[feature]);
    return { feature, middle: mean(values), unit: deviation(values) || 1 };
  });
  const rowOf = (track: Listened): Row =>
    fullRow([...scales.map(({ feature, middle, unit }) => (track[feature] - middle) / unit), 1]);
  const solution = leastSquares(
    tagged.map(({ track }) => rowOf(track)),
    Float64Array.from(tagged, ({ tag }) => tag[axis]),
    new Float64Array(tagged.length).fill(1),
    withMore([], [...FEATURES.map(() => SHRINKAGE), 0]),
  );
  return (track) => dot(rowOf(track), solution);
}
