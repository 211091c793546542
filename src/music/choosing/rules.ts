import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Columns } from '../catalogue/columns.ts';

/** The most tracks an artist has in a list, as main or featured artist. */
export const MOST_BY_ARTIST = 2;

/** What a list may not have twice, too often, or side by side. */
export interface ListRules {
  /** Whether a row may come next. */
  allows(row: number): boolean;
  add(row: number): void;
  /** How many tracks of an artist the list has. */
  by(artist: number): number;
}

/** The rules for a new list: no song twice, no artist more than twice or side by side. */
export function listRules({ columns }: Catalogue): ListRules {
  const songs = new Set<number>();
  const counts = new Map<number, number>();
  let last: number | undefined;
  const by = (artist: number): number => counts.get(artist) ?? 0;
  return {
    by,
    allows: (row) =>
      !songs.has(columns.song[row] ?? 0) &&
      findArtist(columns, row, (artist) => by(artist) >= MOST_BY_ARTIST) === undefined &&
      (last === undefined || !shareArtist(columns, last, row)),
    add: (row) => {
      songs.add(columns.song[row] ?? 0);
      for (const artist of new Set(artistsOf(columns, row))) counts.set(artist, by(artist) + 1);
      last = row;
    },
  };
}

/** The numbers of a row's artists, main artist first. */
export function artistsOf({ artists, artistStarts }: Columns, row: number): Uint32Array {
  return artists.subarray(artistStarts[row], artistStarts[row + 1]);
}

/** The first of a row's artists that a test holds for. Makes no array: it is asked of thousands of rows for a list. */
export function findArtist(
  { artists, artistStarts }: Columns,
  row: number,
  test: (artist: number) => boolean,
): number | undefined {
  const end = artistStarts[row + 1] ?? 0;
  for (let at = artistStarts[row] ?? 0; at < end; at += 1) {
    const artist = artists[at] ?? 0;
    if (test(artist)) return artist;
  }
  return undefined;
}

/** Whether an artist of one row is on the other too. */
export function shareArtist(columns: Columns, a: number, b: number): boolean {
  return (
    findArtist(columns, a, (one) => findArtist(columns, b, (other) => other === one) !== undefined) !==
    undefined
  );
}
