/** What a language's words may look like when people type them. */
export interface Spellings {
  /** Another way to write it → the words that are meant; keys stand without apostrophes. */
  readonly variants: ReadonlyMap<string, string>;
  /** Endings that a feeling may carry, and what stands there without them. */
  readonly endings: readonly (readonly [ending: string, instead: string])[];
  /** Single words that say how somebody feels; those that say the same share a group. */
  readonly feelings: ReadonlyMap<string, object>;
  /** Words that are right as they stand. */
  readonly known: ReadonlySet<string>;
}

/** Shorter words have too many neighbours for a misspelling to be told from another word. */
export const SHORTEST_MISSPELT = 5;
const LONGEST_MISSPELT = 20;
const SHORTEST_STEM = 3;

/** The normal forms of the words in a phrase: one written word may stand for several ("can't" for "can not"). */
export function spelledOut(phrase: string, spellings: Spellings): readonly string[] {
  return (phrase.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []).flatMap((word) => normalForms(word, spellings));
}

/**
 * The normal forms of one written word: lower case, a variant written out, letters that were held ("soooo") counted
 * once or twice, a feeling without its ending, and one slip of the finger in a feeling mended.
 */
export function normalForms(written: string, spellings: Spellings): readonly string[] {
  const word = written.normalize('NFKC').toLowerCase().replaceAll('’', "'");
  return (
    variantOf(word, spellings) ??
    word
      .split("'")
      .filter((part) => part !== '')
      .flatMap((part) => mended(part, spellings))
  );
}

function variantOf(word: string, { variants }: Spellings): readonly string[] | undefined {
  return variants.get(word.replaceAll("'", ''))?.split(' ');
}

function mended(word: string, spellings: Spellings): readonly string[] {
  const { known } = spellings;
  if (known.has(word)) return [word];
  const short = unheld(word, 1);
  const [right = short] = [unheld(word, 2), short].filter((form) => known.has(form));
  if (known.has(right)) return [right];
  return (
    variantOf(right, spellings) ?? [withoutEnding(right, spellings) ?? withoutSlip(right, spellings) ?? right]
  );
}

/** Whether a letter was held down: no word has one three times in a row. */
export function isHeld(word: string): boolean {
  return /(\p{L})\1\1/iu.test(word);
}

function unheld(word: string, times: 1 | 2): string {
  return word.replace(/(\p{L})\1{2,}/gu, times === 1 ? '$1' : '$1$1');
}

/** The feeling that a word is a form of ("celebrated"), by its ending. */
export function withoutEnding(
  word: string,
  { endings, feelings }: Pick<Spellings, 'endings' | 'feelings'>,
): string | undefined {
  return endings
    .filter(([ending]) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM)
    .map(([ending, instead]) => word.slice(0, -ending.length) + instead)
    .find((stem) => feelings.has(stem));
}

/** The feeling that is one slip away, if there is but one, or all say the same; nobody gets the first letter wrong. */
function withoutSlip(word: string, { feelings }: Spellings): string | undefined {
  if (word.length < SHORTEST_MISSPELT || word.length > LONGEST_MISSPELT) return undefined;
  const near = [...feelings].filter(
    ([feeling]) =>
      feeling.length >= SHORTEST_MISSPELT &&
      feeling.startsWith(word.charAt(0)) &&
      isOneSlipAway(word, feeling),
  );
  return new Set(near.map(([, group]) => group)).size === 1 ? near[0]?.[0] : undefined;
}

/** One letter left out, put in, or wrong, or two neighbours swapped (Damerau 1964). */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (a.length !== b.length) return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
  const swapped = `${restA[1] ?? ''}${restA[0] ?? ''}${restA.slice(2)}`;
  return restA.slice(1) === restB.slice(1) || swapped === restB;
}
