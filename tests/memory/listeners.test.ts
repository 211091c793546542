import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { CONSENT_VERSION } from '../../src/domain/listener.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { playlistsIn } from '../../src/memory/playlists.ts';
import type { Store } from '../../src/memory/store.ts';
import { testFolder, testStore } from './file.ts';
import { listOf } from './lists.ts';

const ANNA = '111222333444555666';
const BERT = '777888999000111222';
/** Begins as Anna's does. */
const ANNABEL = `${ANNA}7`;

/** Keeps that many playlists of all sizes for a person, whose id stands in those of the tracks too. */
async function keepLists(store: Store, owner: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const playlist = listOf([2, 100, 1, 0, 3, 30][index % 6] ?? 1, `track-of-${owner}-${index}`);
    ids.push(await playlistsIn(store).keep({ owner, playlist }));
  }
  return ids;
}

/** Which of these words stand in any of the database's files, as they lie on the disk. */
async function wordsIn(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(folder);
  const files = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return words.filter((word) => files.some((bytes) => bytes.includes(word)));
}

describe('a person’s answer to the notice', () => {
  it('is kept with the notice’s version and the time', async () => {
    const listeners = listenersIn(await testStore());
    expect(await listeners.consent(ANNA)).toBeUndefined();
    const before = new Date().toISOString();
    await listeners.agree(ANNA);
    const consent = await listeners.consent(ANNA);
    expect(consent).toMatchObject({ answer: 'yes', version: CONSENT_VERSION });
    expect(consent?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const times = [before, consent?.at, new Date().toISOString()];
    expect(times).toEqual(times.toSorted());
    expect(await listeners.consent(BERT)).toBeUndefined();
  });

  it('is the last one given', async () => {
    const listeners = listenersIn(await testStore());
    await listeners.decline(ANNA);
    await listeners.agree(ANNA);
    expect(await listeners.consent(ANNA)).toMatchObject({ answer: 'yes' });
  });
});

describe('what is kept about a person', () => {
  it('is the answer and the number of their own playlists', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    expect(await listeners.kept(ANNA)).toEqual({ consent: undefined, playlists: 0, spotify: false });
    await listeners.agree(ANNA);
    await keepLists(store, ANNA, 3);
    await keepLists(store, ANNABEL, 2);
    expect(await listeners.kept(ANNA)).toMatchObject({
      consent: { answer: 'yes' },
      playlists: 3,
      spotify: false,
    });
    expect(await listeners.kept(ANNABEL)).toEqual({ consent: undefined, playlists: 2, spotify: false });
  });
});

describe('declining', () => {
  it('erases what was kept of someone who had agreed', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    await listeners.agree(ANNA);
    await keepLists(store, ANNA, 2);
    await listeners.decline(ANNA);
    expect(await listeners.kept(ANNA)).toMatchObject({
      consent: { answer: 'no' },
      playlists: 0,
      spotify: false,
    });
    expect(await store.keys('')).toEqual([`listener:${ANNA}:consent`]);
  });
});

describe('keeping something about a person', () => {
  it('asks for their agreement first', async () => {
    const listeners = listenersIn(await testStore());
    const work = vi.fn(() => Promise.resolve());
    await expect(listeners.whileAgreed(ANNA, work)).rejects.toMatchObject({ code: 'not-agreed' });
    await listeners.decline(ANNA);
    await expect(listeners.whileAgreed(ANNA, work)).rejects.toMatchObject({ code: 'not-agreed' });
    expect(work).not.toHaveBeenCalled();
    await listeners.agree(ANNA);
    await listeners.whileAgreed(ANNA, work);
    expect(work).toHaveBeenCalledOnce();
  });

  it('in its turn asks for nothing, and never crosses with forgetting them', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    await listeners.decline(ANNA);
    const [id = ''] = await listeners.inTurn(ANNA, () => keepLists(store, ANNA, 1));
    expect(await playlistsIn(store).find(id)).toMatchObject({ owner: ANNA });
    for (let round = 0; round < 10; round += 1) {
      const first = listeners.inTurn(ANNA, () => keepLists(store, ANNA, 2));
      const forgetting = listeners.forget(ANNA);
      await Promise.all([first, forgetting]);
      expect(await store.keys('playlist')).toEqual([]);
      expect(await store.keys('')).toEqual([`listener:${ANNA}:consent`]);
    }
  });

  it('never crosses with forgetting them, whichever is asked for first', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    for (let round = 0; round < 30; round += 1) {
      await listeners.agree(ANNA);
      const keeping = listeners.whileAgreed(ANNA, () => keepLists(store, ANNA, 2)).catch(() => undefined);
      const forgetting = listeners.forget(ANNA);
      const late = listeners.whileAgreed(ANNA, () => keepLists(store, ANNA, 2)).catch(() => undefined);
      await Promise.all([keeping, forgetting, late]);
      expect(await store.keys('')).toEqual([]);
    }
  });
});

