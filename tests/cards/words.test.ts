import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { wordsFor } from '../../src/cards/words.ts';
import { formsOf, textsOf, withoutForm } from './language-file.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const texts = textsOf('en');
/** What the code asks for: plural forms are one key. */
const keys = new Set([...texts.keys()].map(withoutForm));

/** Every literal of the code that could be a key, a template's gaps standing for one or more parts of it. */
function askedFor(): readonly RegExp[] {
  const sources = globSync('src/**/*.ts', { cwd: ROOT }).map((file) =>
    readFileSync(resolve(ROOT, file), 'utf8'),
  );
  return sources
    .flatMap((source) => [...source.matchAll(/(['`])([a-zA-Z]+\.(?:[a-zA-Z.-]|\$\{[^}]+\})+)\1/g)])
    .map(
      ([, , key = '']) =>
        new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[a-zA-Z-]+')}$`),
    );
}

describe('the words', () => {
  it('are all said somewhere', () => {
    const asked = askedFor();
    expect([...keys].filter((key) => !asked.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('have every form where they count', () => {
    const wanted = [...texts.keys()].flatMap((key) => formsOf(key, 'en'));
    expect([...texts.keys()].toSorted()).toEqual([...new Set(wanted)].toSorted());
    const counting = [...texts].filter(([, text]) => text.includes('{{count}}')).map(([key]) => key);
    for (const key of counting) expect(key).not.toBe(withoutForm(key));
  });

  it('take the form for the number', () => {
    const t = wordsFor('en');
    const others = (count: number): string => t('reading.others', { count });
    expect(others(1)).toContain('is 1 more person');
    expect(others(2)).toContain('are 2 more people');
    expect(t('page.intro', { count: 1 })).toContain('1 track ');
    expect(t('page.intro', { count: 12 })).toContain('12 tracks ');
  });

  it('say times in the unit that people would use', () => {
    const said = (seconds: number, locale = 'en') => wordsFor(locale)('error.busy', { seconds });
    expect(said(1)).toContain('in 1 second.');
    expect(said(89)).toContain('in 89 seconds.');
    expect(said(100)).toContain('in 2 minutes.');
    expect(said(86_400)).toContain('in 24 hours.');
    expect(said(86_400, 'de')).toContain('in 24 Stunden ');
    expect(said(86_400, 'ja')).toContain('24 時間後');
  });

  it('are complete sentences or names: nothing is empty or has blanks around it', () => {
    for (const [key, text] of texts) expect(text, key).toMatch(/^\S([^]*\S)?$/);
  });

  it.each(['ko', 'xx', ''])('are English where we have no “%s”', (locale) => {
    expect(wordsFor(locale)('button.agree')).toBe('Agree');
    expect(wordsFor(locale)('reading.others', { count: 2 })).toContain('2 more people');
  });

  it.each([
    ['es-419', 1, 'Hay 1 persona más'],
    ['de', 2, 'sind noch 2 Personen'],
    ['fr', 0, 'Il y a 0 personne de plus'],
    ['fr', 1_000_000, 'Il y a 1000000 personnes'],
    ['pt-BR', 1, 'Há mais 1 pessoa '],
    ['ja', 1, 'ほかに1人'],
    ['zh-TW', 2, '还有 2 个人'],
  ])('take the form of their language: %s, %i', (locale, count, said) => {
    expect(wordsFor(locale)('reading.others', { count })).toContain(said);
  });

  it('leave what they are filled with as it is', () => {
    expect(wordsFor('en')('error.usage', { usage: '<a> & "b"' })).toBe('Usage: <a> & "b"');
  });
});
