import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import english from '../../data/languages/en.json' with { type: 'json' };
import { wordsFor } from '../../src/cards/words.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const branch: z.ZodType<Record<string, unknown>> = z.record(z.string(), z.unknown());

/** Every key with its text, as `list.title.match`. */
function leaves(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(branch.parse(value)).flatMap(([key, below]) =>
    leaves(below, path === '' ? key : `${path}.${key}`),
  );
}

const texts = new Map(leaves(english));
/** What the code asks for: plural forms are one key. */
const keys = new Set([...texts.keys()].map((key) => key.replace(/_(one|other)$/, '')));

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

  it('have both forms where they count', () => {
    const forms = Map.groupBy(
      [...texts.keys()].filter((key) => /_(one|other)$/.test(key)),
      (key) => key.replace(/_(one|other)$/, ''),
    );
    expect(forms.size).toBeGreaterThan(0);
    for (const [key, both] of forms) expect(both, key).toHaveLength(2);
    const counting = [...texts].filter(([, text]) => text.includes('{{count}}')).map(([key]) => key);
    for (const key of counting) expect(key).toMatch(/_(one|other)$/);
  });

  it('take the form for the number', () => {
    const t = wordsFor('en');
    const others = (count: number): string => t('reading.others', { count });
    expect(others(1)).toContain('is 1 more person');
    expect(others(2)).toContain('are 2 more people');
    expect(t('page.intro', { count: 1 })).toContain('1 track ');
    expect(t('page.intro', { count: 12 })).toContain('12 tracks ');
  });

  it('are complete sentences or names: nothing is empty or has blanks around it', () => {
    for (const [key, text] of texts) expect(text, key).toMatch(/^\S([^]*\S)?$/);
  });

  it.each(['de', 'pt-BR', 'zh-TW', 'xx', ''])('are English where we have no “%s”', (locale) => {
    expect(wordsFor(locale)('button.agree')).toBe('Agree');
    expect(wordsFor(locale)('reading.others', { count: 2 })).toContain('2 more people');
  });

  it('leave what they are filled with as it is', () => {
    expect(wordsFor('en')('error.usage', { usage: '<a> & "b"' })).toBe('Usage: <a> & "b"');
  });
});
