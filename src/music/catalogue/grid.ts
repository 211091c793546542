import type { MoodPlace } from '../../domain/mood.ts';
import type { Columns } from './columns.ts';
import { filed } from './filed.ts';

/** Rows by the cell of mood space that they lie in, so that what is near a place is found without looking at the rest. */
export interface MoodGrid {
  /** Cells a side of the square. */
  readonly side: number;
  /** Row numbers, cell by cell: first by arousal from quiet, then by valence from dark. */
  readonly rows: Uint32Array;
  /** Cell `c` is `rows[starts[c]]` to before `rows[starts[c + 1]]`. */
  readonly starts: Uint32Array;
}

/** Cells hold about this many rows where rows lie evenly: few enough to look at, enough to choose from. */
const ROWS_A_CELL = 8;

/** Finer than this nobody hears. */
const MOST_CELLS_A_SIDE = 64;

/** The grid of all rows, in some 30 ms for a million of them. */
export function gridOf({ size, valence, arousal }: Columns): MoodGrid {
  const side = Math.max(1, Math.min(MOST_CELLS_A_SIDE, Math.round(Math.sqrt(size / ROWS_A_CELL))));
  const cells = new Uint16Array(size);
  for (let row = 0; row < size; row += 1)
    cells[row] = stripe(arousal[row] ?? 0, side) * side + stripe(valence[row] ?? 0, side);
  const { starts, things } = filed(cells, side * side);
  return { side, rows: things, starts };
}

/** The same grid with only some of its rows. */
export function thinned({ side, rows, starts }: MoodGrid, keep: (row: number) => boolean): MoodGrid {
  // Asked in the order of the columns, which lie in memory that way; in the order of the cells it takes three times as long.
  const wanted = new Uint8Array(rows.length);
  for (let row = 0; row < wanted.length; row += 1) if (keep(row)) wanted[row] = 1;
  const kept = new Uint32Array(rows.length);
  const keptStarts = new Uint32Array(starts.length);
  let length = 0;
  for (let cell = 0; cell + 1 < starts.length; cell += 1) {
    keptStarts[cell] = length;
    const end = starts[cell + 1] ?? 0;
    for (let at = starts[cell] ?? 0; at < end; at += 1) {
      const row = rows[at] ?? 0;
      if (wanted[row] === 1) kept[length++] = row;
    }
  }
  keptStarts[side * side] = length;
  return { side, rows: kept.subarray(0, length), starts: keptStarts };
}

/** The cells that come within `radius` of a place, as cell numbers. */
export function cellsWithin(
  { side, starts }: MoodGrid,
  { valence, arousal }: MoodPlace,
  radius: number,
): readonly number[] {
  const cells: number[] = [];
  const top = stripe(arousal + radius, side);
  const right = stripe(valence + radius, side);
  for (let line = stripe(arousal - radius, side); line <= top; line += 1)
    for (let column = stripe(valence - radius, side); column <= right; column += 1) {
      const cell = line * side + column;
      if (starts[cell] === starts[cell + 1]) continue;
      if (Math.hypot(gap(valence, column, side), gap(arousal, line, side)) <= radius) cells.push(cell);
    }
  return cells;
}

/** From a coordinate to the nearest edge of a stripe; 0 inside it. */
function gap(coordinate: number, stripe: number, side: number): number {
  const low = (2 * stripe) / side - 1;
  return Math.max(0, low - coordinate, coordinate - low - 2 / side);
}

function stripe(coordinate: number, side: number): number {
  return Math.min(side - 1, Math.max(0, Math.floor(((coordinate + 1) / 2) * side)));
}
