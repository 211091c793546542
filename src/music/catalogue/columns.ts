import { decadeOf } from '../../domain/wish.ts';

/**
 * A catalogue by columns: a million tracks are a few typed arrays, which load as they lie in the file and are searched
 * without making an object for each track. Row `r` is one track throughout.
 */
export interface Columns {
  readonly size: number;
  /** Each in [−1, 1]. */
  readonly valence: Float32Array;
  readonly arousal: Float32Array;
  /** 0 to 100, or `UNKNOWN.popularity`. */
  readonly popularity: Uint8Array;
  /** Or `UNKNOWN.year`. */
  readonly year: Uint16Array;
  /** Numbers for `names.genre`. */
  readonly genre: Uint16Array;
  /** Beats a minute, or `UNKNOWN.tempo`. */
  readonly tempo: Float32Array;
  /** 0 to 1, or `UNKNOWN.energy`. */
  readonly energy: Float32Array;
  /** The tonic, and 12 more for a minor key: 0 to 23, or `UNKNOWN.key`. */
  readonly key: Uint8Array;
  /** Or `UNKNOWN.seconds`. */
  readonly seconds: Uint16Array;
  /** 0 or 1, or `UNKNOWN.explicit`. */
  readonly explicit: Uint8Array;
  /** Rows with the same number are versions of one song. */
  readonly song: Uint32Array;
  /** The artists of row `r`, main artist first, are `artists[artistStarts[r]]` to before `artists[artistStarts[r + 1]]`. */
  readonly artistStarts: Uint32Array;
  /** Numbers for `names.artist`; one artist has one number, however the name is spelt in the table. */
  readonly artists: Uint32Array;
  readonly names: Names;
}

/** Text is decoded only when somebody looks at it. */
export interface Names {
  id(row: number): string;
  title(row: number): string;
  artist(number: number): string;
  genre(number: number): string;
  readonly artistCount: number;
  readonly genreCount: number;
}

/** What stands in a column where the table did not know. */
export const UNKNOWN = {
  popularity: 255,
  year: 0,
  tempo: 0,
  energy: -1,
  key: 255,
  seconds: 0,
  explicit: 2,
} as const;

/** The decade of a row, or undefined where nobody knows. */
export function decadeAt({ year }: Columns, row: number): number | undefined {
  const known = year[row] ?? UNKNOWN.year;
  return known === UNKNOWN.year ? undefined : decadeOf(known);
}
