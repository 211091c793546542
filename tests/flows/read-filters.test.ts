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
]);

/** The error's code and what it suggests. */
function refusal(typed: Parameters<typeof readFilters>[1]) {
  try {
    return readFilters(catalogue, typed);
  } catch (error) {
    return error instanceof MoodringError ? { code: error.code, near: error.details['near'] } : error;
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
  ])('knows the decade in %j', (typed, decade) => {
    expect(readFilters(catalogue, { decade: typed })).toEqual({ decade });
  });

  it.each(['1820s', '50s', 'eighties', '8', '19800', '٨٠'])(
    'refuses %j with the decades that are near',
    (typed) => {
      expect(refusal({ decade: typed })).toMatchObject({
        code: 'decade-unknown',
        near: expect.stringMatching(/^\d{4}s(, \d{4}s){4}$/) as unknown,
      });
    },
  );

  it.each([
    ['artist', 'nik drkae', /^Nick Drake, /],
    ['artist', 'Beetles', /^The Beatles, /],
    ['artist', '🎵', /Nick Drake/],
    ['genre', 'rokc', /^rock, /],
    ['genre', 'x'.repeat(5000), /rock/],
  ] as const)('refuses an unknown %s, %s, and names the most like it', (kind, text, near) => {
    expect(refusal({ [kind]: text })).toMatchObject({
      code: `${kind}-unknown`,
      near: expect.stringMatching(near) as unknown,
    });
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
    expect(genresLike(catalogue, 'P')).toEqual(['pop', 'art pop']);
    expect(genresLike(catalogue, '')[0]).toBe('rock');
    expect(genresLike(catalogue, 'polka')).toEqual([]);
  });

  it('is decades by their digits, latest first', () => {
    expect(decadesLike(catalogue, '')).toEqual([2010, 2000, 1990, 1980, 1970, 1960]);
    expect(decadesLike(catalogue, '8')).toEqual([1980]);
    expect(decadesLike(catalogue, '20')).toEqual([2010, 2000]);
    expect(decadesLike(catalogue, "'70s")).toEqual([1970]);
    expect(decadesLike(catalogue, '3')).toEqual([]);
  });
});
