import { nameKey } from '../music/names.ts';

/** So many names are compared at most for each beginning. */
const COMPARED = 300;

/**
 * The names most like one that is not there: those that share its beginning or that of one of its words, by the letter
 * pairs that they have in common (Dice 1945; Adamson and Boreham 1974).
 * @param find the names that begin with a text or hold it
 */
export function nearNames(
  text: string,
  find: (text: string, limit: number) => readonly string[],
  most: number,
): readonly string[] {
  const words = text.split(/\s+/).slice(0, 4);
  const beginnings = [3, 2, 1, 0].map((length) => words.map((word) => word.slice(0, length)));
  const found = beginnings
    .map((each) => new Set([text, ...words, ...each].flatMap((part) => find(part, COMPARED))))
    .find(({ size }) => size >= most);
  const wanted = pairsOf(text);
  return [...(found ?? find('', most))]
    .map((name) => ({ name, likeness: likeness(pairsOf(name), wanted) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ name }) => name);
}

function pairsOf(text: string): ReadonlySet<string> {
  const key = ` ${nameKey(text)} `;
  return new Set(Array.from({ length: key.length - 1 }, (_, at) => key.slice(at, at + 2)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}
