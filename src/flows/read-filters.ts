import { decadeOf, type Filters, type Popularity } from '../domain/wish.ts';
import { MoodringError } from '../errors.ts';
import type { Catalogue } from '../music/catalogue/catalogue.ts';
import { nameKey } from '../music/names.ts';
import { nearNames } from './near-names.ts';

/** Names that an error suggests. */
const NEAR = 5;

/** What somebody typed to narrow the music down; blanks count as nothing. */
export interface TypedFilters {
  readonly genre?: string | undefined;
  readonly decade?: string | undefined;
  readonly artist?: string | undefined;
  readonly popularity?: Popularity | undefined;
}

/**
 * What was typed, in the catalogue's own names: case, accents and punctuation do not matter.
 * @throws MoodringError `genre-unknown`, `decade-unknown`, `artist-unknown`, each with what is near in the catalogue
 */
export function readFilters(catalogue: Catalogue, typed: TypedFilters): Filters {
  const [genre, decade, artist] = [typed.genre, typed.decade, typed.artist].map((text) => text?.trim() ?? '');
  return {
    ...(genre ? { genre: readGenre(catalogue, genre) } : {}),
    ...(decade ? { decade: readDecade(catalogue, decade) } : {}),
    ...(artist ? { artist: readArtist(catalogue, artist) } : {}),
    ...(typed.popularity ? { popularity: typed.popularity } : {}),
  };
}

/** The genres whose names hold a text, those that begin with it first, then those with the most tracks. */
export function genresLike({ genres }: Catalogue, text: string): readonly string[] {
  const wanted = nameKey(text);
  const keyed = genres.map(({ name }) => ({ name, key: nameKey(name) }));
  const begin = keyed.filter(({ key }) => key.startsWith(wanted));
  const hold = keyed.filter(({ key }) => key.indexOf(wanted) > 0);
  return [...begin, ...hold].map(({ name }) => name);
}

/** The decades, latest first, that a text may stand for the beginning of: "8", "80", "198", "1980s". */
export function decadesLike({ decades }: Catalogue, text: string): readonly number[] {
  const digits = text.replace(/\D/g, '');
  return decades
    .map(({ decade }) => decade)
    .filter((decade) => `${decade}`.startsWith(digits) || `${decade}`.slice(2).startsWith(digits))
    .toReversed();
}

function readGenre(catalogue: Catalogue, text: string): string {
  const number = catalogue.genreNumber(text);
  if (number !== undefined) return catalogue.columns.names.genre(number);
  const near = nearNames(text, (part, limit) => genresLike(catalogue, part).slice(0, limit), NEAR);
  throw new MoodringError('genre-unknown', { near: near.join(', ') });
}

function readArtist(catalogue: Catalogue, text: string): string {
  const number = catalogue.artistNumber(text);
  if (number !== undefined) return catalogue.columns.names.artist(number);
  const near = nearNames(text, catalogue.artistsLike, NEAR);
  throw new MoodringError('artist-unknown', { near: near.join(', ') });
}

/** "80s", "'80s", "80", "1980s", or a year of it; two digits are those of the last hundred years. */
function readDecade({ decades }: Catalogue, text: string): number {
  const [, digits = ''] = /^['’]?(\d{4}|\d\d)\s*(?:['’]?s)?$/i.exec(text) ?? [];
  const year = Number(digits);
  const newest = decades.at(-1)?.decade ?? 0;
  const century = newest - (newest % 100) + (year <= newest % 100 ? 0 : -100);
  const decade = decadeOf(digits.length === 2 ? century + year : year);
  if (digits !== '' && decades.some((known) => known.decade === decade)) return decade;
  if (decades.length === 0) throw new MoodringError('nothing-fits');
  const wanted = digits === '' ? newest : decade;
  const near = decades
    .map((known) => known.decade)
    .toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))
    .slice(0, NEAR)
    .toSorted((a, b) => a - b);
  throw new MoodringError('decade-unknown', { near: near.map((each) => `${each}s`).join(', ') });
}
