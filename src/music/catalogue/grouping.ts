import { filed } from './filed.ts';
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
    const { starts, things } = filed(groupOf, size);
    return { size, of: (group) => things.subarray(starts[group], starts[group + 1]) };
  }
}
