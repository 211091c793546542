import { nameKey, songKey } from '../names.ts';
import { isMusicToChoose } from './music-to-choose.ts';
import type { Listened } from '../mood-map/mood-map.ts';
import { audioFeaturesSchema, type SourceRow } from './source-row.ts';
import { readTitle, splitNames, type ReadTitle } from './title.ts';

/** A song of the table: all its releases under one title, and what was heard in the one that people know best. */
export interface Song extends Listened {
  readonly id: string;
  readonly title: string;
  readonly artists: readonly [string, ...string[]];
  /** Of the earliest release that the table has. */
  readonly year: number;
  readonly genre: string;
  readonly popularity: number;
}

interface Release {
  readonly row: SourceRow;
  readonly rows: readonly SourceRow[];
  readonly read: ReadTitle;
  readonly artists: readonly [string, ...string[]];
  readonly year: number;
}

/** The songs of a table, each once, in the order in which they first stand there. */
export function songsOf(rows: readonly SourceRow[]): readonly Song[] {
  const isKnown = knownNames(rows);
  const genreOf = genres(rows);
  const releases = [...Map.groupBy(rows, (row) => row.track_id).values()]
    .flatMap((group) => releaseOf(group, isKnown))
    .filter(({ row, rows, read }) => isMusicToChoose(row, rows, read));
  const songs = [
    ...Map.groupBy(releases, ({ read, artists }) => songKey({ title: read.title, artists })).values(),
  ];
  return withoutCovers(songs.flatMap((group) => songOf(group, genreOf)));
}

function releaseOf(rows: readonly SourceRow[], isKnown: (name: string) => boolean): readonly Release[] {
  const [row] = rows;
  if (!row) return [];
  const read = readTitle(row.track_name, isKnown);
  const main = readTitle(row.track_artist).title;
  const artists: [string, ...string[]] = [main];
  for (const name of read.featured.flatMap((names) => splitNames(names, isKnown)))
    if (!artists.some((artist) => nameKey(artist) === nameKey(name))) artists.push(name);
  return [{ row, rows, read, artists, year: Number(row.track_album_release_date.slice(0, 4)) }];
}

function knownNames(rows: readonly SourceRow[]): (name: string) => boolean {
  const known = new Set(rows.map((row) => nameKey(row.track_artist)));
  return (name) => known.has(nameKey(name));
}

/** The best known release speaks for its song; an original speaks before a remix. */
function songOf(releases: readonly Release[], genreOf: (row: SourceRow) => string): readonly Song[] {
  const originals = releases.filter(({ read }) => read.version === 'original');
  const [best] = (originals.length > 0 ? originals : releases).toSorted(
    (a, b) => b.row.track_popularity - a.row.track_popularity || (a.row.track_id < b.row.track_id ? -1 : 1),
  );
  if (!best) return [];
  const { row, read, artists } = best;
  const rows = releases.flatMap((release) => release.rows);
  return [
    {
      ...audioFeaturesSchema.parse(row),
      mode: row.mode,
      scenes: rows.map(({ playlist_subgenre }) => playlist_subgenre),
      id: row.track_id,
      title: read.title,
      artists,
      year: Math.min(...releases.map(({ year }) => year)),
      genre: genreOf(row),
      popularity: row.track_popularity,
    },
  ];
}

/**
 * The genre that an artist is listed under most: a single listing says more about the list than about the song, as
 * when a Latin list of slow songs holds an English one.
 */
function genres(rows: readonly SourceRow[]): (row: SourceRow) => string {
  const byArtist = new Map(
    [...Map.groupBy(rows, (row) => nameKey(row.track_artist))].map(([artist, all]) => [
      artist,
      mostCommon(all.map((row) => row.playlist_genre)),
    ]),
  );
  return (row) => byArtist.get(nameKey(row.track_artist)) ?? row.playlist_genre;
}

/** Two words and this many letters make a title that two people hardly think of by chance. */
const OWN_TITLE = /^(?=.{9,})\S+\s+\S+/;

/** A song under somebody else's title that far fewer people know is taken for a cover of it, and left out. */
function withoutCovers(songs: readonly Song[]): readonly Song[] {
  const best = new Map<string, number>();
  for (const { title, popularity } of songs)
    best.set(nameKey(title), Math.max(best.get(nameKey(title)) ?? 0, popularity));
  return songs.filter(
    ({ title, popularity }) => !OWN_TITLE.test(title) || popularity >= (best.get(nameKey(title)) ?? 0) / 2,
  );
}

/** Ties go to the value that sorts first, whatever the order of the table. */
function mostCommon(values: readonly string[]): string {
  const counts = [...Map.groupBy(values.toSorted(), (value) => value)];
  return counts.reduce((best, next) => (next[1].length > best[1].length ? next : best), ['', []])[0];
}
