import { randomInt } from 'node:crypto';

/** Seeds are whole numbers in [0, 2³²). */
const SEEDS = 2 ** 32;

/** A seed that nobody can foresee, in [0, 2³²). */
export function newSeed(): number {
  return randomInt(SEEDS);
}

/**
 * Numbers in [0, 1) that the seed alone decides: Mulberry32 by Tommy Ettinger (2017, public domain), enough for
 * choosing music and never for secrets.
 * @param seed any number; its lower 32 bits count
 */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / SEEDS;
  };
}
