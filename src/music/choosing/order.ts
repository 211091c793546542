import type { Slot } from '../../domain/arc.ts';
import type { Columns } from '../catalogue/columns.ts';
import { flow } from './likeness.ts';
import { shareArtist } from './rules.ts';

/** A row and the slot it was chosen for. */
export interface Filled {
  readonly row: number;
  readonly slot: Slot;
}

/** Side by side, two tracks of an artist are worse than any other pair. */
const SAME_ARTIST = -1000;

/**
 * The rows in an order that flows better, each still at a slot like its own: within a stretch of equal slots, a part
 * that flows better backwards is turned round, until none does (2-opt: Croes, Operations Research 1958, on the path
 * through the list).
 */
export function smoothed(columns: Columns, list: readonly Filled[]): readonly Filled[] {
  const rows = list.map(({ row }) => row);
  const link = linksIn(columns);
  for (const [start, end] of stretches(list)) while (turnSome(link, rows, start, end));
  return list.map(({ slot, row }, index) => ({ slot, row: rows[index] ?? row }));
}

/** Turns every part round that is better so, in one pass; false when there was none. */
function turnSome(link: Link, rows: number[], start: number, end: number): boolean {
  let turned = false;
  for (let from = start; from < end; from += 1)
    for (let to = from + 1; to <= end; to += 1) {
      if (gainOfTurning(link, rows, from, to) < 1e-6) continue;
      rows.splice(from, to - from + 1, ...rows.slice(from, to + 1).reverse());
      turned = true;
    }
  return turned;
}

/** Flow is the same both ways, so only the two ends of the part change. */
function gainOfTurning(link: Link, rows: readonly number[], from: number, to: number): number {
  const [before, first, last, after] = [rows[from - 1], rows[from], rows[to], rows[to + 1]];
  return link(before, last) + link(first, after) - link(before, first) - link(last, after);
}

/** How well two rows follow each other; nothing before the first or after the last. */
type Link = (a: number | undefined, b: number | undefined) => number;

/** Every pair is asked for many times and weighed once. */
function linksIn(columns: Columns): Link {
  const known = new Map<number, number>();
  return (a, b) => {
    if (a === undefined || b === undefined) return 0;
    const pair = Math.min(a, b) * columns.size + Math.max(a, b);
    const found = known.get(pair);
    if (found !== undefined) return found;
    const weight = flow(columns, a, b) + (shareArtist(columns, a, b) ? SAME_ARTIST : 0);
    known.set(pair, weight);
    return weight;
  };
}

/** First and last index of each stretch of equal slots. */
function stretches(list: readonly Filled[]): readonly (readonly [number, number])[] {
  const starts = list.flatMap(({ slot }, index) => (isSame(slot, list[index - 1]?.slot) ? [] : [index]));
  return starts.map((start, index) => [start, (starts[index + 1] ?? list.length) - 1]);
}

/** Of two slots at one place the narrower would call a track far that the wider takes for near. */
function isSame(a: Slot, b: Slot | undefined): boolean {
  return a.valence === b?.valence && a.arousal === b.arousal && a.spread === b.spread;
}
