import { z } from 'zod';
import type { MoodPlace } from '../../../domain/mood.ts';
import { audioFeaturesSchema, type AudioFeatures } from '../../catalogue/audio-features.ts';
import type { Listing } from '../../catalogue/table/listing.ts';
import { readTitle } from '../../catalogue/title.ts';
import { songKey } from '../../names.ts';
import type { Listened } from '../mood-map.ts';
import { LABELS, type Label } from '../weights.ts';

/** A song, and where the tags that listeners gave it lie; the tags are standardised, 0 is neutral. */
export interface TaggedSong {
  readonly track: Listened;
  readonly tag: MoodPlace;
}

export interface LabelledTrack {
  readonly features: AudioFeatures;
  readonly label: Label;
}

const taggedSchema = z.object({
  valence: z.coerce.number(),
  arousal: z.coerce.number(),
  artist_name: z.string(),
  track_name: z.string(),
});

const labelledSchema = audioFeaturesSchema.extend({
  mood: z.string().toLowerCase().pipe(z.enum(LABELS)),
});

/**
 * The songs that both tables have, by artist and title.
 * @param tagged records of `deezer_valence_arousal_*.csv`
 * @throws ZodError if a record is not one
 */
export function joinTags(songs: readonly Listing[], tagged: readonly unknown[]): readonly TaggedSong[] {
  const releases = Map.groupBy(songs, ({ title, artists }) => keyOf(title, artists[0]));
  return tagged
    .map((record) => taggedSchema.parse(record))
    .flatMap(({ track_name, artist_name, valence, arousal }) => {
      const rows = releases.get(keyOf(track_name, artist_name));
      return rows ? [{ track: heard(rows), tag: { valence, arousal } }] : [];
    });
}

/**
 * @param table records of `mood_labels_686.csv`
 * @throws ZodError if a record is not one
 */
export function readLabels(table: readonly unknown[]): readonly LabelledTrack[] {
  return table.map((record) => {
    const { mood, ...features } = labelledSchema.parse(record);
    return { features, label: mood };
  });
}

function keyOf(title: string, artist: string): string {
  return songKey({ title: readTitle(title).title, artists: [readTitle(artist).title] });
}

/** The best known original speaks for a song, in all the scenes that any release is listed under. */
function heard(rows: readonly Listing[]): Listened {
  const originals = rows.filter(({ title }) => readTitle(title).version === 'original');
  const best = (originals.length > 0 ? originals : rows).reduce((a, b) =>
    (b.popularity ?? 0) > (a.popularity ?? 0) ? b : a,
  );
  return { ...best, mode: best.mode ?? 0.5, scenes: rows.flatMap(({ scene }) => scene ?? []) };
}
