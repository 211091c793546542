import { Growing } from './growing.ts';

export interface Groups {
  readonly size: number;
  /** The things of a group, in the order in which they came. */
  readonly of: (group: number) => Uint32Array;
}

/** Things that were put into groups one by one; things and groups are numbered in the order in which they came. */
export class Grouping {
  readonly #numbers = new Map<string, number>();
  readonly #groups = new Growing((length) => new Uint32Array(length));

  /** Puts the next thing into the group with this key. */
  add(key: string): void {
    const group = this.#numbers.get(key) ?? this.#numbers.size;
    if (group === this.#numbers.size) this.#numbers.set(key, group);
    this.#groups.push(group);
  }

  /** The things of each group; lets go of the keys. */
  groups(): Groups {
    const size = this.#numbers.size;
    this.#numbers.clear();
    const groupOf = this.#groups.values();
    const starts = new Uint32Array(size + 1);
    for (const group of groupOf) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
    for (let group = 0; group < size; group += 1)
      starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
    const next = starts.slice();
    const things = new Uint32Array(groupOf.length);
    groupOf.forEach((group, thing) => {
      const at = next[group] ?? 0;
      things[at] = thing;
      next[group] = at + 1;
    });
    return { size, of: (group) => things.subarray(starts[group], starts[group + 1]) };
  }
}
