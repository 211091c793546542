import i18next, { type TFunction } from 'i18next';

import english from '../../data/languages/en.json' with { type: 'json' };

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof english };
  }
}

/** Gives the text for a key of the language files, filled in and in the right plural form. */
export type Words = TFunction;

const languages = i18next.createInstance();
await languages.init({
  resources: { en: { words: english } },
  defaultNS: 'words',
  fallbackLng: 'en',
  // Discord and the terminal show text as it is; pages escape theirs themselves.
  interpolation: { escapeValue: false },
});

/** @param locale a BCP 47 tag as Discord gives it; a language we do not have yet falls back to English */
export function wordsFor(locale: string): Words {
  return languages.getFixedT(locale, 'words');
}
