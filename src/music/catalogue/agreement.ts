import { z } from 'zod';
import { moodDistance, type MoodPlace } from '../../domain/mood.ts';
import { nameKey, songKey } from '../names.ts';
import { placeOf } from './mood-map.ts';
import { songsOf } from './song.ts';
import { audioFeaturesSchema, sourceRowSchema } from './source-row.ts';
import { readTitle } from './title.ts';

const LABELS = ['Happy', 'Sad', 'Calm', 'Energetic'] as const;

const labelledSchema = audioFeaturesSchema.extend({ mood: z.enum(LABELS) });

const taggedSchema = z.object({
  valence: z.coerce.number(),
  arousal: z.coerce.number(),
  artist_name: z.string(),
  track_name: z.string(),
});

/** Where each label lies on our map: the hearts of the moods of the same name. */
const LABEL_PLACES: Readonly<Record<(typeof LABELS)[number], MoodPlace>> = {
  Happy: { valence: 0.6, arousal: 0.35 },
  Sad: { valence: -0.5, arousal: -0.45 },
  Calm: { valence: -0.2, arousal: -1 },
  Energetic: { valence: 0.1, arousal: 0.85 },
};

/** How far our rule agrees with people: a count, and a figure that is 1 where it always does. */
export interface LabelAgreement {
  readonly tracks: number;
  /** Share of tracks whose label is the nearest of the four. */
  readonly accuracy: number;
}

export interface TagAgreement {
  readonly tracks: number;
  /** Rank correlations (Spearman), 0 for no agreement. */
  readonly valence: number;
  readonly arousal: number;
}

/**
 * Agreement with tracks labelled Happy, Sad, Calm or Energetic. The labels' places are set by hand, not fitted.
 * @param table records of `mood_labels_686.csv`
 */
export function labelAgreement(table: readonly unknown[]): LabelAgreement {
  const rows = table.map((record) => labelledSchema.parse(record));
  const right = rows.filter((row) => nearestLabel(placeOf({ ...row, mode: 0.5, scenes: [] })) === row.mood);
  return { tracks: rows.length, accuracy: right.length / Math.max(1, rows.length) };
}

function nearestLabel(place: MoodPlace): (typeof LABELS)[number] {
  return LABELS.reduce((best, next) =>
    moodDistance(place, LABEL_PLACES[next]) < moodDistance(place, LABEL_PLACES[best]) ? next : best,
  );
}

/**
 * Agreement with the valence and arousal of listeners' tags, on the songs that both tables have.
 * @param songs records of `spotify_songs.csv`
 * @param tagged records of `deezer_valence_arousal_*.csv`
 */
export function tagAgreement(songs: readonly unknown[], tagged: readonly unknown[]): TagAgreement {
  const tags = new Map(
    tagged
      .map((record) => taggedSchema.parse(record))
      .map((row) => [`${nameKey(row.artist_name)}/${nameKey(readTitle(row.track_name).title)}`, row]),
  );
  const pairs = songsOf(songs.map((record) => sourceRowSchema.parse(record))).flatMap((song) => {
    const tag = tags.get(songKey(song));
    return tag ? [{ ours: placeOf(song), theirs: tag }] : [];
  });
  const along = (axis: keyof MoodPlace): number =>
    spearman(
      pairs.map(({ ours }) => ours[axis]),
      pairs.map(({ theirs }) => theirs[axis]),
    );
  return { tracks: pairs.length, valence: along('valence'), arousal: along('arousal') };
}

function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const mean = (x.length - 1) / 2;
  const spread = (values: readonly number[]): number =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  const together = x.reduce((sum, value, index) => sum + (value - mean) * ((y[index] ?? mean) - mean), 0);
  return together / (spread(x) * spread(y) || 1);
}

/** Ranks from 0; equal values share the middle of theirs. */
function ranks(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const places = Map.groupBy(sorted.keys(), (index) => sorted[index] ?? 0);
  return values.map((value) => {
    const equal = places.get(value) ?? [];
    return ((equal[0] ?? 0) + (equal.at(-1) ?? 0)) / 2;
  });
}
