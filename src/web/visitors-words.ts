import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

import { languageOf, LANGUAGES, type Words, wordsFor } from '../cards/words.ts';

/** Words in the language that the visitor's browser asks for most, of those that we speak; else English. */
export function wordsOf(c: Context): Words {
  const language = accepts(c, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'en',
    match: (asked) =>
      asked
        .filter(({ q }) => q > 0)
        .toSorted((a, b) => b.q - a.q)
        .flatMap(({ type }) => languageOf(type) ?? [])[0] ?? 'en',
  });
  return wordsFor(language);
}
