import i18next, { type ParseKeys, type TFunction } from 'i18next';

import german from '../../data/languages/de.json' with { type: 'json' };
import english from '../../data/languages/en.json' with { type: 'json' };
import spanish from '../../data/languages/es.json' with { type: 'json' };
import french from '../../data/languages/fr.json' with { type: 'json' };
import japanese from '../../data/languages/ja.json' with { type: 'json' };
import portuguese from '../../data/languages/pt.json' with { type: 'json' };
import chinese from '../../data/languages/zh-CN.json' with { type: 'json' };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof english };
  }
}

/** The languages that we speak, by the names of their files. */
export const LANGUAGES = ['en', 'es', 'de', 'fr', 'pt', 'ja', 'zh-CN'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Gives the text for a key of the language files, filled in and in the right plural form. */
export type Words = TFunction;

/** A key of the language files; plural forms are left out. */
export type WordsKey = ParseKeys;

const resources = {
  en: { words: english },
  es: { words: spanish },
  de: { words: german },
  fr: { words: french },
  pt: { words: portuguese },
  ja: { words: japanese },
  'zh-CN': { words: chinese },
} satisfies Record<Language, unknown>;

const languages = i18next.createInstance();
await languages.init({
  resources,
  defaultNS: 'words',
  // Whoever reads Chinese in traditional characters reads simplified ones with less effort than English
  // (CLDR's languageMatching: zh-Hant to zh-Hans is a distance of 19 of 100).
  fallbackLng: { zh: ['zh-CN', 'en'], default: ['en'] },
  // Discord and the terminal show text as it is; pages escape theirs themselves.
  interpolation: { escapeValue: false },
});
languages.services.formatter?.add('duration', (seconds, locale) => durationText(Number(seconds), locale));

/** Seconds in the unit that people would use, rounded up: `{{seconds, duration}}` in a text. */
function durationText(seconds: number, locale: string | undefined): string {
  const [value, unit] =
    seconds < 90
      ? [seconds, 'second']
      : seconds < 90 * 60
        ? [seconds / 60, 'minute']
        : [seconds / 3600, 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.ceil(value));
}

/**
 * Words in a language of ours, with numbers and dates as they are written where the locale is from.
 * @param locale a BCP 47 tag as Discord gives it; for a language that we do not speak, English throughout
 */
export function wordsFor(locale: string): Words {
  return languages.getFixedT(languageOf(locale) ? locale : 'en', 'words');
}

/** Our language for a locale, whatever its country or script: Spanish for `es-419`. */
export function languageOf(locale: string): Language | undefined {
  return LANGUAGES.find((language) => speechOf(language) === speechOf(locale));
}

function speechOf(locale: string): string | undefined {
  return locale.toLowerCase().split('-')[0];
}
