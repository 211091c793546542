import type { MoodPlace } from '../../../domain/mood.ts';
import { randomFrom } from '../../random.ts';
import type { MapFigures } from '../figures.ts';
import { labelChances, type Listened, placeOf, scoreOf } from '../mood-map.ts';
import { plainLabel, plainPlace } from '../plain-rule.ts';
import { LABELS, type Label, type MoodMapWeights } from '../weights.ts';
import { fitLabels } from './fit-labels.ts';
import type { LabelledTrack, TaggedSong } from './people.ts';
import { fitRidge } from './ridge.ts';
import { intervalOf, lineThrough, mean, rankCorrelation, resamples, shuffled } from './statistics.ts';

const FOLDS = 10;
const REPEATS = 10;

type Axis = keyof MoodPlace;
type Model = keyof MapFigures['tags']['models'];

/** What people said, and which part of it no axis was fitted to. */
export interface People {
  readonly training: readonly TaggedSong[];
  readonly validation: readonly TaggedSong[];
  readonly labelled: readonly LabelledTrack[];
}

/** How well a map agrees with people. Its places are taken as they are; its labels are fitted anew, fold by fold. */
export function measureMap(
  { training, validation, labelled }: People,
  places: MoodMapWeights['places'],
): MapFigures {
  return { tags: tagFigures(training, validation, places), labels: labelFigures(labelled) };
}

function tagFigures(
  training: readonly TaggedSong[],
  validation: readonly TaggedSong[],
  places: MoodMapWeights['places'],
): MapFigures['tags'] {
  const axis = (name: Axis) => axisFigures(name, training, validation, places);
  const [valence, arousal] = [axis('valence'), axis('arousal')];
  const model = (name: Model) => ({ valence: valence.model(name), arousal: arousal.model(name) });
  const difference = (ours: Model, theirs: Model) => ({
    valence: valence.difference(ours, theirs),
    arousal: arousal.difference(ours, theirs),
  });
  return {
    fittedTo: training.length,
    n: validation.length,
    models: {
      rule: model('rule'),
      ridge: model('ridge'),
      features: model('features'),
      scenes: model('scenes'),
      place: model('place'),
    },
    differences: {
      featuresOverRidge: difference('features', 'ridge'),
      featuresOverRule: difference('features', 'rule'),
      scenesOverRidge: difference('scenes', 'ridge'),
      scenesOverRule: difference('scenes', 'rule'),
    },
  };
}

function axisFigures(
  name: Axis,
  training: readonly TaggedSong[],
  validation: readonly TaggedSong[],
  places: MoodMapWeights['places'],
) {
  const asTags = (score: (track: Listened) => number) => {
    const line = lineThrough(
      training.map(({ track }) => score(track)),
      training.map(({ tag }) => tag[name]),
    );
    return (track: Listened) => line(score(track));
  };
  // Ridge answers in the tags' unit; the others are read by a straight line through the songs that they were fitted to.
  const models: Record<Model, (track: Listened) => number> = {
    rule: asTags((track) => plainPlace(track)[name]),
    ridge: fitRidge(training, name),
    features: asTags((track) => scoreOf(places[name], { ...track, scenes: [] })),
    scenes: asTags((track) => scoreOf(places[name], track)),
    place: asTags((track) => placeOf(track, { places })[name]),
  };
  const truth = validation.map(({ tag }) => tag[name]);
  const samples = resamples(validation.length);
  const measured = (model: Model) => {
    const answers = validation.map(({ track }) => models[model](track));
    return {
      r2: explained(truth, answers, [...truth.keys()]),
      resampled: samples.map((sample) => explained(truth, answers, sample)),
      spearman: rankCorrelation(answers, truth),
    };
  };
  const found = {
    rule: measured('rule'),
    ridge: measured('ridge'),
    features: measured('features'),
    scenes: measured('scenes'),
    place: measured('place'),
  };
  return {
    model: (model: Model) => {
      const { r2, resampled, spearman } = found[model];
      return { r2, interval: intervalOf(resampled), spearman };
    },
    difference: (ours: Model, theirs: Model) => ({
      r2: found[ours].r2 - found[theirs].r2,
      interval: intervalOf(found[ours].resampled.map((r2, at) => r2 - (found[theirs].resampled[at] ?? 0))),
    }),
  };
}

/** R²: the share of the truth's variance that the answers explain, on the rows of a sample. */
function explained(truth: readonly number[], answers: readonly number[], rows: readonly number[]): number {
  const middle = mean(rows.map((row) => truth[row] ?? 0));
  let [left, all] = [0, 0];
  for (const row of rows) {
    left += ((truth[row] ?? 0) - (answers[row] ?? 0)) ** 2;
    all += ((truth[row] ?? 0) - middle) ** 2;
  }
  return 1 - left / all;
}

function labelFigures(tracks: readonly LabelledTrack[]): MapFigures['labels'] {
  const n = tracks.length;
  const withError = (accuracy: number) => ({
    accuracy,
    standardError: Math.sqrt((accuracy * (1 - accuracy)) / n),
  });
  const random = randomFrom(1);
  const repeats = Array.from({ length: REPEATS }, () => crossValidated(tracks, random));
  const accuracies = repeats.map((answers) => share(tracks, (_, at) => answers[at] === tracks[at]?.label));
  const cell = (given: Label, ours: Label): number =>
    repeats.flatMap((answers) => tracks.filter(({ label }, at) => label === given && answers[at] === ours))
      .length / REPEATS;
  const row = (given: Label) => Object.fromEntries(LABELS.map((ours) => [ours, cell(given, ours)]));
  return {
    n,
    folds: FOLDS,
    repeats: REPEATS,
    rule: withError(share(tracks, ({ features, label }) => plainLabel(features) === label)),
    ours: {
      ...withError(mean(accuracies)),
      range: [Math.min(...accuracies), Math.max(...accuracies)],
      confusion: Object.fromEntries(LABELS.map((given) => [given, row(given)])),
    },
  };
}

/** Each track's label by a fit to the other folds; every fold has its part of every label. */
function crossValidated(tracks: readonly LabelledTrack[], random: () => number): readonly Label[] {
  const order = shuffled([...tracks.keys()], random).toSorted(
    (a, b) => LABELS.indexOf(tracks[a]?.label ?? 'sad') - LABELS.indexOf(tracks[b]?.label ?? 'sad'),
  );
  const foldOf = new Map(order.map((track, place) => [track, place % FOLDS]));
  const fits = Array.from({ length: FOLDS }, (_, fold) =>
    fitLabels(tracks.filter((_, at) => foldOf.get(at) !== fold)),
  );
  return tracks.map(({ features }, at) => {
    const moods = fits[foldOf.get(at) ?? 0];
    return moods ? likeliest(labelChances(features, { moods })) : 'sad';
  });
}

function likeliest(chances: Readonly<Record<Label, number>>): Label {
  return LABELS.reduce((best, next) => (chances[next] > chances[best] ? next : best));
}

function share<T>(all: readonly T[], counts: (one: T, index: number) => boolean): number {
  return all.filter(counts).length / Math.max(1, all.length);
}
