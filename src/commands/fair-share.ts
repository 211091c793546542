import { MoodringError } from '../errors.ts';

/** Photos of one person that may be under way at a time. */
const MOST_AT_ONCE = 3;

/** Keeps one person from taking everyone's turn. */
export interface FairShare {
  /** @throws MoodringError `busy-with-yours` while that many photos of the person are under way already */
  run<T>(listener: string, work: () => Promise<T>): Promise<T>;
}

export function createFairShare(most = MOST_AT_ONCE): FairShare {
  const underWay = new Map<string, number>();
  return {
    run: async (listener, work) => {
      const mine = underWay.get(listener) ?? 0;
      if (mine >= most) throw new MoodringError('busy-with-yours', { most });
      underWay.set(listener, mine + 1);
      try {
        return await work();
      } finally {
        const left = (underWay.get(listener) ?? 1) - 1;
        if (left > 0) underWay.set(listener, left);
        else underWay.delete(listener);
      }
    },
  };
}
