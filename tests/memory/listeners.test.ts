import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { CONSENT_VERSION } from '../../src/domain/listener.ts';
import { type Listeners, listenersIn, type ToldThing } from '../../src/memory/listeners.ts';
import { linkedAccountsIn } from '../../src/memory/linked-accounts.ts';
import { playlistKey, playlistsIn } from '../../src/memory/playlists.ts';
import { savesIn } from '../../src/memory/saves.ts';
import { sealWith } from '../../src/memory/sealed.ts';
import type { Store } from '../../src/memory/store.ts';
import { testFolder, testStore } from './file.ts';
import { listOf } from './lists.ts';

const ANNA = '111222333444555666';
const BERT = '777888999000111222';
const DAY = 24 * 60 * 60 * 1000;
/** Begins as Anna's does. */
const ANNABEL = `${ANNA}7`;

/** Keeps that many playlists of all sizes for a person, whose id stands in those of the tracks too. */
async function keepLists(
  store: Store,
  owner: string,
  count: number,
  told = false,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const playlist = listOf([2, 100, 1, 0, 3, 30][index % 6] ?? 1, `track-of-${owner}-${index}`);
    ids.push(await playlistsIn(store).keep({ owner, playlist, told }));
  }
  return ids;
}

async function toldOf(listeners: Listeners): Promise<readonly ToldThing[]> {
  const told: ToldThing[] = [];
  for await (const thing of listeners.told(ANNA)) told.push(thing);
  return told;
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
    expect(await listeners.kept(ANNA)).toEqual([]);
    await listeners.agree(ANNA);
    await keepLists(store, ANNA, 3);
    await keepLists(store, ANNABEL, 2);
    const [consent, lists, ...more] = await listeners.kept(ANNA);
    expect(consent).toEqual({ name: 'consent', count: 1, until: undefined });
    expect(lists).toMatchObject({ name: 'playlists', count: 3 });
    expect(Math.round(((lists?.until ?? 0) - Date.now()) / DAY)).toBe(30);
    expect(more).toEqual([]);
    expect(await listeners.kept(ANNABEL)).toMatchObject([{ name: 'playlists', count: 2 }]);
  });

  it('shows what no kind speaks for too', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    await store.set(`listener:${ANNA}:something-new:of-theirs`, 'secret', DAY);
    expect(await listeners.kept(ANNA)).toMatchObject([{ name: 'notes', count: 1 }]);
    const told = await toldOf(listeners);
    expect(told).toMatchObject([{ name: 'notes', thing: { note: 'something-new of-theirs' } }]);
    await listeners.forget(ANNA);
    expect(await store.keys('')).toEqual([]);
  });

  it('is no more than what has not expired', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    await keepLists(store, ANNA, 1);
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime(Date.now() + 31 * DAY);
      expect(await listeners.kept(ANNA)).toEqual([]);
      expect(await toldOf(listeners)).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('declining', () => {
  it('erases what came of photos, and nothing else', async () => {
    const folder = await testFolder();
    const store = await testStore(join(folder, 'test.sqlite'));
    const listeners = listenersIn(store);
    const seal = sealWith([{ id: '1', key: Buffer.alloc(32, 1) }]);
    await listeners.agree(ANNA);
    await listeners.keepFor(ANNA, 90);
    await linkedAccountsIn(store, seal).link(ANNA, { access: 'a', refresh: 'r', expiresAt: 0, scopes: [] });
    const read = await keepLists(store, ANNA, 2);
    const told = await keepLists(store, ANNA, 2, true);
    // What was kept before there was a word on where it came from may have come of a photo.
    const [old = ''] = await keepLists(store, ANNA, 1, true);
    await store.set(playlistKey(old), { owner: ANNA, playlist: listOf(1) });
    const theirs = { listener: ANNA, account: ANNA, step: 'done', added: false, leftOut: 0, at: 1 } as const;
    for (const list of [...read, ...told]) await savesIn(store).note(list, theirs);

    await listeners.decline(ANNA);

    expect(await listeners.consent(ANNA)).toMatchObject({ answer: 'no' });
    expect((await listeners.kept(ANNA)).map(({ name, count }) => `${count} ${name}`)).toEqual([
      '1 consent',
      '1 retention',
      '2 playlists',
      '2 saves',
      '1 spotify',
    ]);
    for (const list of told) expect(await playlistsIn(store).find(list)).toMatchObject({ told: true });
    expect(await wordsIn(folder, [...read, old])).toEqual([]);
    expect(await wordsIn(folder, told)).toEqual(told);
  });

  it('is noted of somebody of whom nothing is kept', async () => {
    const store = await testStore();
    await listenersIn(store).decline(ANNA);
    expect(await store.keys('')).toEqual([`listener:${ANNA}:consent`]);
  });
});

describe('how long lists are kept', () => {
  /** Makes a list so many days ago. */
  async function listOfAge(store: Store, days: number, owner = ANNA): Promise<string> {
    const now = Date.now();
    vi.setSystemTime(now - days * DAY);
    const [id = ''] = await keepLists(store, owner, 1);
    await savesIn(store).note(id, {
      listener: owner,
      account: owner,
      step: 'done',
      added: false,
      leftOut: 0,
      at: Date.now(),
    });
    vi.setSystemTime(now);
    return id;
  }

  it('is 30 days where nothing was chosen, and as chosen for what comes then', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    expect(await listeners.days(ANNA)).toBe(30);
    await listeners.keepFor(ANNA, 7);
    const [list = ''] = await keepLists(store, ANNA, 1);
    expect(await playlistsIn(store).find(list)).toMatchObject({ days: 7 });
    const [, lists] = await listeners.kept(ANNA);
    expect(Math.round(((lists?.until ?? 0) - Date.now()) / DAY)).toBe(7);
    const [other = ''] = await keepLists(store, BERT, 1);
    expect(await playlistsIn(store).find(other)).toMatchObject({ days: 30 });
    // What holds for everybody is kept of nobody.
    await listeners.keepFor(ANNA, 30);
    expect((await listeners.kept(ANNA)).map(({ name }) => name)).toEqual(['playlists']);
  });

  it('holds for what is kept already: the older goes to the last byte, the younger later', async () => {
    const folder = await testFolder();
    const store = await testStore(join(folder, 'test.sqlite'));
    const listeners = listenersIn(store);
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const now = Date.now();
      const [older, younger] = [await listOfAge(store, 8), await listOfAge(store, 6)];
      const others = await listOfAge(store, 8, BERT);
      await listeners.keepFor(ANNA, 7);
      expect(await wordsIn(folder, [older])).toEqual([]);
      expect(await playlistsIn(store).find(younger)).toMatchObject({ days: 7 });
      expect(await playlistsIn(store).find(others)).toBeDefined();
      const kept = await listeners.kept(ANNA);
      expect(kept.slice(1)).toEqual([
        { name: 'playlists', count: 1, until: now + DAY },
        { name: 'saves', count: 1, until: now + DAY },
      ]);
      vi.setSystemTime(now + DAY + 1);
      expect(await playlistsIn(store).find(younger)).toBeUndefined();
      expect(await savesIn(store).find(younger)).toBeUndefined();
      expect(await savesIn(store).find(others)).toBeDefined();
    } finally {
      vi.useRealTimers();
    }
  });

  it('can be made longer', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const list = await listOfAge(store, 20);
      await listeners.keepFor(ANNA, 90);
      vi.setSystemTime(Date.now() + 69 * DAY);
      expect(await playlistsIn(store).find(list)).toMatchObject({ days: 90 });
      vi.setSystemTime(Date.now() + 2 * DAY);
      expect(await playlistsIn(store).find(list)).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
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

describe('keeping and forgetting in two processes at once', () => {
  it('leaves all or nothing, whichever comes first', async () => {
    const file = join(await testFolder(), 'test.sqlite');
    const [store, other] = [await testStore(file), await testStore(file)];
    const [here, there] = [listenersIn(store), listenersIn(other)];
    let refused = 0;
    for (let round = 0; round < 8; round += 1) {
      await here.agree(ANNA);
      const keeping = Array.from({ length: 3 }, () =>
        there
          .whileAgreed(ANNA, () => keepLists(other, ANNA, 2))
          .catch((error: unknown) => {
            expect(error).toMatchObject({ code: 'not-agreed' });
            refused += 1;
          }),
      );
      await Promise.all([...keeping, here.forget(ANNA), ...(round % 2 ? [there.forget(ANNA)] : [])]);
      expect(await store.keys('')).toEqual([]);
    }
    expect(refused).toBeGreaterThan(0);
  });

  it('leaves no list that outlives what was chosen meanwhile', async () => {
    const file = join(await testFolder(), 'test.sqlite');
    const [store, other] = [await testStore(file), await testStore(file)];
    const [here, there] = [listenersIn(store), listenersIn(other)];
    await here.keepFor(ANNA, 90);
    await Promise.all([
      ...Array.from({ length: 6 }, () => there.inTurn(ANNA, () => keepLists(other, ANNA, 1))),
      here.keepFor(ANNA, 1),
    ]);
    const [, lists] = await here.kept(ANNA);
    expect(lists).toMatchObject({ name: 'playlists', count: 6 });
    expect(lists?.until).toBeLessThanOrEqual(Date.now() + DAY);
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
    expect(await listeners.kept(ANNA)).toEqual([]);
    expect(await store.keys(`listener:${ANNA}`)).toEqual([]);
    for (const id of lists.get(ANNA) ?? []) expect(await playlistsIn(store).find(id)).toBeUndefined();
    for (const person of [BERT, ANNABEL]) {
      expect(await listeners.kept(person)).toMatchObject([
        { name: 'consent' },
        { name: 'playlists', count: 4 },
      ]);
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
    expect(await listeners.consent(ANNA)).toEqual(said);
    expect(await store.keys(`listener:${ANNA}`)).toEqual([`listener:${ANNA}:consent`]);
  });

  it('erases what has expired too, though nothing leads to it any more', async () => {
    const folder = await testFolder();
    const store = await testStore(join(folder, 'test.sqlite'));
    const lists = await keepLists(store, ANNA, 3);
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      vi.setSystemTime(Date.now() + 31 * DAY);
      // Looking at an expired mark deletes it.
      expect(await playlistsIn(store).givenTo(ANNA, 90)).toEqual([]);
      expect(await wordsIn(folder, lists)).toEqual(lists);
      await listenersIn(store).forget(ANNA);
      expect(await wordsIn(folder, [ANNA, ...lists])).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('does no harm a second time, nor to somebody who was never here', async () => {
    const store = await testStore();
    const listeners = listenersIn(store);
    await listeners.agree(ANNA);
    const [list = ''] = await keepLists(store, BERT, 1);
    for (const person of [ANNA, ANNA, ANNABEL]) await listeners.forget(person);
    expect(await listeners.kept(ANNA)).toEqual([]);
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
    // Whoever presses an old button then leaves no sign of it either.
    await listeners.inTurn(ANNA, () => Promise.resolve());
    await expect(listeners.whileAgreed(ANNA, () => Promise.resolve())).rejects.toThrow();
    expect(await wordsIn(folder, traces)).toEqual([]);
    expect(await wordsIn(folder, [BERT])).toEqual([BERT]);
    expect(await listenersIn(other).consent(BERT)).toMatchObject({ answer: 'yes' });
  });
});
