import { readSource } from './source.ts';

/** VADER's scale runs from −4 to 4. */
const VADER_TOP = 4;

/** Weaker than this, a word in a line about one's day is as often small talk. */
const LEAST_VALENCE = 0.25;

/** Rated as pleasant or unpleasant, but in a line about a mood they mostly mean something else. */
const MISLEADING = new Set(
  [
    'like likes liked want wants care cares please pretty well kind fine god hand hands share play plays playing',
    'honest honestly interestingly surely certainly clearly sincerely truth seriousness kindly frankly',
    'just yes yeah ok help helps easy easily clear clearly certain certainly true natural big important matter',
    'number top super solid mature novel legal smart sir madam dear friend friends join joke jokes serious',
    'seriously no nope stop stops demand lack hard cut cuts fire shot shoot hide leave leaves drop',
    'kill kills killed killing killer die dies dying dead crazy insane damn hell fuck fucking fucked shit ass',
    'mad wicked sick bomb beat beats block challenge challenging avoid low lower miss',
    'would pay pays paid debt strike short missed defeat ha eh huh hey xo x o d p n',
  ].flatMap((line) => line.split(' ')),
);

/** Words that ten people each rated for valence (VADER; Hutto and Gilbert 2014), in [−1, 1], sorted. */
export async function wordValences(): Promise<ReadonlyMap<string, number>> {
  const lines = (await readSource('vader-sentiment/vader_lexicon.txt')).split('\n');
  return new Map(
    lines
      .map((line) => line.split('\t'))
      .filter(([word = '']) => /^[a-z]{3,}$/u.test(word) && !MISLEADING.has(word))
      .map(([word = '', mean]) => [word, Math.round((Number(mean) / VADER_TOP) * 100) / 100] as const)
      .filter(([, valence]) => Math.abs(valence) >= LEAST_VALENCE)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
