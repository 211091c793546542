import { isOneSlipAway } from '../feelings/spelling.ts';
import { nameKey } from '../music/names.ts';

/** So many names are compared at most for each beginning. */
const COMPARED = 1000;

/** Names that share less of their letter pairs are not near; between 0 and 1. */
const LEAST_LIKENESS = 0.5;

/**
 * The names most like one that is not there, none where nothing is like it: those that share the first letter of one of
 * its words and are one slip of the finger away, hold it, or have many letter pairs in common with it (Dice 1945; Adamson
 * and Boreham 1974).
 * @param find the names that begin with a text or hold it
 */
export function nearNames(
  text: string,
  find: (text: string, limit: number) => readonly string[],
  most: number,
): readonly string[] {
  const wanted = nameKey(text);
  const words = text.split(/\s+/).slice(0, 4);
  const beginnings = [3, 2, 1].flatMap((length) => words.map((word) => word.slice(0, length)));
  const found = new Set([text, ...words, ...beginnings].flatMap((part) => find(part, COMPARED)));
  return [...found]
    .map((name) => ({ name, likeness: likeness(nameKey(name), wanted) }))
    .filter((each) => each.likeness >= LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ name }) => name);
}

function likeness(key: string, wanted: string): number {
  if (isOneSlipAway(key, wanted) && wanted.length > 1) return 1;
  const [a, b] = [pairsOf(key), pairsOf(wanted)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  const alike = (2 * shared) / (a.size + b.size);
  return wanted.length > 2 && key.includes(wanted) ? Math.max(alike, LEAST_LIKENESS) : alike;
}

function pairsOf(key: string): ReadonlySet<string> {
  const padded = ` ${key} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)));
}
