import { decadeOf, type Filters, type Popularity } from '../domain/wish.ts';
import { MoodringError } from '../errors.ts';
import type { Catalogue } from '../music/catalogue/catalogue.ts';
import { nameKey } from '../music/names.ts';
import { nearNames } from './near-names.ts';

/** Names that an error suggests. */
const NEAR = 5;
const GENRES_NAMED = 12;

/** What people call the same genre; the catalogue's own name is whichever of them it has. */
const SAME_GENRE: readonly (readonly string[])[] = [
  ['rap', 'hip hop'],
  ['r&b', 'rnb', 'rhythm and blues'],
  ['edm', 'electronic', 'dance', 'electro', 'electronica', 'electronic dance music'],
  ['latin', 'latino', 'latina'],
].map((names) => names.map(nameKey));

/** Decades by their names, as the last two digits of their first years. */
const DECADES_IN_WORDS: Readonly<Record<string, string>> = {
  tens: '10',
  twenties: '20',
  thirties: '30',
  forties: '40',
  fifties: '50',
  sixties: '60',
  seventies: '70',
  eighties: '80',
  nineties: '90',
  noughties: '00',
  aughts: '00',
};

/** What somebody typed to narrow the music down; blanks count as nothing. */
export interface TypedFilters {
  readonly genre?: string | undefined;
  readonly decade?: string | undefined;
  readonly artist?: string | undefined;
  readonly popularity?: Popularity | undefined;
}

/**
 * What was typed, in the catalogue's own names: case, accents and punctuation do not matter, nor
 * which of a genre's usual names it is.
 * @throws MoodringError `genre-unknown` and `decade-unknown` with those that there are, `artist-unknown` with who is near in the
 *   catalogue, `artist-not-there` if nobody is
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

/** The genres whose names hold a text, those that begin with it first, then those called so by others. */
export function genresLike({ genres }: Catalogue, text: string): readonly string[] {
  const wanted = nameKey(text);
  const keyed = genres.map(({ name }) => ({ name, key: nameKey(name) }));
  const begin = keyed.filter(({ key }) => key.startsWith(wanted));
  const hold = keyed.filter(({ key }) => key.indexOf(wanted) > 0);
  const alias = keyed.filter(({ key }) => sameGenre(key).some((other) => other.startsWith(wanted)));
  return [...new Set([...begin, ...hold, ...(wanted === '' ? [] : alias)].map(({ name }) => name))];
}

/** The decades, latest first, that a text may stand for the beginning of: "8", "80", "198", "1980s", "eigh". */
export function decadesLike({ decades }: Catalogue, text: string): readonly number[] {
  const word = text.trim().toLowerCase();
  const named = /^\p{L}{2,}$/u.test(word)
    ? Object.keys(DECADES_IN_WORDS).find((name) => name.startsWith(word))
    : undefined;
  const digits = (named === undefined ? text : DECADES_IN_WORDS[named])?.replace(/\D/g, '') ?? '';
  return decades
    .map(({ decade }) => decade)
    .filter((decade) => `${decade}`.startsWith(digits) || `${decade}`.slice(2).startsWith(digits))
    .toReversed();
}

function readGenre(catalogue: Catalogue, text: string): string {
  const { columns, genreNumber, genres } = catalogue;
  const [number] = [text, ...sameGenre(nameKey(text))].flatMap((name) => genreNumber(name) ?? []);
  if (number !== undefined) return columns.names.genre(number);
  const near = nearNames(text, (part, limit) => genresLike(catalogue, part).slice(0, limit), NEAR);
  const names = [...new Set([...near, ...genres.map(({ name }) => name)])];
  const more = names.length > GENRES_NAMED ? ', …' : '';
  throw new MoodringError('genre-unknown', { genres: names.slice(0, GENRES_NAMED).join(', ') + more });
}

/** The keys of a genre's other names. */
function sameGenre(key: string): readonly string[] {
  return SAME_GENRE.find((names) => names.includes(key))?.filter((name) => name !== key) ?? [];
}

function readArtist(catalogue: Catalogue, text: string): string {
  const number = catalogue.artistNumber(text);
  if (number !== undefined) return catalogue.columns.names.artist(number);
  const near = nearNames(text, catalogue.artistsLike, NEAR);
  if (near.length === 0) throw new MoodringError('artist-not-there');
  throw new MoodringError('artist-unknown', { near: near.join(', ') });
}

/** "80s", "the '80s", "80ies", "1980s", "eighties", "80er", "años 80", or a year of it; two digits are those of the last hundred years. */
function readDecade({ decades }: Catalogue, text: string): number {
  const digits = decadeDigits(text);
  const year = Number(digits);
  const newest = decades.at(-1)?.decade ?? 0;
  const century = newest - (newest % 100) + (year <= newest % 100 ? 0 : -100);
  const decade = decadeOf(digits.length === 2 ? century + year : year);
  if (digits !== '' && decades.some((known) => known.decade === decade)) return decade;
  if (decades.length === 0) throw new MoodringError('nothing-fits');
  throw new MoodringError('decade-unknown', {
    decades: decades.map((known) => known.decade).join(', '),
  });
}

/** The last two or all four digits of a year; empty if there are none. */
function decadeDigits(text: string): string {
  const bare = text
    .toLowerCase()
    .replace(/^(?:the|die|los|les|os)\s+/, '')
    .replace(/^(?:a[nñ]os|ann[eé]es)\s+/, '');
  const [, digits = ''] = /^['’]?(\d{4}|\d\d)\s*(?:['’]?s|['’]?ies|er|年代)?$/.exec(bare) ?? [];
  return digits === '' && Object.hasOwn(DECADES_IN_WORDS, bare) ? (DECADES_IN_WORDS[bare] ?? '') : digits;
}
