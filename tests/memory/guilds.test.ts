import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';

import { UNSET } from '../../src/domain/guild.ts';
import { guildsIn } from '../../src/memory/guilds.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { meetingsIn } from '../../src/memory/meetings.ts';
import { testFolder, testStore } from './file.ts';

const GUILD = '111222333444555666';
const OTHER = `${GUILD}7`;
const ANNA = '222333444555666777';
const BERT = '333444555666777888';

it('has sensible settings without any setup, and in direct messages', async () => {
  const guilds = guildsIn(await testStore());
  expect(await guilds.get(GUILD)).toEqual(UNSET);
  expect(await guilds.get(null)).toEqual(UNSET);
  expect(await guilds.ids()).toEqual([]);
});

it('keeps each change, also of those at the same time', async () => {
  const guilds = guildsIn(await testStore());
  const quiet = { from: 60, to: 120, zone: 'UTC' };
  await Promise.all([
    guilds.set(GUILD, { channels: ['1'] }),
    guilds.set(GUILD, { quiet }),
    guilds.set(GUILD, { roles: ['2'], explicit: true }),
    guilds.set(OTHER, { intent: 'lift' }),
  ]);
  expect(await guilds.get(GUILD)).toEqual({ ...UNSET, channels: ['1'], quiet, roles: ['2'], explicit: true });
  await guilds.set(GUILD, { quiet: undefined });
  expect((await guilds.get(GUILD)).quiet).toBeUndefined();
  expect((await guilds.get(OTHER)).intent).toBe('lift');
});

/** Which of these words stand in any of the database's files, as they lie on the disk. */
async function wordsIn(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))));
  return words.filter((word) =>
    files.some((bytes) => bytes.includes(`${word}:`) || bytes.includes(`"${word}"`)),
  );
}

it('forgets what has expired too, to which nothing leads any more', async () => {
  const folder = await testFolder();
  const store = await testStore(join(folder, 'test.sqlite'));
  await store.set(`listener:${ANNA}:met:${GUILD}:asked:${ANNA}`, true, 1);
  await sleep(20);
  expect(await wordsIn(folder, [GUILD])).toEqual([GUILD]);
  await guildsIn(store).forget(GUILD);
  expect(await wordsIn(folder, [GUILD])).toEqual([]);
});

it('forgets a server with all that happened in it, and nothing of another', async () => {
  const folder = await testFolder();
  const store = await testStore(join(folder, 'test.sqlite'));
  const [guilds, meetings, listeners] = [guildsIn(store), meetingsIn(store), listenersIn(store)];
  for (const guild of [GUILD, OTHER]) {
    await guilds.set(guild, { channels: ['9'] });
    await meetings.keepReply(guild, '1', { owner: ANNA, channel: '9', message: '2' });
    await meetings.keepPassing(guild, { owner: ANNA, channel: '9', message: '3' });
    expect(await meetings.askedFirst(guild, BERT)).toBe(true);
    expect(await meetings.lacksFirst(guild, '9')).toBe(true);
  }
  await guilds.forget(GUILD);
  expect(await guilds.ids()).toEqual([OTHER]);
  expect((await store.keys('')).filter((key) => key.includes(`:${GUILD}:`))).toEqual([]);
  expect(await wordsIn(folder, [GUILD, OTHER])).toEqual([OTHER]);
  expect(await meetings.askedFirst(OTHER, BERT)).toBe(false);

  // Forgetting those who were there leaves nothing but what the managers set.
  await listeners.forget(ANNA);
  await listeners.forget(BERT);
  const left = (await store.keys('')).filter((key) => !key.endsWith(':settings') && !key.includes(':lacks:'));
  expect(left).toEqual([]);
});
