import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';

import { sweepHourly } from '../../src/jobs/sweep.ts';
import { createLog } from '../../src/log.ts';
import { openStore, type Store } from '../../src/memory/store.ts';

const HOUR = 60 * 60 * 1000;

let store: Store;
beforeEach(async () => {
  store = await openStore(':memory:');
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

it('deletes what has expired at once and every hour, and nothing else, until it is stopped', async () => {
  await store.set('soon', 1, HOUR / 2);
  await store.set('later', 1, 2 * HOUR - 1);
  await store.set('last', 1, 3 * HOUR - 1);
  await store.set('kept', 1);
  const keys = async () =>
    (await Promise.all(['soon', 'later', 'last', 'kept'].map(rawHas))).filter(Boolean).length;

  const stop = sweepHourly(store, createLog('silent'));
  expect(await keys()).toBe(4);
  vi.advanceTimersByTime(HOUR);
  await vi.waitFor(async () => expect(await keys()).toBe(3));
  vi.advanceTimersByTime(HOUR);
  await vi.waitFor(async () => expect(await keys()).toBe(2));
  stop();
  vi.advanceTimersByTime(2 * HOUR);
  expect(await keys()).toBe(2);
  expect(await store.get('kept', z.number())).toBe(1);
});

/** Whether the row is there, expired or not. */
async function rawHas(key: string): Promise<boolean> {
  return (await store.keys('')).includes(key);
}
