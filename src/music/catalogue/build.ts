import type { Track } from '../../domain/playlist.ts';
import { placeOf } from '../mood-map/mood-map.ts';
import { select } from './select.ts';
import { songsOf, type Song } from './song.ts';
import { sourceRowSchema } from './source-row.ts';

/** How many tracks the embedded catalogue aims at. */
const CATALOGUE_SIZE = 2800;

/**
 * The catalogue of a table of tracks: cleaned, each song once, placed in mood space, and a selection of them that
 * covers it. The same table gives the same catalogue in the same order, however its records are sorted.
 * @param table records of `spotify_songs.csv`, by column name
 * @throws ZodError if a record is not one
 */
export function buildCatalogue(table: readonly unknown[], size = CATALOGUE_SIZE): readonly Track[] {
  const rows = table.map((record) => sourceRowSchema.parse(record));
  return select(songsOf(rows).map(trackOf).toSorted(byName), size).toSorted(byName);
}

function trackOf(song: Song): Track {
  const { id, title, artists, year, genre, popularity } = song;
  const { valence, arousal } = placeOf(song);
  return {
    id,
    title,
    artists,
    year,
    genre,
    valence: rounded(valence),
    arousal: rounded(arousal),
    popularity,
  };
}

/** Two decimals are finer than anybody hears; + 0 turns −0 into 0. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100 + 0;
}

/** By code units, not by locale: the same on every machine. */
function byName(a: Track, b: Track): number {
  return compare(a.artists[0], b.artists[0]) || compare(a.title, b.title) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
