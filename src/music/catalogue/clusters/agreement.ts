/** How far two ways to divide the same things agree; both are 1 where they are the same. */
export interface Agreement {
  /** The adjusted Rand index (Hubert and Arabie 1985): 0 is what chance gives. */
  readonly adjustedRand: number;
  /** Normalised mutual information, by the mean of both entropies, in [0, 1]. */
  readonly mutualInformation: number;
}

/** @param pairs of each thing its group in the one way and in the other, by number */
export function agreementOf(pairs: Iterable<readonly [one: number, other: number]>): Agreement | undefined {
  const cells = new Counts();
  const ones = new Counts();
  const others = new Counts();
  let things = 0;
  for (const [one, other] of pairs) {
    cells.add(one * 2 ** 20 + other);
    ones.add(one);
    others.add(other);
    things += 1;
  }
  if (things < 2) return undefined;
  const expected = (ones.pairs() * others.pairs()) / pairsOf(things);
  const most = (ones.pairs() + others.pairs()) / 2;
  const [one, other, both] = [ones.entropy(things), others.entropy(things), cells.entropy(things)];
  return {
    adjustedRand: most === expected ? 1 : (cells.pairs() - expected) / (most - expected),
    mutualInformation: one + other === 0 ? 1 : Math.max(0, (2 * (one + other - both)) / (one + other)),
  };
}

class Counts {
  readonly #counts = new Map<number, number>();

  add(key: number): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Pairs of things within the groups. */
  pairs(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + pairsOf(count), 0);
  }

  entropy(things: number): number {
    return [...this.#counts.values()].reduce(
      (sum, count) => sum - (count / things) * Math.log(count / things),
      0,
    );
  }
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}
