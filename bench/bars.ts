import type { Row } from './row.ts';

/** What a row has to keep below. */
export interface Bar {
  /** Matches the names of the rows that it is for. */
  readonly rows: RegExp;
  readonly atMost: number;
  /** The peer to whom the ratio is meant; without it the row's own value is. */
  readonly against?: string;
}

/** What missed its bar, one sentence each. A bar that no row was measured for is missed too. */
export function missedBars(rows: readonly Row[], bars: readonly Bar[]): string[] {
  return bars.flatMap((bar) => {
    const mine = rows.filter(({ name }) => bar.rows.test(name));
    if (mine.length === 0) return [`nothing was measured for ${bar.rows.source}`];
    return mine.flatMap((row) => missedBy(row, bar));
  });
}

function missedBy(row: Row, { atMost, against }: Bar): string[] {
  if (against === undefined)
    return row.ours <= atMost ? [] : [`${row.name}: ${round(row.ours)} ${row.unit}, at most ${atMost}`];
  const ratio = row.ratios[against] ?? 0;
  return ratio <= atMost ? [] : [`${row.name}: ${round(ratio)} times ${against}, at most ${atMost} times`];
}

const round = (value: number): number => Number(value.toFixed(2));
