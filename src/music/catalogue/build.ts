import type { Track } from '../../domain/playlist.ts';
import { select } from './select.ts';
import { songsOf } from './song.ts';
import type { Listings } from './table/listing.ts';
import { trackOf } from './track-of.ts';

/** How many tracks the embedded catalogue aims at. */
const CATALOGUE_SIZE = 2800;

/**
 * The catalogue of a table of tracks: cleaned, each song once, placed in mood space, and a selection of them that
 * covers it. The same table gives the same catalogue in the same order, however its records are sorted. A song without
 * a genre is left out.
 */
export function buildCatalogue(table: Listings, size = CATALOGUE_SIZE): readonly Track[] {
  const tracks = songsOf(table).flatMap((song): readonly Track[] =>
    song.genre === undefined ? [] : [{ ...trackOf(song), genre: song.genre }],
  );
  return select(tracks.toSorted(byName), size).toSorted(byName);
}

/** By code units, not by locale: the same on every machine. */
function byName(a: Track, b: Track): number {
  return compare(a.artists[0], b.artists[0]) || compare(a.title, b.title) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