describe('forgetting a person', () => {
  it('erases everything of theirs and nothing of anybody else’s', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    const lists = new Map<string, readonly string[]>();
    for (const person of [ANNA, BERT, ANNABEL]) {
      await listeners.agree(person);
      lists.set(person, await keepLists(store, person, 4));
    }
    await listeners.forget(ANNA);
    expect(await listeners.kept(ANNA)).toEqual({ consent: undefined, playlists: 0, spotify: false });
    expect(await store.keys(`listener:${ANNA}`)).toEqual([]);
    for (const id of lists.get(ANNA) ?? []) expect(await playlistsIn(store).find(id)).toBeUndefined();
    for (const person of [BERT, ANNABEL]) {
      expect(await listeners.kept(person)).toMatchObject({
        consent: { answer: 'yes' },
        playlists: 4,
        spotify: false,
      });
      for (const id of lists.get(person) ?? [])
        expect(await playlistsIn(store).find(id)).toMatchObject({ owner: person });
    }
  });

  it('leaves the one fact that they said no', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    await keepLists(store, ANNA, 2);
    await listeners.decline(ANNA);
    const said = await listeners.consent(ANNA);
    await listeners.forget(ANNA);
    expect(await listeners.kept(ANNA)).toEqual({ consent: said, playlists: 0, spotify: false });
    expect(await store.keys(`listener:${ANNA}`)).toEqual([`listener:${ANNA}:consent`]);
  });

  it('does no harm a second time, nor to somebody who was never here', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    await listeners.agree(ANNA);
    const [list = ''] = await keepLists(store, BERT, 1);
    for (const person of [ANNA, ANNA, ANNABEL]) await listeners.forget(person);
    expect(await listeners.kept(ANNA)).toEqual({ consent: undefined, playlists: 0, spotify: false });
    expect(await playlistsIn(store).find(list)).toMatchObject({ owner: BERT });
  });

  it('leaves not one byte of them in the database’s files, while another has them open', async () => {
    const folder = await testFolder();
    const store = await testStore(join(folder, 'test.sqlite'));
    const other = await testStore(join(folder, 'test.sqlite'));
    const listeners = listenersIn(store);
    const lists: string[] = [];
    // Everybody's rows lie between each other's, written by both, some replaced and some already gone: that is when
    // rows are moved between pages. Ids are random, so no two runs lay them out the same.
    for (let round = 0; round < 20; round += 1)
      for (const person of [ANNA, BERT]) {
        await listenersIn(other).agree(person);
        await listeners.agree(person);
        const ids = await keepLists(round % 2 ? store : other, person, 12);
        if (person === ANNA) lists.push(...ids);
        else await store.delete(ids.slice(0, 4).map((id) => `playlist:${id}`));
      }
    // Half an id is a trace too.
    const traces = [ANNA.slice(0, 12), ...lists];
    expect(await wordsIn(folder, traces)).toEqual(traces);
    await listeners.forget(ANNA);
    expect(await wordsIn(folder, traces)).toEqual([]);
    expect(await wordsIn(folder, [BERT])).toEqual([BERT]);
    expect(await listenersIn(other).kept(BERT)).toMatchObject({ consent: { answer: 'yes' } });
  });
});
