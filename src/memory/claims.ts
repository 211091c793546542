import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import AsyncLock from 'async-lock';

import type { Store } from './store.ts';

/** Work that has to be done by one of many, in whichever process they are. */
export interface Claims {
  /** @returns true for exactly one of all who ask, until the lifetime (in milliseconds) is over */
  claim(key: string, lifetime: number): Promise<boolean>;
  /** Gives back what was claimed. */
  free(key: string): Promise<void>;
  /** Does work while nobody else does any under the same key; waits until it can. */
  alone<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** What a process that was killed has claimed is free again after this long, in milliseconds. */
const HELD_FOR = 12_000;
const RENEWED_EVERY = 3_000;
const ASKED_EVERY = 100;

const CLAIMED = 'claimed';

/** Of those who wait for a key in this process, one asks the store for it; the others wait in memory. */
export function claimsIn(store: Store): Claims {
  const turns = new AsyncLock({ maxPending: Infinity });
  const hold = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const holder = randomUUID();
    while (!(await store.add(key, holder, HELD_FOR))) await sleep(ASKED_EVERY);
    // A renewal that fails is made up for by the next one; after all of them fail, so will the work.
    const renewing = setInterval(
      () => void store.swap(key, holder, holder, HELD_FOR).catch(() => undefined),
      RENEWED_EVERY,
    );
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      // The work is done, or went wrong, whatever comes of this: what is not given back is free again soon.
      await store.swap(key, holder, undefined).catch(() => undefined);
    }
  };
  return {
    claim: (key, lifetime) => store.add(key, CLAIMED, lifetime),
    free: async (key) => {
      await store.swap(key, CLAIMED, undefined);
    },
    alone: (key, work) => turns.acquire(key, () => hold(key, work)),
  };
}
