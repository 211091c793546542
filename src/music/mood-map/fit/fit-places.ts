import { MOOD_PLACES, type MoodPlace } from '../../../domain/mood.ts';
import { nameKey } from '../../names.ts';
import { BASIS_LENGTH, curvePenalty, curvesFrom, type Curves, weightsOf } from '../curves.ts';
import { type Listened, scoreOf } from '../mood-map.ts';
import type { AxisWeights, MoodMapWeights } from '../weights.ts';
import { fullRow, leastSquares, withMore } from './least-squares.ts';
import { withCurves } from './design.ts';
import type { LabelledTrack, TaggedSong } from './people.ts';
import { correlation, deviation, quantile, rootMeanSquare } from './statistics.ts';

/**
 * How much curves pay for bending and for size: much, so that they are nearly straight and never wild where songs are few.
 * In cross-validation on the training tags they explain within a standard error of what the best setting does (the rule
 * of Breiman et al. 1984).
 */
const BEND = 200;
const SIZE = 3;
const MODE = 10;

/** What a labelled track counts beside a tagged song: little, but it is most of the quiet music that there is. */
const LABEL_WEIGHT = 0.3;

/** A scene with this many songs keeps half of what they say of it. */
const SCENE_SHRINKAGE = 20;

type Axis = Omit<AxisWeights, 'below' | 'above'>;
type Axes = Readonly<Record<keyof MoodPlace, Axis>>;

/**
 * The map's two axes.
 *
 * 1. Smooth curves of the audio features, and the mode, fitted to listeners' tags and, lightly, to labelled tracks at
 *    the hearts of the moods that they are labelled with: the tags know hardly any quiet instrumental music.
 * 2. Of what is left, the tone of each scene, shrunk towards none where few songs know it.
 * 3. Either prediction keeps to what features can tell, so the two agree far more than the tags do; they are turned
 *    apart, evenly, until over `songs` they agree as the tags do. That costs next to nothing in fit, and without it no
 *    music would be pleasant and quiet, or dark and intense.
 * 4. Neutral is where the same share of songs lies below as listeners put there; the spread on either side is that of
 *    `songs` and labelled tracks, half each, for a table of hits lacks quiet music.
 * @param songs what the map is mostly used on; each counts once
 */
export function fitPlaces(
  tagged: readonly TaggedSong[],
  labelled: readonly LabelledTrack[],
  songs: readonly Listened[],
): MoodMapWeights['places'] {
  const drawn = {
    valence: fitAxis('valence', tagged, labelled),
    arousal: fitAxis('arousal', tagged, labelled),
  };
  const asListeners = correlation(
    tagged.map(({ tag }) => tag.valence),
    tagged.map(({ tag }) => tag.arousal),
  );
  const { valence, arousal } = turnedApart(drawn, songs, asListeners);
  const onScale = (axis: Axis, name: keyof MoodPlace): AxisWeights =>
    withSpread(atNeutral(axis, name, tagged), songs, labelled);
  return { valence: onScale(valence, 'valence'), arousal: onScale(arousal, 'arousal') };
}

function fitAxis(
  name: keyof MoodPlace,
  tagged: readonly TaggedSong[],
  labelled: readonly LabelledTrack[],
): Axis {
  const plain = { ...fitCurves(name, tagged, labelled), scenes: {} };
  return { ...plain, scenes: fitScenes(name, plain, tagged) };
}

function fitCurves(
  name: keyof MoodPlace,
  tagged: readonly TaggedSong[],
  labelled: readonly LabelledTrack[],
): Curves & { mode: number } {
  const people = [
    ...tagged.map(({ track, tag }) => ({ track, mode: track.mode, target: tag[name], weight: 1 })),
    ...labelled.map(({ features, label }) => ({
      track: features,
      mode: 0.5,
      target: MOOD_PLACES[label][name],
      weight: LABEL_WEIGHT,
    })),
  ];
  const solution = leastSquares(
    people.map(({ track, mode }) => withCurves(track, [mode - 0.5, 1])),
    Float64Array.from(people, ({ target }) => target),
    Float64Array.from(people, ({ weight }) => weight),
    withMore(curvePenalty(BEND, SIZE), [MODE, 0]),
  );
  const [mode = 0, intercept = 0] = solution.subarray(BASIS_LENGTH);
  return { ...curvesFrom(intercept, solution), mode };
}

