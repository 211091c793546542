/** How long a list should be: whole tracks, or minutes of music. */
export type Length = { readonly tracks: number } | { readonly minutes: number };

/** The longest list that is chosen at once, in tracks and in minutes. */
export const LONGEST_LIST = { tracks: 100, minutes: 300 } as const;

export const POPULARITIES = ['well-known', 'mixed', 'deep-cuts'] as const;

/** Whether people should know the music: well known, a mix (the default), or what hardly anybody knows. */
export type Popularity = (typeof POPULARITIES)[number];

/** What a listener asks of the music besides its mood. */
export interface Filters {
  /** A genre of the catalogue. Gives way where nothing of it is left near the mood. */
  readonly genre?: string;
  /** The first year of a decade, such as 1980. Gives way to the decades beside it, then to any. */
  readonly decade?: number;
  /** The name of an artist: up to two tracks by them, among others of their genres and decades. */
  readonly artist?: string;
  readonly popularity?: Popularity;
  /** Whether explicit tracks may be chosen, where the catalogue knows which are; false if left out. */
  readonly explicit?: boolean;
}

/** A wish that had to give way so that a slot could be filled. `heard` is the wish for what was not heard lately. */
export type GaveWay = 'decade' | 'genre' | 'heard';

/** Tracks (by id), artists (by name), genres, and decades (by their first year). */
export interface Leanings {
  readonly tracks?: readonly string[];
  readonly artists?: readonly string[];
  readonly genres?: readonly string[];
  readonly decades?: readonly number[];
}

/** What a listener likes and dislikes. Disliked tracks and artists are never chosen; all else only shifts the odds. */
export interface Taste {
  readonly liked?: Leanings;
  readonly disliked?: Leanings;
}

/** The decade of a year, as its first year: 1980 for 1987. */
export function decadeOf(year: number): number {
  return Math.floor(year / 10) * 10;
}
