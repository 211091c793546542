import { Locale, type LocalizationMap } from 'discord.js';

import { languageOf, wordsFor, type WordsKey } from '../cards/words.ts';

const english = wordsFor('en');

/** English is what Discord shows where there is nothing else. */
const TRANSLATED = Object.values(Locale).filter((locale) => (languageOf(locale) ?? 'en') !== 'en');

/** A command's or an option's description in all our languages, to be spread into its data. */
export function described(key: WordsKey): {
  description: string;
  description_localizations: LocalizationMap;
} {
  return { description: english(key), description_localizations: translations(key) };
}

/** A choice's name, or that of a command in a menu, in all our languages, to be spread into its data. */
export function labelled(key: WordsKey): { name: string; name_localizations: LocalizationMap } {
  return { name: english(key), name_localizations: translations(key) };
}

function translations(key: WordsKey): LocalizationMap {
  return Object.fromEntries(TRANSLATED.map((locale) => [locale, wordsFor(locale)(key)]));
}
