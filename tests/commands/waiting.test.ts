import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createWaiting, type PhotoWish } from '../../src/commands/waiting.ts';

const request = (listener: string): PhotoWish => ({
  listener,
  guild: null,
  photoUrl: 'https://cdn.discordapp.com/a.jpg',
  intent: 'match',
  who: 'me',
  private: false,
});

const QUARTER_HOUR = 15 * 60 * 1000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('hands a request out once, to the person who made it', () => {
  const waiting = createWaiting();
  const id = waiting.put(request('ada'));
  expect(waiting.take(id, 'mallory')).toBeUndefined();
  expect(waiting.take(id, 'ada')).toEqual(request('ada'));
  expect(waiting.take(id, 'ada')).toBeUndefined();
});

it('finds what was answered as often as it is asked about, for the person who sent it', () => {
  const waiting = createWaiting();
  const id = waiting.put(request('ada'));
  expect(waiting.find(id, 'mallory')).toBeUndefined();
  expect(waiting.find('nothing', 'ada')).toBeUndefined();
  for (const again of [1, 2]) expect(waiting.find(id, 'ada'), String(again)).toEqual(request('ada'));
  waiting.drop('ada');
  expect(waiting.find(id, 'ada')).toBeUndefined();
});

it('lets go of a request after a quarter of an hour', () => {
  const waiting = createWaiting();
  const id = waiting.put(request('ada'));
  vi.advanceTimersByTime(QUARTER_HOUR - 1000);
  const other = waiting.put(request('bea'));
  vi.advanceTimersByTime(2000);
  expect(waiting.take(id, 'ada')).toBeUndefined();
  expect(waiting.take(other, 'bea')).toBeDefined();
});

it('lets go of everything a person asked for', () => {
  const waiting = createWaiting();
  const [first, second, other] = [request('ada'), request('ada'), request('bea')].map((it) =>
    waiting.put(it),
  );
  waiting.drop('ada');
  expect(waiting.take(first ?? '', 'ada')).toBeUndefined();
  expect(waiting.take(second ?? '', 'ada')).toBeUndefined();
  expect(waiting.take(other ?? '', 'bea')).toBeDefined();
});
