import { Agenda } from './agenda.ts';
import type { Clock } from './clock.ts';

/** A clock that a test can move on. */
export interface MovableClock extends Clock {
  /** Moves the clock on by `ms` and runs what falls due, in order. */
  advance(ms: number): void;
}

/** A clock that stands still until it is moved. */
export type HandClock = MovableClock;

/** A clock for tests, standing at `start` (milliseconds since 1970). */
export function handClock(start: number = Date.UTC(2026, 0, 1)): HandClock {
  let now = start;
  const agenda = new Agenda();
  return {
    now: () => now,
    setTimeout: (then, ms) => agenda.add(now + ms, then),
    advance(ms) {
      const end = now + ms;
      for (let due = agenda.take(end); due; due = agenda.take(end)) {
        now = Math.max(now, due.at);
        due.then();
      }
      now = end;
    },
  };
}
