import { z } from 'zod';

import file from '../../data/feelings/concern.json' with { type: 'json' };
import type { Span } from './tokens.ts';

const phrases = z.array(z.string().min(2));

/** Phrases by language; one that ends in `*` is the beginning of words. */
const concernSchema = z.record(z.string(), z.object({ meant: phrases, harmless: phrases }));

/** Stands for every accent that is a sign of its own. */
const ACCENT = '\u0300';

/** What may stand between two words, or hide a phrase from a filter: five signs, of up to two UTF-16 units ("quiero… morir"). */
const BETWEEN = ' {0,10}';

const LANGUAGES = Object.values(concernSchema.parse(file));
const MEANT = patternOf(LANGUAGES.flatMap(({ meant }) => meant));
const HARMLESS = patternOf(LANGUAGES.flatMap(({ harmless }) => harmless));

/**
 * Where a text speaks of death or of hurting oneself in a language that has no lexicon of its own yet, whatever language
 * the person uses Discord in: in need, people write in the one that is nearest to them. Case and accents do not count.
 */
export function concernsInOtherLanguages(text: string): readonly Span[] {
  const folded = text.replaceAll(/./gsu, plainSign);
  const harmless = spansOf(folded, HARMLESS);
  return spansOf(folded, MEANT).filter(
    ({ from, to }) => !harmless.some((phrase) => phrase.from <= from && to <= phrase.to),
  );
}

function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
}

/**
 * Longer phrases first: the alternative that stands first is the one that is found. V8 takes seconds for a pattern in which
 * classes of Unicode stand thousands of times, so that each stands once for as many phrases as follow one another.
 */
function patternOf(all: readonly string[]): RegExp {
  const groups: { readonly end: string; readonly start: string; readonly bodies: string[] }[] = [];
  for (const phrase of all.toSorted((a, b) => b.length - a.length)) {
    // Languages that part their words are matched by whole words.
    const isParted = /^\p{Script=Latin}/u.test(phrase);
    const start = isParted ? String.raw`(?<!\p{L})` : '';
    const end = isParted && !phrase.endsWith('*') ? String.raw`(?!\p{L})` : '';
    const last = groups.at(-1);
    if (last?.start === start && last.end === end) last.bodies.push(bodyOf(phrase));
    else groups.push({ start, end, bodies: [bodyOf(phrase)] });
  }
  const alternatives = groups.map(({ start, bodies, end }) => `${start}(?:${bodies.join('|')})${end}`);
  return new RegExp(alternatives.join('|'), 'gu');
}

function bodyOf(phrase: string): string {
  const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .map((word) => word.replaceAll(/./gsu, (sign) => `${foldedSign(sign)}${ACCENT}*`))
    .join(BETWEEN);
}

/** A sign as patterns have it, as long as it was: folded, or what stands for all accents, or for all that parts words. */
function plainSign(sign: string): string {
  if (/\p{M}/u.test(sign)) return ACCENT.repeat(sign.length);
  return /[\s\p{P}\p{S}]/u.test(sign) ? ' '.repeat(sign.length) : foldedSign(sign);
}

/** A sign without its accent, in lower case, where that leaves it as long as it was: places in the text stay what they are. */
function foldedSign(sign: string): string {
  const folded = (/^./su.exec(sign.normalize('NFD'))?.[0] ?? sign).toLowerCase();
  return folded.length === sign.length && /\p{Script=Latin}/u.test(sign) ? folded : sign;
}
