import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { SECTIONS } from '../../docs/gallery/sections.ts';
import { SPEAKERS } from '../../docs/gallery/stage.ts';
import { describeShown } from './shown.ts';

const DOCS = resolve(import.meta.dirname, '../../docs');

// The longest words and the tallest letters; `shown.long.ts` looks at the other languages.
describeShown(['de', 'ja']);

describe('the gallery in the docs', () => {
  const text = readFileSync(resolve(DOCS, 'gallery.md'), 'utf8');
  const shown = [...text.matchAll(/src="([^"]+)"/g)].map(([, file = '']) => resolve(DOCS, file));

  it('shows every card and page in three languages, each with a text for those who do not see it', () => {
    const exhibits = SECTIONS.flatMap(({ cards, pages }) => [...cards, ...pages]);
    for (const { name } of exhibits)
      for (const { locale } of SPEAKERS)
        expect(shown).toContain(resolve(DOCS, 'gallery', locale, `${name}.webp`));
    expect(text.match(/<img /g)).toHaveLength(shown.length);
    expect(text.match(/alt="[^"]{10,}"/g)).toHaveLength(shown.length);
  });

  it('has all pictures that it shows, of 3 MB together at most', () => {
    expect(shown.filter((file) => !existsSync(file))).toEqual([]);
    expect(shown.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(3e6);
  });
});
