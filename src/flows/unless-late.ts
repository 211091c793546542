import { setTimeout as sleep } from 'node:timers/promises';

import { MoodringError } from '../errors.ts';

/** How long somebody waits for what takes several calls of Spotify's, in milliseconds. */
const PATIENT_FOR = 25_000;

/**
 * The result of work that goes on by itself, if it is there in time.
 * @throws MoodringError `still-at-it` if it is not
 */
export async function unlessLate<T>(work: Promise<T>, within = PATIENT_FOR): Promise<T> {
  const done = new AbortController();
  const late = sleep(within, undefined, { signal: done.signal }).then(
    () => Promise.reject(new MoodringError('still-at-it')),
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    // What goes wrong later is told by the next try.
    work.catch(() => undefined);
  }
}
