import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { z } from 'zod';

const branch: z.ZodType<Record<string, unknown>> = z.record(z.string(), z.unknown());

/** Every key with its text, as `list.title.match`. */
export function textsIn(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  const below = Array.isArray(value)
    ? value.map((each: unknown, index) => [String(index), each] as const)
    : Object.entries(branch.parse(value));
  return below.flatMap(([key, each]) => textsIn(each, path === '' ? key : `${path}.${key}`));
}

/** The texts of a language's file by their keys. */
export function textsOf(language: string): ReadonlyMap<string, string> {
  const file = resolve(import.meta.dirname, `../../data/languages/${language}.json`);
  return new Map(textsIn(JSON.parse(readFileSync(file, 'utf8'))));
}

const FORM = /(_ordinal)?_(zero|one|two|few|many|other)$/;

/** A key's name without the plural form at its end. */
export function withoutForm(key: string): string {
  return key.replace(FORM, '');
}

/** The key of English that a key stands for, whose forms may be fewer. */
export function inOtherForm(key: string): string {
  return key.replace(FORM, '$1_other');
}

/** The keys that a language needs for one of English: one, or one for each of its plural forms. */
export function formsOf(key: string, language: string): readonly string[] {
  const [, ordinal] = FORM.exec(key) ?? [];
  if (!FORM.test(key)) return [key];
  const rules = new Intl.PluralRules(language, { type: ordinal ? 'ordinal' : 'cardinal' });
  return rules
    .resolvedOptions()
    .pluralCategories.map((form) => `${withoutForm(key)}${ordinal ?? ''}_${form}`);
}

/** What a text is filled with and how it is written there, in any order. */
export function gapsIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\{.*?\}\}/g))].toSorted();
}
