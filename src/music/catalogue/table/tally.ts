/** Where a row stands. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

/** Why rows were left out, how many, and where the first of them stands. */
export interface Reason {
  readonly reason: string;
  readonly rows: number;
  readonly first: Origin;
}

/** Counts rows by the reason they were left out for. */
export class Tally {
  readonly #reasons = new Map<string, { rows: number; first: Origin }>();

  add(reason: string, origin: Origin): void {
    const known = this.#reasons.get(reason);
    if (known) known.rows += 1;
    else this.#reasons.set(reason, { rows: 1, first: origin });
  }

  get rows(): number {
    return this.reasons().reduce((sum, { rows }) => sum + rows, 0);
  }

  /** Most rows first. */
  reasons(): readonly Reason[] {
    return [...this.#reasons]
      .map(([reason, { rows, first }]) => ({ reason, rows, first }))
      .toSorted((a, b) => b.rows - a.rows);
  }
}
