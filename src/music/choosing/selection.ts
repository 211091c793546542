import type { Filters, GaveWay, Taste } from '../../domain/wish.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { decadeAt } from '../catalogue/columns.ts';
import { type MoodGrid, thinned } from '../catalogue/grid.ts';
import { once } from '../once.ts';
import { findArtist } from './rules.ts';

/** Rows to choose from, and what of the wish had to give way for them. */
export interface Ring {
  readonly grid: MoodGrid;
  /** Whether what was heard lately may come again. */
  readonly heardToo: boolean;
}

/** What a wish leaves of a catalogue. */
export interface Selection {
  /** From what was asked for to what is there at all; each is made when it is first looked into. */
  readonly rings: readonly (() => Ring)[];
  /** Whether a row may be chosen at all: not explicit, not disliked. */
  mayPlay(row: number): boolean;
  wasHeard(row: number): boolean;
  /** The wishes that a row does not meet. */
  missedBy(row: number): readonly GaveWay[];
}

/** What is asked of the tracks besides their mood. */
export interface Selecting {
  readonly filters: Filters;
  readonly taste: Taste;
  /** Names of artists whose tracks come first. */
  readonly artists: readonly string[];
  /** Ids of tracks. */
  readonly heard: Iterable<string>;
}

/**
 * How the wishes give way, one after the other: the artists who come first and novelty, what was asked for in so many
 * words last.
 */
export function selectionOf(
  catalogue: Catalogue,
  { filters, taste: { disliked = {} }, artists, heard }: Selecting,
): Selection {
  const { columns, grid } = catalogue;
  const { names } = columns;
  const heardIds = new Set(heard);
  const dislikedIds = new Set(disliked.tracks);
  const dislikedArtists = new Set((disliked.artists ?? []).map(catalogue.artistNumber));
  const genre = filters.genre === undefined ? undefined : (catalogue.genreNumber(filters.genre) ?? -1);
  const { decade } = filters;

  const wasHeard = (row: number): boolean => heardIds.size > 0 && heardIds.has(names.id(row));
  const inGenre = (row: number): boolean => genre === undefined || columns.genre[row] === genre;
  const inDecade = (row: number): boolean => decade === undefined || decadeAt(columns, row) === decade;
  const nearDecade = (row: number): boolean =>
    decade === undefined || Math.abs((decadeAt(columns, row) ?? NaN) - decade) <= 10;

  const asked = once(() =>
    genre === undefined && decade === undefined
      ? grid
      : thinned(grid, (row) => inGenre(row) && inDecade(row)),
  );
  const preferred = new Set(artists.map(catalogue.artistNumber));
  const byPreferred = once(() =>
    thinned(
      grid,
      (row) =>
        inGenre(row) &&
        inDecade(row) &&
        findArtist(columns, row, (artist) => preferred.has(artist)) !== undefined,
    ),
  );
  const around = once(() => thinned(grid, (row) => inGenre(row) && nearDecade(row)));
  const sameGenre = once(() => (genre === undefined ? grid : thinned(grid, inGenre)));
  const ring = (grid: () => MoodGrid, heardToo: boolean) => () => ({ grid: grid(), heardToo });
  return {
    rings: [
      ...(artists.length > 0 ? [ring(byPreferred, false)] : []),
      ring(asked, false),
      ring(asked, true),
      ...(decade === undefined ? [] : [ring(around, true), ring(sameGenre, true)]),
      ...(genre === undefined ? [] : [ring(() => grid, true)]),
    ],
    mayPlay: (row) =>
      (filters.explicit === true || columns.explicit[row] !== 1) &&
      (dislikedIds.size === 0 || !dislikedIds.has(names.id(row))) &&
      (dislikedArtists.size === 0 ||
        findArtist(columns, row, (artist) => dislikedArtists.has(artist)) === undefined),
    wasHeard,
    missedBy: (row) => [
      ...(wasHeard(row) ? (['heard'] as const) : []),
      ...(inDecade(row) ? [] : (['decade'] as const)),
      ...(inGenre(row) ? [] : (['genre'] as const)),
    ],
  };
}
