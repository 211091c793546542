import { z } from 'zod';

import file from '../../data/feelings/concern.json' with { type: 'json' };
import type { Span } from './tokens.ts';

const phrases = z.array(z.string().min(2));

/** Phrases by language; one that ends in `*` is the beginning of words. */
const concernSchema = z.record(z.string(), z.object({ meant: phrases, harmless: phrases }));

/** What may stand between two words, or hide a phrase from a filter: "quiero… morir". */
const BETWEEN = String.raw`[\s\p{P}\p{S}]{0,5}`;

const LANGUAGES = Object.values(concernSchema.parse(file));
const MEANT = patternOf(LANGUAGES.flatMap(({ meant }) => meant));
const HARMLESS = patternOf(LANGUAGES.flatMap(({ harmless }) => harmless));

/**
 * Where a text speaks of death or of hurting oneself in a language that has no lexicon of its own yet, whatever language
 * the person uses Discord in: in need, people write in the one that is nearest to them. Case and accents do not count.
 */
export function concernsInOtherLanguages(text: string): readonly Span[] {
  const folded = text.replaceAll(/./gsu, foldedSign);
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

/** Longer phrases first: the alternative that stands first is the one that is found. */
function patternOf(all: readonly string[]): RegExp {
  const longestFirst = all.toSorted((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map(alternative).join('|'), 'gu');
}

/** Languages that part their words are matched by whole words. */
function alternative(phrase: string): string {
  const isBeginning = phrase.endsWith('*');
  const words = phrase.replace('*', '').match(/[\p{L}\p{N}]+/gu) ?? [];
  const body = words
    .map((word) => word.replaceAll(/./gsu, (sign) => String.raw`${foldedSign(sign)}\p{M}*`))
    .join(BETWEEN);
  if (!/^\p{Script=Latin}/u.test(phrase)) return body;
  return String.raw`(?<!\p{L})${body}${isBeginning ? '' : String.raw`(?!\p{L})`}`;
}

/** A sign without its accent, in lower case, where that leaves it as long as it was: places in the text stay what they are. */
function foldedSign(sign: string): string {
  const folded = (/^./su.exec(sign.normalize('NFD'))?.[0] ?? sign).toLowerCase();
  return folded.length === sign.length && /\p{Script=Latin}/u.test(sign) ? folded : sign;
}
