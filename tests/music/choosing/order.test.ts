import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Track } from '../../../src/domain/playlist.ts';
import { columnsOf } from '../../../src/music/catalogue/columns-of.ts';
import { flow } from '../../../src/music/choosing/likeness.ts';
import { type Filled, smoothed } from '../../../src/music/choosing/order.ts';

const here = { valence: 0, arousal: 0, spread: 0.1 };
const there = { valence: 0.5, arousal: 0.5, spread: 0.1 };

function columnsWith(tempos: readonly number[], artists: readonly string[] = []) {
  return columnsOf(
    tempos.map((tempo, index): Track => ({
      id: String(index),
      title: String(index),
      artists: [artists[index] ?? `Artist ${index}`],
      genre: 'pop',
      valence: 0,
      arousal: 0,
      tempo,
    })),
  );
}

const allAt = (slot: Filled['slot'], rows: number): readonly Filled[] =>
  Array.from({ length: rows }, (_, row) => ({ row, slot }));

const rowsOf = (list: readonly Filled[]): readonly number[] => list.map(({ row }) => row);

describe('smoothed', () => {
  it('brings tracks of like tempo together', () => {
    const columns = columnsWith([100, 130, 102, 132, 104, 134]);
    const rows = rowsOf(smoothed(columns, allAt(here, 6)));
    const jumps = rows.slice(1).filter((row, index) => row % 2 !== (rows[index] ?? 0) % 2);
    expect(jumps).toHaveLength(1);
  });

  it('keeps every track, and every slot in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: 200 }), { minLength: 1, maxLength: 20 }), (tempos) => {
        const list = tempos.map((_, row) => ({ row, slot: row < 5 ? here : there }));
        const ordered = smoothed(columnsWith(tempos), list);
        expect(ordered.map(({ slot }) => slot)).toEqual(list.map(({ slot }) => slot));
        expect(rowsOf(ordered.slice(0, 5)).toSorted()).toEqual(rowsOf(list.slice(0, 5)).toSorted());
        expect(new Set(rowsOf(ordered)).size).toBe(tempos.length);
      }),
    );
  });

  it('never flows worse than before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 60, max: 200 }), { minLength: 2, maxLength: 12 }), (tempos) => {
        const columns = columnsWith(tempos);
        const flowOf = (rows: readonly number[]): number =>
          rows.slice(1).reduce((sum, row, index) => sum + flow(columns, rows[index] ?? 0, row), 0);
        const list = allAt(here, tempos.length);
        expect(flowOf(rowsOf(smoothed(columns, list)))).toBeGreaterThanOrEqual(flowOf(rowsOf(list)) - 1e-9);
      }),
    );
  });

  it('does not put an artist beside themselves for the sake of flow', () => {
    const columns = columnsWith([100, 150, 100, 150], ['A', 'B', 'A', 'C']);
    const rows = rowsOf(smoothed(columns, allAt(here, 4)));
    expect(Math.abs(rows.indexOf(0) - rows.indexOf(2))).toBeGreaterThan(1);
  });
});
