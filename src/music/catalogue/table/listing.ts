import { z } from 'zod';
import { audioFeaturesSchema, numberInTable } from '../audio-features.ts';
import { namesIn } from './names-in.ts';

/** Longer than any title or name; what is, went wrong on its way into the table. */
const LONGEST_TEXT = 500;
const MOST_ARTISTS = 100;

const text = z.string().max(LONGEST_TEXT);
const written = z.string().trim().min(1).max(LONGEST_TEXT);

const TONICS = ['c', 'c#', 'd', 'd#', 'e', 'f', 'f#', 'g', 'g#', 'a', 'a#', 'b'];

/** A value that a table may leave blank. */
function known<T extends z.ZodType>(shape: T) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() || undefined : value),
    shape.optional(),
  );
}

/**
 * One line of a table of tracks, by our names for its columns. A track may stand on several lines: in several
 * playlists, or under several genres.
 */
export const listingSchema = audioFeaturesSchema.extend({
  /** Spotify's, also out of an address or a URI. */
  id: z
    .string()
    .transform((id) => id.trim().replace(/^spotify:track:|^https:\/\/open\.spotify\.com\/track\//, ''))
    .pipe(z.string().regex(/^[0-9A-Za-z]{22}$/)),
  /** As the table has it, with notes on the release. */
  title: written,
  /** As the table has them, main artist first. */
  artists: z
    .string()
    .transform((names) => namesIn(names))
    .pipe(z.tuple([written], written))
    .refine((names) => names.length <= MOST_ARTISTS),
  album: text.optional(),
  /** The playlist that it stands in. */
  list: text.optional(),
  genre: z
    .string()
    .transform((genres) => namesIn(genres)[0]?.split(',', 1)[0]?.toLowerCase())
    .pipe(text.optional())
    .optional(),
  /** A finer genre. */
  scene: text.optional(),
  /** Of the release; unknown where the table has no year that records were made in. */
  year: z
    .string()
    .transform((date) => Number(/(?<!\d)(?:18[6-9]|19\d|20\d)\d(?!\d)/.exec(date)?.[0] ?? NaN) || undefined)
    .optional(),
  /** 0 to 100, as Spotify gave it. */
  popularity: known(numberInTable.pipe(z.number().min(0).max(100)).transform(Math.round)),
  /** 1 is major, 0 is minor. */
  mode: known(
    z
      .preprocess((mode) => (mode === 'major' ? 1 : mode === 'minor' ? 0 : mode), numberInTable)
      .pipe(z.number().min(0).max(1)),
  ),
  /** The tonic as a pitch class, 0 to 11; −1 where nobody knows. */
  tonic: known(
    z
      .preprocess(
        (key) => (typeof key === 'string' && TONICS.includes(key) ? TONICS.indexOf(key) : key),
        numberInTable,
      )
      .pipe(z.int().min(-1).max(11)),
  ),
  seconds: known(
    numberInTable.pipe(
      z
        .number()
        .min(0)
        .transform((milliseconds) => milliseconds / 1000),
    ),
  ),
  explicit: known(
    z.union([z.stringbool({ truthy: ['true', '1', 'yes', '1.0'], falsy: ['false', '0', 'no', '0.0'] })]),
  ),
});

export type Listing = z.infer<typeof listingSchema>;

export type Field = keyof Listing;

/** Lines of a table: a list of them, or a store that hands each out when it is asked. */
export interface Listings {
  readonly length: number;
  at(index: number): Listing | undefined;
}
