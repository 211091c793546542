import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { COMMANDS } from '../../src/commands/index.ts';
import { helpCard } from '../../src/cards/help-card.ts';
import { languageOf, LANGUAGES, wordsFor } from '../../src/cards/words.ts';
import { formsOf, gapsIn, inOtherForm, textsOf, textsIn } from './language-file.ts';

const ENGLISH = textsOf('en');
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** What may be as in English: names, marks, and sentences that hold nothing but what they are filled with. */
const SAME = new Set([
  'join.list',
  'join.clauses',
  'list.titleWith',
  'page.title',
  'reading.faceAt',
  'reason.sentence',
]);

/** What is alike by chance. */
const COGNATES: Readonly<Record<string, readonly string[]>> = {
  es: ['feeling.part'],
  fr: ['mood.sombre'],
  pt: ['feeling.part'],
  'zh-CN': ['feeling.part', 'list.genreOfDecade'],
};

/** Discord's limits, by the first part of a key that stands in such a place. */
const LIMITS: readonly (readonly [key: RegExp, most: number])[] = [
  [/^button\./, 80],
  [/^command\.readTheMood$/, 32],
  [/^command\./, 100],
  [/(^|\.)pick[A-Z]|Choose$|^button\.(open|pickMood|whose)$/, 150],
  [/title$/i, 256],
];

describe('the language files', () => {
  it('are those that are spoken', () => {
    const files = readdirSync(resolve(import.meta.dirname, '../../data/languages'));
    expect(files.toSorted()).toEqual(LANGUAGES.map((language) => `${language}.json`).toSorted());
    for (const language of LANGUAGES) expect(wordsFor(language)('language.code')).toBe(language);
  });

  it('are spoken where Discord’s locales and browsers ask for them, else English is', () => {
    const asked = { 'es-419': 'es', 'es-ES': 'es', 'pt-BR': 'pt', 'pt-PT': 'pt', 'en-GB': 'en', ja: 'ja' };
    for (const [locale, language] of Object.entries(asked)) {
      expect(languageOf(locale)).toBe(language);
      expect(wordsFor(locale)('language.code')).toBe(language);
    }
    for (const locale of ['zh-CN', 'zh-TW', 'zh', 'zh-Hant-HK']) {
      expect(languageOf(locale)).toBe('zh-CN');
      expect(wordsFor(locale)('language.code')).toBe('zh-CN');
    }
    for (const locale of ['ko', 'xx', '', 'deutsch', '../de'])
      expect(wordsFor(locale)('language.code')).toBe('en');
  });

  it('write numbers and dates as the person’s own country does, and in English throughout where they are not spoken', () => {
    const on = (locale: string): string =>
      wordsFor(locale)('consent.changed', { date: new Date('2026-11-20T12:00:00Z'), version: 1 });
    expect(on('en-US')).toContain('November 20, 2026');
    expect(on('en-GB')).toContain('20 November 2026');
    expect(on('de')).toContain('20. November 2026');
    expect(on('ja')).toContain('2026年11月20日');
    expect(on('ko')).toBe(on('en'));
  });
});

describe.each(OTHERS)('%s.json', (language) => {
  const texts = textsOf(language);

  it('has every key, in every plural form of its language and no other, and none besides', () => {
    const wanted = [...ENGLISH.keys()].flatMap((key) => formsOf(key, language));
    expect([...texts.keys()].toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  it('fills its texts with what the English ones are filled with, written the same way', () => {
    for (const [key, text] of texts) {
      const wanted = gapsIn(ENGLISH.get(inOtherForm(key)) ?? '');
      // One of something may be said without its number.
      const without = key.endsWith('_one') ? wanted.filter((gap) => gap !== '{{count}}') : wanted;
      expect([wanted, without], key).toContainEqual(gapsIn(text));
    }
  });

  it('says nothing in English', () => {
    const same = [...texts].filter(([key, text]) => text === ENGLISH.get(key)).map(([key]) => key);
    expect(same.filter((key) => !SAME.has(key) && !COGNATES[language]?.includes(key))).toEqual([]);
  });

  it('has no blanks around a text, and no mark left open', () => {
    for (const [key, text] of texts) {
      expect(text, key).toMatch(/^\S([^]*\S)?$/);
      for (const mark of ['**', '`'])
        expect(text.split(mark).length % 2, `${key} has ${mark} in pairs`).toBe(1);
    }
  });

  it('keeps what must not be translated: commands, options, names in settings, addresses', () => {
    const fixed = /`[^`]+`|[A-Z]+_[A-Z_]+|https?:\/\/[^\s)>]+/g;
    for (const [key, text] of texts) {
      const wanted = (ENGLISH.get(inOtherForm(key)) ?? '').match(fixed) ?? [];
      for (const each of wanted) expect(text, key).toContain(each);
    }
  });

  it('stays within what Discord shows', () => {
    for (const [key, text] of texts)
      for (const [place, most] of LIMITS)
        if (place.test(key)) expect(text.length, key).toBeLessThanOrEqual(most);
    const [help] = helpCard(10, wordsFor(language)('help.engine.mayGetFaster'), wordsFor(language)).embeds;
    expect(help?.data.description?.length).toBeLessThanOrEqual(4096);
  });

  it('tells each of the mood’s and the emotions’ names apart', () => {
    for (const names of ['mood', 'emotion'])
      expect(
        new Set([...texts].filter(([key]) => key.startsWith(`${names}.`)).map(([, text]) => text)).size,
      ).toBe([...texts.keys()].filter((key) => key.startsWith(`${names}.`)).length);
  });
});

describe('what may be as in English', () => {
  it('is so somewhere', () => {
    const isSame = (language: string, key: string) => textsOf(language).get(key) === ENGLISH.get(key);
    expect([...SAME].filter((key) => !OTHERS.some((language) => isSame(language, key)))).toEqual([]);
    for (const [language, keys] of Object.entries(COGNATES))
      expect(keys.filter((key) => !isSame(language, key))).toEqual([]);
  });
});

describe('the commands', () => {
  it('are described in every language that Discord has and we speak', () => {
    const words = COMMANDS.flatMap((command) =>
      command.kind === 'slash' || command.kind === 'message' ? [command.data] : [],
    );
    expect(words.length).toBeGreaterThan(4);
    const missing = textsIn(words).filter(
      ([path]) =>
        path.endsWith('.description') &&
        !textsIn(words).some(([other]) => other === `${path}_localizations.ja`),
    );
    expect(missing).toEqual([]);
    const locales = new Set(
      textsIn(words).flatMap(([path]) => /_localizations\.(.*)$/.exec(path)?.slice(1) ?? []),
    );
    expect([...locales].toSorted()).toEqual(
      ['de', 'es-419', 'es-ES', 'fr', 'ja', 'pt-BR', 'zh-CN', 'zh-TW'].toSorted(),
    );
  });
});
