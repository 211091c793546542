import { expect, it } from 'vitest';

import { meetingsIn } from '../../src/memory/meetings.ts';
import { testStore } from './file.ts';

const SAID = { owner: '1', channel: '2', message: '3' };

it('hands out a reply once, and only for its own post', async () => {
  const meetings = meetingsIn(await testStore());
  expect(await meetings.keepReply('7', '8', SAID)).toBe(true);
  expect(await meetings.hasReply('7', '8')).toBe(true);
  expect(await meetings.takeReply(null, '8')).toBeUndefined();
  expect(await meetings.takeReply('7', '9')).toBeUndefined();
});

it('leaves nothing of a reply that was handed out', async () => {
  const store = await testStore();
  const meetings = meetingsIn(store);
  await meetings.keepReply('7', '8', SAID);
  const taken = await Promise.all([1, 2, 3].map(() => meetings.takeReply('7', '8')));
  expect(taken.filter(Boolean)).toEqual([SAID]);
  expect(await store.keys('')).toEqual([]);
});

it('keeps no reply to a post that went before', async () => {
  const store = await testStore();
  const meetings = meetingsIn(store);
  await meetings.takeReply('7', '8');
  expect(meetings.isGone('8')).toBe(true);
  expect(await meetings.keepReply('7', '8', SAID)).toBe(false);
  expect(await store.keys('')).toEqual([]);
});

it('asks once a person and server, whoever asks at the same time', async () => {
  const meetings = meetingsIn(await testStore());
  const asked = await Promise.all([1, 2, 3].map(() => meetings.askedFirst('7', '1')));
  expect(asked.filter(Boolean)).toHaveLength(1);
  expect(await meetings.askedFirst('8', '1')).toBe(true);
  expect(await meetings.askedFirst('7', '2')).toBe(true);
  await meetings.notAsked('7', '1');
  expect(await meetings.askedFirst('7', '1')).toBe(true);
});

it('knows what was said in passing, and where', async () => {
  const meetings = meetingsIn(await testStore());
  await meetings.keepPassing(null, SAID);
  await meetings.keepPassing('7', { ...SAID, message: '4' });
  expect(await meetings.allPassing()).toHaveLength(2);
  await meetings.dropPassing('7', { ...SAID, message: '4' });
  expect(await meetings.allPassing()).toEqual([{ guild: null, said: SAID }]);
});
