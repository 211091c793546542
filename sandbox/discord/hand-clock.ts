import type { Clock } from './clock.ts';

/** A clock that stands still until it is moved. */
export interface HandClock extends Clock {
  /** Moves the clock on and runs what falls due, in order. */
  advance(ms: number): void;
}

/** A clock for tests, standing at `start` (milliseconds since 1970). */
export function handClock(start: number = Date.UTC(2026, 0, 1)): HandClock {
  let now = start;
  const waiting = new Set<{ readonly at: number; readonly then: () => void }>();
  const nextBefore = (end: number): { readonly at: number; readonly then: () => void } | undefined =>
    [...waiting].filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    setTimeout(then, ms) {
      const entry = { at: now + ms, then };
      waiting.add(entry);
      return { cancel: () => void waiting.delete(entry) };
    },
    advance(ms) {
      const end = now + ms;
      for (let due = nextBefore(end); due; due = nextBefore(end)) {
        waiting.delete(due);
        now = Math.max(now, due.at);
        due.then();
      }
      now = end;
    },
  };
}
