import { LRUCache } from 'lru-cache';

/** Messages that wait for somebody to come back from Spotify's consent page, in the memory of this process. */
export interface SetOut {
  /** @param linked told once when they came back, with nothing left to do elsewhere */
  wait(state: string, linked: () => Promise<unknown>): void;
  /** Tells whoever waits for a state. */
  tell(state: string): Promise<void>;
}

/** Discord's token for an answer lives as long, in milliseconds. */
const LIFETIME = 15 * 60 * 1000;

const MOST = 10_000;

export function createSetOut(): SetOut {
  const waiting = new LRUCache<string, () => Promise<unknown>>({
    max: MOST,
    ttl: LIFETIME,
    ttlAutopurge: true,
    perf: Date,
  });
  return {
    wait: (state, linked) => void waiting.set(state, linked),
    tell: async (state) => {
      const linked = waiting.get(state);
      waiting.delete(state);
      await linked?.();
    },
  };
}