function fitScenes(name: keyof MoodPlace, plain: Axis, tagged: readonly TaggedSong[]): Axis['scenes'] {
  const scenes = [...new Set(tagged.flatMap(({ track }) => track.scenes.map(nameKey)))].toSorted();
  const solution = leastSquares(
    tagged.map(({ track }) => {
      const keys = track.scenes.map(nameKey);
      return fullRow(scenes.map((scene) => keys.filter((key) => key === scene).length / keys.length));
    }),
    Float64Array.from(tagged, ({ track, tag }) => tag[name] - scoreOf(plain, track)),
    new Float64Array(tagged.length).fill(1),
    withMore(
      [],
      scenes.map(() => SCENE_SHRINKAGE),
    ),
  );
  return Object.fromEntries(scenes.map((scene, at) => [scene, solution[at] ?? 0]));
}

/**
 * The axes mixed so that their correlation over `songs` is `wanted`, sharing the move evenly: in standard deviations,
 * what they have in common shrinks and what sets them apart grows. Where 0 is, is settled later.
 */
function turnedApart({ valence, arousal }: Axes, songs: readonly Listened[], wanted: number): Axes {
  const scores = {
    valence: songs.map((song) => scoreOf(valence, song)),
    arousal: songs.map((song) => scoreOf(arousal, song)),
  };
  const found = correlation(scores.valence, scores.arousal);
  const common = Math.sqrt((1 + wanted) / (1 + found)) / 2;
  const apart = Math.sqrt((1 - wanted) / (1 - found)) / 2;
  const own = (name: keyof MoodPlace): number => (common + apart) / deviation(scores[name]);
  const other = (name: keyof MoodPlace): number => (common - apart) / deviation(scores[name]);
  return {
    valence: sum(valence, own('valence'), arousal, other('arousal')),
    arousal: sum(arousal, own('arousal'), valence, other('valence')),
  };
}

/** One axis so many times, and another so many times. */
function sum(one: Axis, times: number, other: Axis, otherTimes: number): Axis {
  const add = (a: number, b = 0): number => times * a + otherTimes * b;
  const others = weightsOf(other);
  return {
    ...curvesFrom(
      add(one.intercept, other.intercept),
      weightsOf(one).map((weight, at) => add(weight, others[at])),
    ),
    mode: add(one.mode, other.mode),
    scenes: Object.fromEntries(
      Object.entries(one.scenes).map(([scene, tone]) => [scene, add(tone, other.scenes[scene])]),
    ),
  };
}

/** The axis with its 0 where the same share of tagged songs lies below as their listeners put below neutral. */
function atNeutral(axis: Axis, name: keyof MoodPlace, tagged: readonly TaggedSong[]): Axis {
  const below = tagged.filter(({ tag }) => tag[name] < 0).length / tagged.length;
  const scores = tagged.map(({ track }) => scoreOf(axis, track));
  return { ...axis, intercept: axis.intercept - quantile(scores, below) };
}

function withSpread(axis: Axis, songs: readonly Listened[], labelled: readonly LabelledTrack[]): AxisWeights {
  const tables = [songs, labelled.map(({ features }) => ({ ...features, mode: 0.5, scenes: [] }))];
  const side = (sign: number): number =>
    rootMeanSquare(
      tables.map((table) =>
        rootMeanSquare(table.map((track) => sign * scoreOf(axis, track)).filter((score) => score > 0)),
      ),
    );
  return { ...axis, below: side(-1), above: side(1) };
}
