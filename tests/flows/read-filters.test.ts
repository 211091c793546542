import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Track } from '../../src/domain/playlist.ts';
import { MoodringError } from '../../src/errors.ts';
import { decadesLike, genresLike, readFilters } from '../../src/flows/read-filters.ts';
import { catalogueOf } from '../../src/music/catalogue/catalogue.ts';

function trackBy(artist: string, genre: string, year?: number): Track {
  return {
    id: `${artist}-${genre}`,
    title: 'Song',
    artists: [artist],
    genre,
    valence: 0,
    arousal: 0,
    ...(year === undefined ? {} : { year }),
  };
}

const catalogue = catalogueOf([
  trackBy('Nick Drake', 'folk', 1971),
  trackBy('Nick Cave', 'rock', 1988),
  trackBy('The Beatles', 'rock', 1966),
  trackBy('Beyoncé', 'r&b', 2016),
  trackBy('Björk', 'art pop', 1997),
  trackBy('Queen', 'rock', 1975),
  trackBy('Zedd', 'pop', 2003),
  trackBy('P!nk', 'edm', 2001),
  trackBy('Simon & Garfunkel', 'rap', 1968),
]);

/** The error's code and details. */
function refusal(typed: Parameters<typeof readFilters>[1]) {
  try {
    return readFilters(catalogue, typed);
  } catch (error) {
    return error instanceof MoodringError ? { code: error.code, ...error.details } : error;
  }
}

describe('readFilters', () => {
  it('gives the catalogue’s own names, whatever case, accents and signs are typed', () => {
    expect(readFilters(catalogue, { genre: 'R and B', artist: 'beyonce', decade: '2010s' })).toEqual({
      genre: 'r&b',
      artist: 'Beyoncé',
      decade: 2010,
    });
    expect(readFilters(catalogue, { artist: 'BEATLES', genre: 'Art-Pop' })).toEqual({
      artist: 'The Beatles',
      genre: 'art pop',
    });
  });

  it('takes blanks for nothing', () => {
    expect(readFilters(catalogue, { genre: ' ', decade: '', artist: undefined })).toEqual({});
    expect(readFilters(catalogue, { popularity: 'deep-cuts' })).toEqual({ popularity: 'deep-cuts' });
  });

  it.each([
    ['80s', 1980],
    ["'80s", 1980],
    ['80', 1980],
    ["80's", 1980],
    ['1980s', 1980],
    ['1984', 1980],
    ['60S', 1960],
    ['00s', 2000],
    ['10s', 2010],
    ['2010', 2010],
    ['the 80s', 1980],
    ["the '80s", 1980],
    ['80ies', 1980],
    ['eighties', 1980],
    ['The Sixties', 1960],
    ['noughties', 2000],
  ])('knows the decade in %j', (typed, decade) => {
    expect(readFilters(catalogue, { decade: typed })).toEqual({ decade });
  });

  it.each([
    ['hip hop', 'rap'],
    ['HipHop', 'rap'],
    ['hip-hop', 'rap'],
    ['rnb', 'r&b'],
    ['R and B', 'r&b'],
    ['r’n’b', 'r&b'],
    ['electronic', 'edm'],
    ['Dance', 'edm'],
  ])('knows the genre in %j', (typed, genre) => {
    expect(readFilters(catalogue, { genre: typed })).toEqual({ genre });
  });

  it('takes a genre by its own name where the catalogue has that, and by another only where it has none', () => {
    const own = catalogueOf([trackBy('A', 'dance'), trackBy('B', 'edm'), trackBy('C', 'hip-hop')]);
    expect(readFilters(own, { genre: 'dance' })).toEqual({ genre: 'dance' });
    expect(readFilters(own, { genre: 'rap' })).toEqual({ genre: 'hip-hop' });
    expect(refusal({ genre: 'latino' })).toMatchObject({ code: 'genre-unknown' });
  });

  it.each([
    ['simon and garfunkel', 'Simon & Garfunkel'],
    ['pink', 'P!nk'],
  ])('knows the artist in %j', (typed, artist) => {
    expect(readFilters(catalogue, { artist: typed })).toEqual({ artist });
  });

  it.each(['1820s', '50s', 'eighty', '8', '19800', '٨٠', '666', 'constructor'])(
    'refuses %j with the decades that there are',
    (typed) => {
      expect(refusal({ decade: typed })).toEqual({
        code: 'decade-unknown',
        decades: '1960, 1970, 1980, 1990, 2000, 2010',
      });
    },
  );

  it.each([
    ['nik drkae', /^Nick Drake/],
    ['Beetles', /^The Beatles/],
    ['pinc', /^P!nk/],
    ['drake', /^Nick Drake/],
  ])('refuses an unknown artist, %s, and names the most like it', (text, near) => {
    expect(refusal({ artist: text })).toMatchObject({
      code: 'artist-unknown',
      near: expect.stringMatching(near) as unknown,
    });
  });

  it.each(['🎵', '666', 'xylophonists united', 'x'.repeat(5000)])(
    'claims nobody to be near %j when nobody is',
    (artist) => {
      expect(refusal({ artist })).toEqual({ code: 'artist-not-there' });
    },
  );

  it.each([
    ['rokc', /^rock, /],
    ['666', /^rock, /],
    ['x'.repeat(5000), /^rock, /],
    ['art', /^art pop, /],
  ])('refuses an unknown genre, %s, with the genres that there are, those like it first', (genre, genres) => {
    const refused = refusal({ genre });
    expect(refused).toMatchObject({
      code: 'genre-unknown',
      genres: expect.stringMatching(genres) as unknown,
    });
    expect(refused).toMatchObject({ genres: expect.stringContaining('folk') as unknown });
  });

  it('has nothing from any decade where no year is known', () => {
    const undated = catalogueOf([trackBy('Queen', 'rock')]);
    expect(() => readFilters(undated, { decade: '80s' })).toThrow('nothing-fits');
  });

  it('answers anything typed with filters or one of its errors', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('genre', 'decade', 'artist'),
        (text, kind) => {
          const found = refusal({ [kind]: text });
          expect(found).not.toBeInstanceOf(Error);
        },
      ),
    );
  });
});

describe('what a text may be the beginning of', () => {
  it('is genres that begin with it, then those that hold it', () => {
    expect(genresLike(catalogue, 'P')).toEqual(['pop', 'art pop', 'rap']);
    expect(genresLike(catalogue, 'hip h')).toEqual(['rap']);
    expect(genresLike(catalogue, '')[0]).toBe('rock');
    expect(genresLike(catalogue, 'polka')).toEqual([]);
  });

  it('is decades by their digits, latest first', () => {
    expect(decadesLike(catalogue, '')).toEqual([2010, 2000, 1990, 1980, 1970, 1960]);
    expect(decadesLike(catalogue, '8')).toEqual([1980]);
    expect(decadesLike(catalogue, '20')).toEqual([2010, 2000]);
    expect(decadesLike(catalogue, "'70s")).toEqual([1970]);
    expect(decadesLike(catalogue, 'eigh')).toEqual([1980]);
    expect(decadesLike(catalogue, '3')).toEqual([]);
  });
});
