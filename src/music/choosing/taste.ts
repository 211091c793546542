import type { PickTerms } from '../../domain/playlist.ts';
import type { Filters, Taste } from '../../domain/wish.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { decadeAt } from '../catalogue/columns.ts';
import { findArtist } from './rules.ts';

/** What each liking and disliking adds to the odds, as a logarithm. */
const LIKED = { track: 1.5, artist: 1.5, genre: 1.2, decade: 0.8 } as const;
const DISLIKED = { genre: -2, decade: -1 } as const;

/** Whom somebody asked for outweighs hundreds of others that lie nearer, from one end of the map to the other. */
const ASKED_FOR = 15;

/** A listener's taste on the rows of a catalogue. */
export interface TasteOn {
  /** The rows of the artist who was asked for: looked at even where others lie nearer. */
  readonly askedFor: readonly number[];
  /** What it adds to the odds of a row, as a logarithm. */
  worth(row: number): number;
  /** Whether a row is by the artist who was asked for. */
  isAskedFor(row: number): boolean;
  /** What of a row they like or asked for. */
  liked(row: number): PickTerms['liked'];
}

/** An artist who was asked for brings the genres and decades of their tracks along. */
export function tasteOn(
  catalogue: Catalogue,
  { artist }: Filters,
  { liked = {}, disliked = {} }: Taste,
): TasteOn {
  const { columns } = catalogue;
  const { names } = columns;
  const asked = artist === undefined ? undefined : catalogue.artistNumber(artist);
  const askedRows = asked === undefined ? [] : catalogue.rowsBy(asked);
  const kinGenres = new Set(askedRows.map((row) => columns.genre[row]));
  const kinDecades = new Set(
    askedRows.map((row) => decadeAt(columns, row)).filter((decade) => decade !== undefined),
  );

  const likes = numbersOf(catalogue, liked);
  const dislikes = numbersOf(catalogue, disliked);
  const tracks = new Set(liked.tracks);
  const likedArtist = (row: number): number | undefined =>
    findArtist(columns, row, (each) => each === asked) ??
    findArtist(columns, row, (each) => likes.artists.has(each));

  return {
    askedFor: askedRows,
    isAskedFor: (row) => asked !== undefined && likedArtist(row) === asked,
    worth: (row) => {
      const genre = columns.genre[row] ?? 0;
      const decade = decadeAt(columns, row);
      const by = likedArtist(row);
      return (
        (by === undefined ? 0 : by === asked ? ASKED_FOR : LIKED.artist) +
        (tracks.size > 0 && tracks.has(names.id(row)) ? LIKED.track : 0) +
        (likes.genres.has(genre) || kinGenres.has(genre) ? LIKED.genre : 0) +
        (decade !== undefined && (likes.decades.has(decade) || kinDecades.has(decade)) ? LIKED.decade : 0) +
        (dislikes.genres.has(genre) ? DISLIKED.genre : 0) +
        (decade !== undefined && dislikes.decades.has(decade) ? DISLIKED.decade : 0)
      );
    },
    liked: (row) => {
      const by = likedArtist(row);
      const genre = columns.genre[row] ?? 0;
      const decade = decadeAt(columns, row);
      return {
        ...(by === undefined ? {} : { artist: names.artist(by) }),
        ...(likes.genres.has(genre) ? { genre: names.genre(genre) } : {}),
        ...(decade !== undefined && likes.decades.has(decade) ? { decade } : {}),
      };
    },
  };
}

function numbersOf(
  catalogue: Catalogue,
  { artists = [], genres = [], decades = [] }: NonNullable<Taste['liked']>,
) {
  return {
    artists: new Set(artists.map(catalogue.artistNumber)),
    genres: new Set(genres.map(catalogue.genreNumber)),
    decades: new Set(decades),
  };
}
