import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves with the work or when the time (in milliseconds) is up. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const timeUp = sleep(ms, undefined, { signal: done.signal }).catch(() => undefined);
  await Promise.race([work, timeUp]);
  done.abort();
}
