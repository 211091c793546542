import type { Key, Track } from '../../domain/playlist.ts';
import { decadeOf } from '../../domain/wish.ts';
import { MoodringError } from '../../errors.ts';
import { hundredths } from './hundredths.ts';
import { nameKey } from '../names.ts';
import { once } from '../once.ts';
import { columnsOf } from './columns-of.ts';
import { type Columns, UNKNOWN } from './columns.ts';
import { type Filed, filed } from './filed.ts';
import { gridOf, type MoodGrid } from './grid.ts';

/** The tracks that music is chosen from. */
export interface Catalogue {
  /** How many tracks it holds; at least one. */
  readonly size: number;
  readonly columns: Columns;
  readonly grid: MoodGrid;
  /** @throws RangeError if there is no such row */
  readonly trackAt: (row: number) => Track;
  /** The genres and how many tracks each has, most first. */
  readonly genres: readonly { readonly name: string; readonly tracks: number }[];
  /** The decades by their first year and how many tracks each has, earliest first. */
  readonly decades: readonly { readonly decade: number; readonly tracks: number }[];
  /** The share of tracks that fewer people know, in [0, 1], by popularity; 0.5 where nobody knows how many do. */
  readonly fame: Float32Array;
  /** The number of an artist, however the name is spelt. */
  readonly artistNumber: (name: string) => number | undefined;
  /** The number of a genre, however its name is spelt. */
  readonly genreNumber: (name: string) => number | undefined;
  /** The rows that an artist has, as main or featured artist. */
  readonly rowsBy: (artist: number) => readonly number[];
  /**
   * Artists whose names begin with a text, then such whose names hold it, those with the most tracks first.
   * @param limit the most that are given
   */
  readonly artistsLike: (text: string, limit: number) => readonly string[];
}

/**
 * A catalogue of tracks. Of two tracks with one id the first is kept.
 * @throws MoodringError `catalogue-empty` if there are none
 */
export function catalogueOf(tracks: readonly Track[]): Catalogue {
  return catalogueOn(columnsOf(tracks));
}

/**
 * A catalogue on its columns. What only some questions need (an artist's rows, say) is put in order when the
 * first of them is asked.
 * @throws MoodringError `catalogue-empty` if they hold no track
 */
export function catalogueOn(columns: Columns): Catalogue {
  const { size, names } = columns;
  if (size === 0) throw new MoodringError('catalogue-empty');
  const rowsByArtist = once(() => rowsByArtistOf(columns));
  const artists = once(() => artistsOf(columns, rowsByArtist()));
  const byArtist = once(() => new Map(artists().map(({ key, number }) => [key, number])));
  const byGenre = once(
    () => new Map(range(names.genreCount).map((number) => [nameKey(names.genre(number)), number])),
  );
  return {
    size,
    columns,
    grid: gridOf(columns),
    trackAt: (row) => trackAt(columns, row),
    genres: genresOf(columns),
    decades: decadesOf(columns),
    fame: fameOf(columns),
    artistNumber: (name) => byArtist().get(nameKey(name)),
    genreNumber: (name) => byGenre().get(nameKey(name)),
    rowsBy: (artist) => {
      const { starts, things } = rowsByArtist();
      return [...things.subarray(starts[artist] ?? 0, starts[artist + 1] ?? 0)];
    },
    artistsLike: (text, limit) => {
      const wanted = nameKey(text);
      const begin = firstOf(artists(), limit, ({ key }) => key.startsWith(wanted));
      const hold = firstOf(artists(), limit - begin.length, ({ key }) => key.indexOf(wanted) > 0);
      return [...begin, ...hold].map(({ number }) => names.artist(number));
    },
  };
}

/** The first values that a test holds for. Stops when it has them: artists are many. */
function firstOf<T>(values: readonly T[], limit: number, test: (value: T) => boolean): readonly T[] {
  const found: T[] = [];
  for (const value of values) {
    if (found.length >= limit) break;
    if (test(value)) found.push(value);
  }
  return found;
}

