import type { Slot } from '../../domain/arc.ts';
import type { Columns } from '../catalogue/columns.ts';
import { cellsWithin, type MoodGrid } from '../catalogue/grid.ts';

/** So many tracks are weighed for a slot: every one that is near in a small catalogue, a sample in a large one. */
const MOST_WEIGHED = 200;

/** Rows that lie this much further are as near. */
const AS_NEAR = 0.1;

/** A cell at the rim may hold hardly any row within the radius: after this many looks for each row wanted it is left. */
const LOOKS_A_ROW = 8;

/**
 * Rows around a slot, at most some hundreds. Where more lie there, each cell of the grid gives the same number of them,
 * from a place in the cell that chance decides: how dense the catalogue is says nothing about what a listener wants.
 * @param free whether a row may be chosen
 */
export function candidatesAround(
  columns: Columns,
  grid: MoodGrid,
  slot: Slot,
  radius: number,
  free: (row: number) => boolean,
  random: () => number,
): number[] {
  const cells = sampled(cellsWithin(grid, slot, radius), random);
  const share = Math.ceil(MOST_WEIGHED / Math.max(1, cells.length));
  const found: number[] = [];
  for (const cell of cells) {
    const start = grid.starts[cell] ?? 0;
    const count = (grid.starts[cell + 1] ?? 0) - start;
    const offset = count > share ? Math.floor(random() * count) : 0;
    const looks = Math.min(count, LOOKS_A_ROW * share);
    let left = share;
    for (let look = 0; look < looks && left > 0; look += 1) {
      const row = grid.rows[start + ((offset + look) % count)] ?? 0;
      if (distanceTo(columns, row, slot) > radius || !free(row)) continue;
      found.push(row);
      left -= 1;
    }
  }
  return found;
}

/** The free rows that lie nearest to a slot, wherever that is. Looks at every row: for where nothing near is left. */
export function nearestOf(
  columns: Columns,
  { rows }: MoodGrid,
  slot: Slot,
  free: (row: number) => boolean,
): readonly number[] {
  let nearest = Infinity;
  for (const row of rows)
    if (distanceTo(columns, row, slot) < nearest && free(row)) nearest = distanceTo(columns, row, slot);
  return [...rows.filter((row) => distanceTo(columns, row, slot) <= nearest + AS_NEAR && free(row))];
}

/** Cells evenly over all of them, so that there is a row for each. */
function sampled(cells: readonly number[], random: () => number): readonly number[] {
  if (cells.length <= MOST_WEIGHED) return cells;
  const step = cells.length / MOST_WEIGHED;
  const first = random() * step;
  return Array.from({ length: MOST_WEIGHED }, (_, index) => cells[Math.floor(first + index * step)] ?? 0);
}

/** Distance in mood space from a row to a slot. */
export function distanceTo({ valence, arousal }: Columns, row: number, slot: Slot): number {
  return Math.hypot((valence[row] ?? 0) - slot.valence, (arousal[row] ?? 0) - slot.arousal);
}
