import { describe, expect, it } from 'vitest';

import { decadeText } from '../../src/cards/filters-text.ts';
import { lengthText } from '../../src/cards/length-text.ts';
import { LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { decadesLike, readFilters } from '../../src/flows/read-filters.ts';
import { lengthsLike, readLength } from '../../src/flows/read-length.ts';
import { catalogueOf } from '../../src/music/catalogue/catalogue.ts';

const DECADES = [1960, 1980, 2000, 2010];

const catalogue = catalogueOf(
  DECADES.map((year) => ({
    id: String(year),
    title: 'Song',
    artists: ['Somebody'],
    genre: 'rock',
    valence: 0,
    arousal: 0,
    year,
  })),
);

describe.each(LANGUAGES)('what is written in %s is understood where it is typed', (language) => {
  const t = wordsFor(language);

  it.each([{ tracks: 1 }, { tracks: 20 }, { minutes: 1 }, { minutes: 45 }])('as a length: %o', (length) => {
    const text = lengthText(length, t);
    expect(readLength(text)).toEqual(length);
    expect(lengthsLike(text)).toEqual([length]);
  });

  it.each(DECADES)('as a decade: %i', (decade) => {
    const text = decadeText(decade, t);
    expect(readFilters(catalogue, { decade: text })).toEqual({ decade });
    expect(decadesLike(catalogue, text)).toContain(decade);
  });
});

/** What a language's sentences put between quotes, to show how something is written. */
function examplesIn(text: string): readonly string[] {
  return [...text.matchAll(/[“„«「]\s*([^”“»」]+?)\s*[”“»」]/gu)].map(([, example = '']) => example);
}

describe.each(LANGUAGES)('the examples that are given in %s', (language) => {
  const t = wordsFor(language);

  it('are understood', () => {
    const lengths = examplesIn(t('error.length-unknown', { tracks: 100, minutes: 300 }));
    expect(lengths.map(readLength)).toEqual([{ tracks: 20 }, { minutes: 45 }, { minutes: 60 }]);
    const decades = examplesIn(t('error.decade-unknown', { decades: '1960' }));
    expect(decades.length).toBeGreaterThan(1);
    for (const decade of decades) expect(readFilters(catalogue, { decade })).toEqual({ decade: 1980 });
  });
});