function trackAt(columns: Columns, row: number): Track {
  if (!(row >= 0 && row < columns.size))
    throw new RangeError(`no row ${row} in a catalogue of ${columns.size}`);
  const { names, artists, artistStarts } = columns;
  const start = artistStarts[row] ?? 0;
  const [main = '', ...others] = [...artists.subarray(start, artistStarts[row + 1])].map((number) =>
    names.artist(number),
  );
  return {
    id: names.id(row),
    title: names.title(row),
    artists: [main, ...others],
    genre: names.genre(columns.genre[row] ?? 0),
    valence: hundredths(columns.valence[row] ?? 0),
    arousal: hundredths(columns.arousal[row] ?? 0),
    ...known(columns.year, row, UNKNOWN.year, (year) => ({ year })),
    ...known(columns.popularity, row, UNKNOWN.popularity, (popularity) => ({ popularity })),
    ...known(columns.tempo, row, UNKNOWN.tempo, (tempo) => ({ tempo })),
    ...known(columns.energy, row, UNKNOWN.energy, (energy) => ({ energy: hundredths(energy) })),
    ...known(columns.key, row, UNKNOWN.key, (key) => ({ key: keyOf(key) })),
    ...known(columns.seconds, row, UNKNOWN.seconds, (seconds) => ({ seconds })),
    ...known(columns.explicit, row, UNKNOWN.explicit, (explicit) => ({ explicit: explicit === 1 })),
  };
}

function known(
  column: ArrayLike<number>,
  row: number,
  unknown: number,
  field: (value: number) => Partial<Track>,
): Partial<Track> {
  const value = column[row] ?? unknown;
  return value === unknown ? {} : field(value);
}

function keyOf(number: number): Key {
  return { tonic: number % 12, mode: number < 12 ? 'major' : 'minor' };
}

function genresOf({ size, genre, names }: Columns): Catalogue['genres'] {
  const tracks = new Uint32Array(names.genreCount);
  for (let row = 0; row < size; row += 1) tally(tracks, genre[row] ?? 0);
  return range(names.genreCount)
    .map((number) => ({ name: names.genre(number), tracks: tracks[number] ?? 0 }))
    .filter((each) => each.tracks > 0)
    .toSorted((a, b) => b.tracks - a.tracks);
}

function decadesOf({ size, year }: Columns): Catalogue['decades'] {
  const tracks = new Uint32Array(2 ** 16);
  for (let row = 0; row < size; row += 1) tally(tracks, year[row] ?? 0);
  return [
    ...Map.groupBy(
      range(tracks.length).filter((each) => tracks[each] && each !== UNKNOWN.year),
      decadeOf,
    ),
  ].map(([decade, years]) => ({ decade, tracks: years.reduce((sum, each) => sum + (tracks[each] ?? 0), 0) }));
}

/** By popularity as it stands in its column: equals share the middle of their stretch. */
function fameOf({ popularity }: Columns): Float32Array {
  const tracks = new Uint32Array(UNKNOWN.popularity + 1);
  for (const each of popularity) tally(tracks, each);
  const known = popularity.length - (tracks[UNKNOWN.popularity] ?? 0);
  let below = 0;
  return Float32Array.from(tracks, (count, each) => {
    if (each === UNKNOWN.popularity) return 0.5;
    below += count;
    return (below - count / 2) / Math.max(1, known);
  });
}

/** Those with the most tracks first. */
function artistsOf({ names }: Columns, { starts }: Filed) {
  const tracks = (number: number): number => (starts[number + 1] ?? 0) - (starts[number] ?? 0);
  return range(names.artistCount)
    .map((number) => ({ number, key: nameKey(names.artist(number)) }))
    .toSorted((a, b) => tracks(b.number) - tracks(a.number));
}

/** The rows of each artist. */
function rowsByArtistOf({ size, artists, artistStarts, names }: Columns): Filed {
  const { starts, things } = filed(artists, names.artistCount);
  const rowAt = new Uint32Array(artists.length);
  for (let row = 0; row < size; row += 1) rowAt.fill(row, artistStarts[row], artistStarts[row + 1]);
  return { starts, things: things.map((at) => rowAt[at] ?? 0) };
}

function tally(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function range(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
