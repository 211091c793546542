import { Agenda } from './agenda.ts';
import { systemClock } from './clock.ts';
import type { Timer } from './clock.ts';
import type { MovableClock } from './hand-clock.ts';

/** The clock on the wall, which a test can put ahead: for a whole bot that lives in real time. */
export function movableClock(): MovableClock {
  const agenda = new Agenda();
  let ahead = 0;
  let alarm: Timer | null = null;
  const now = (): number => systemClock.now() + ahead;
  const ring = (): void => {
    for (let due = agenda.take(now()); due; due = agenda.take(now())) due.then();
    setAlarm();
  };
  const setAlarm = (): void => {
    alarm?.cancel();
    const { next } = agenda;
    alarm = next ? systemClock.setTimeout(ring, Math.max(0, next.at - now())) : null;
  };
  return {
    now,
    setTimeout(then, ms) {
      const timer = agenda.add(now() + ms, then);
      setAlarm();
      return timer;
    },
    advance(ms) {
      const end = ahead + ms;
      const target = now() + ms;
      for (let due = agenda.take(target); due; due = agenda.take(target)) {
        ahead = Math.min(end, Math.max(ahead, due.at - systemClock.now()));
        due.then();
      }
      ahead = end;
      ring();
    },
  };
}
