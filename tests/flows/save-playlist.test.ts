import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';

import sharp from 'sharp';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import { broken, notRegistered, type SpotifyFault, tooMany } from '../../sandbox/spotify/index.ts';
import { listTitle } from '../../src/cards/list-card.ts';
import { wordsFor } from '../../src/cards/words.ts';
import { moodAt } from '../../src/domain/mood.ts';
import { type Playlist, spotifyUri } from '../../src/domain/playlist.ts';
import { answerMood, chooseAgain, findList } from '../../src/flows/answer-mood.ts';
import { finishSaves } from '../../src/flows/finish-saves.ts';
import { unlinkSpotify } from '../../src/flows/link-spotify.ts';
import { markOf } from '../../src/flows/playlist-mark.ts';
import { MOST_PUBLISHED, pruneAccount } from '../../src/flows/prune-account.ts';
import { saveList } from '../../src/flows/save-playlist.ts';
import { OPERATOR } from '../../src/memory/linked-accounts.ts';
import type { Patience } from '../../src/spotify/patience.ts';
import { testFolder } from '../memory/file.ts';
import { startSpotify } from '../spotify.ts';
import { partsWith } from './parts.ts';
import { links, PUBLIC_URL, spotifyAt, withSpotify } from './spotify-parts.ts';

const ANNA = '111222333444555666';

afterEach(() => void vi.useRealTimers());

const t = wordsFor('en');
const SAVER = join(import.meta.dirname, 'saver.ts');

/** Trouble is soon over here, but a request that is not answered is still waited for. */
const HASTY: Partial<Patience> = { deadline: 400, call: 1_200, tries: 1, failuresInARow: 100 };

const urisOf = ({ picks }: Playlist) => picks.map(({ track }) => spotifyUri(track));

/** Somebody with a linked account, and a list that they were given. */
async function started(file?: string, patience: Partial<Patience> = HASTY) {
  const standIn = await startSpotify();
  const person = standIn.people.add({ name: 'Anna' });
  const path = file ?? join(await testFolder(), 'saves.sqlite');
  const open = async () =>
    withSpotify(
      await partsWith({ publicUrl: PUBLIC_URL, file: path, spotify: spotifyAt(standIn, patience) }),
    );
  const parts = await open();
  await links(parts, ANNA);
  const mood = moodAt({ valence: -0.6, arousal: -0.3 });
  const list = await answerMood(parts, { listener: ANNA, mood, intent: 'lift' });
  const save = (on = parts, into?: string) =>
    saveList(on, { listener: ANNA, list: list.id, ...(into === undefined ? {} : { into }) }, t);
  return { standIn, person, path, open, parts, list, save };
}

type Started = Awaited<ReturnType<typeof started>>;

/** One playlist, whole, and none that was begun and left. */
function expectOne({ person, list }: Pick<Started, 'person' | 'list'>): void {
  expect(person.playlists).toHaveLength(1);
  expect(person.everMade).toHaveLength(1);
  expect(person.playlists[0]?.uris).toEqual(urisOf(list.playlist));
  expect(person.playlists[0]?.cover).toBeDefined();
}

describe('saving a list', () => {
  it('makes a private playlist of its tracks in order, with a cover, a name and a date', async () => {
    const { standIn, person, parts, list, save } = await started();
    const saved = await save();
    expect(saved).toMatchObject({ whose: 'listener', added: false });
    expectOne({ person, list });
    const [playlist] = person.playlists;
    expect(saved.url).toContain(playlist?.id);
    expect(playlist?.public).toBe(false);
    expect(playlist?.name).toBe(listTitle(list.playlist, t));
    expect(playlist?.description).toMatch(/sad mood.* on \w+ \d+, \d{4} · moodring-[0-9a-f]{16}$/);
    expect(playlist?.description).not.toContain(list.id);
    const cover = Buffer.from(playlist?.cover ?? []);
    expect(cover.toString('base64').length).toBeLessThanOrEqual(256_000);
    expect(await sharp(cover).metadata()).toMatchObject({ format: 'jpeg', width: 960, height: 960 });
    expect((await findList(parts, ANNA, list.id)).spotify).toEqual({ saved });
    expect(standIn.forbidden).toEqual([]);
  });

  it('twice, and from two processes at once, makes one', async () => {
    const { person, open, parts, list, save } = await started();
    const other = await open();
    const all = await Promise.all([parts, other, parts, other].map((on) => save(on)));
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    await save();
    expectOne({ person, list });
  });

  it('is for its owner alone, and for whoever has linked an account', async () => {
    const { parts, list } = await started();
    await expect(saveList(parts, { listener: '2', list: list.id }, t)).rejects.toMatchObject({
      code: 'list-not-yours',
    });
    await unlinkSpotify(parts, ANNA);
    await expect(saveList(parts, { listener: ANNA, list: list.id }, t)).rejects.toMatchObject({
      code: 'spotify-not-linked',
    });
    const without = await partsWith();
    expect(() => saveList(without, { listener: ANNA, list: list.id }, t)).toThrow('spotify-not-offered');
  });

  it('after another adds it to that one’s playlist', async () => {
    const { person, parts, list, save } = await started();
    await save();
    const more = await chooseAgain(parts, ANNA, list.id);
    expect(more.spotify).toEqual({ addTo: list.id });
    const request = { listener: ANNA, list: more.id, into: list.id };
    const [added] = await Promise.all([saveList(parts, request, t), saveList(parts, request, t)]);
    expect(added).toMatchObject({ added: true });
    expect(person.playlists).toHaveLength(1);
    expect(person.playlists[0]?.uris).toEqual([...urisOf(list.playlist), ...urisOf(more.playlist)]);
    const third = await chooseAgain(parts, ANNA, more.id);
    expect(third.spotify).toEqual({ addTo: more.id });
    const other = await saveList(parts, { listener: ANNA, list: third.id }, t);
    expect(other.added).toBe(false);
    expect(person.playlists).toHaveLength(2);
  });
});

const missing: SpotifyFault = {
  kind: 'answer',
  make: () => Response.json({ error: { status: 404, message: 'Resource not found' } }, { status: 404 }),
};

const CREATE = /^POST \/v1\/me\/playlists/;
const FILL = /^PUT \/v1\/playlists\/\w+\/items/;
const COVER = /^PUT \/v1\/playlists\/\w+\/images/;
const STEPS = [
  ['create', CREATE],
  ['fill', FILL],
  ['cover', COVER],
] as const;

const FAULTS: readonly (readonly [string, SpotifyFault])[] = [
  ['is done, and not answered', { kind: 'unanswered' }],
  ['fails', broken(500)],
  ['is refused for a day', tooMany(86_400)],
  ['is refused in plain text', tooMany(1, { plain: true })],
];

describe.each(STEPS)('a step that goes wrong: %s', (step, on) => {
  it.each(FAULTS)('%s; one playlist comes of it all the same', async (_, fault) => {
    const { standIn, person, open, list, save } = await started();
    const trouble = standIn.trouble(fault, { on });
    const first = await save().then(
      () => 'saved',
      (error: unknown) => error,
    );
    // Without its cover a playlist is whole, and the person is not bothered.
    if (step === 'cover') expect(first).toBe('saved');
    trouble.end();
    // Another process: it knows of no circuit that is open.
    const later = await open();
    await save(later);
    await save(later);
    expectOne({ person, list });
  });

  it('is gone on with by itself when the bot starts again', async () => {
    const { standIn, person, open, list, save } = await started();
    const trouble = standIn.trouble({ kind: 'unanswered' }, { on });
    await save().catch(() => undefined);
    trouble.end();
    const later = await open();
    expect(await finishSaves(later, later.spotify)).toEqual({ finished: 1, waiting: [] });
    expectOne({ person, list });
    expect(await finishSaves(later, later.spotify)).toEqual({ finished: 0, waiting: [] });
  });

  it('is gone on with where the bot was away for days', async () => {
    const { standIn, person, open, list, save } = await started();
    const trouble = standIn.trouble({ kind: 'unanswered' }, { on });
    await save().catch(() => undefined);
    trouble.end();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3 * 24 * 60 * 60 * 1000 });
    const later = await open();
    expect(await finishSaves(later, later.spotify)).toEqual({ finished: 1, waiting: [] });
    expectOne({ person, list });
  });

  it('is said in a sentence where the account is not known to the app', async () => {
    const { standIn, person, save } = await started();
    standIn.trouble(notRegistered, { on });
    if (step === 'cover') await save();
    else await expect(save()).rejects.toMatchObject({ code: 'spotify-not-registered' });
    expect(person.everMade.length).toBeLessThanOrEqual(1);
  });

  it('ends in nothing where the person is forgotten meanwhile', async () => {
    const { standIn, person, parts, save } = await started();
    standIn.trouble({ kind: 'slow', ms: 150 }, { on });
    const saving = save().catch((error: unknown) => error);
    await vi.waitFor(() => expect(standIn.requests.filter((it) => on.test(it))).toHaveLength(1));
    await parts.listeners.forget(ANNA);
    await saving;
    expect(await parts.store.keys('')).toEqual([]);
    // The cover comes last: what it is missing from is whole.
    expect(person.playlists).toHaveLength(step === 'cover' ? 1 : 0);
  });
});

describe('adding to another playlist', () => {
  it('by two lists at once puts each track there once', async () => {
    const { standIn, person, parts, list, save } = await started();
    await save();
    const more = await chooseAgain(parts, ANNA, list.id);
    const same = await parts.playlists.keep({ owner: ANNA, playlist: more.playlist });
    standIn.trouble({ kind: 'slow', ms: 100 }, { on: /\/items$/ });
    const add = (id: string) => saveList(parts, { listener: ANNA, list: id, into: list.id }, t);
    await Promise.all([add(more.id), add(same)]);
    expect(person.playlists[0]?.uris).toEqual([...urisOf(list.playlist), ...urisOf(more.playlist)]);
  });

  it.each(FAULTS)('%s; each track is in it once all the same', async (_, fault) => {
    const { standIn, person, parts, open, list, save } = await started();
    await save();
    const more = await chooseAgain(parts, ANNA, list.id);
    const request = { listener: ANNA, list: more.id, into: list.id };
    const trouble = standIn.trouble(fault, { on: /^POST \/v1\/playlists\/\w+\/items/ });
    await saveList(parts, request, t).catch(() => undefined);
    expect(trouble.hits).toBeGreaterThan(0);
    trouble.end();
    const later = await open();
    expect(await finishSaves(later, later.spotify)).toMatchObject({ waiting: [] });
    expect(await saveList(later, request, t)).toMatchObject({ added: true, leftOut: 0 });
    expect(person.playlists).toHaveLength(1);
    expect(person.playlists[0]?.uris).toEqual([...urisOf(list.playlist), ...urisOf(more.playlist)]);
  });
});

describe('a track that Spotify has not', () => {
  const idAt = ({ list }: Pick<Started, 'list'>, n: number) => list.playlist.picks[n]?.track.id ?? '';

  it.each([
    ['the first', [0]],
    ['the last', [11]],
    ['a few, side by side and apart', [3, 4, 9]],
  ])('is left out, and the others keep their order: %s', async (_, gone) => {
    const all = await started();
    const { standIn, person, list, save } = all;
    for (const n of gone) standIn.songs.remove(idAt(all, n));
    expect(await save()).toMatchObject({ leftOut: gone.length });
    const others = urisOf(list.playlist).filter((_, n) => !gone.includes(n));
    expect(person.playlists[0]?.uris).toEqual(others);
    expect(person.everMade).toHaveLength(1);
    expect((await save()).leftOut).toBe(gone.length);
  });

  it('is left out of what is added to another playlist too', async () => {
    const { standIn, person, parts, list, save } = await started();
    await save();
    const more = await chooseAgain(parts, ANNA, list.id);
    standIn.songs.remove(more.playlist.picks[5]?.track.id ?? '');
    const request = { listener: ANNA, list: more.id, into: list.id };
    expect(await saveList(parts, request, t)).toMatchObject({ added: true, leftOut: 1 });
    const added = urisOf(more.playlist).filter((_, n) => n !== 5);
    expect(person.playlists[0]?.uris).toEqual([...urisOf(list.playlist), ...added]);
  });

  it('is told from a playlist that is not there', async () => {
    const all = await started();
    const { standIn, person, save } = all;
    // Spotify says so of all twelve, and then of one of six.
    standIn.trouble(missing, { on: FILL, times: 2 });
    expect(await save()).toMatchObject({ leftOut: 0 });
    expectOne(all);

    const other = await started();
    other.standIn.trouble(missing, { on: /^(?:PUT|GET) \/v1\/playlists\/\w+\/items/ });
    await expect(other.save()).rejects.toMatchObject({ code: 'spotify-playlist-gone' });
    expect(await other.parts.spotify.saves.all()).toEqual([]);
    expect(person.playlists).toHaveLength(1);
  });

  it('is looked for by its names where the catalogue has no id for it, and that once', async () => {
    const { standIn, person, parts, list } = await started();
    const picks = list.playlist.picks.map((pick, n) =>
      n < 2 ? { ...pick, track: { ...pick.track, id: `jamendo-${n}`, seconds: 200 } } : pick,
    );
    const [first] = picks;
    if (!first) throw new Error('an empty list');
    const { title, artists } = first.track;
    const song = standIn.songs.add({ title, artists, seconds: 201 });
    standIn.songs.add({ title: picks[1]?.track.title ?? '', artists: ['Somebody Else'], seconds: 200 });
    const keep = () => parts.playlists.keep({ owner: ANNA, playlist: { ...list.playlist, picks } });
    const searches = () => standIn.requests.filter((it) => it.startsWith('GET /v1/search')).length;

    const saved = await saveList(parts, { listener: ANNA, list: await keep() }, t);
    expect(saved.leftOut).toBe(1);
    const uris = [`spotify:track:${song.id}`, ...urisOf(list.playlist).slice(2)];
    expect(person.playlists[0]?.uris).toEqual(uris);
    const asked = searches();
    expect(asked).toBeGreaterThan(0);
    await saveList(parts, { listener: ANNA, list: await keep() }, t);
    expect(person.playlists[0]?.uris).toEqual(uris);
    expect(searches()).toBe(asked);

    const trouble = standIn.trouble(broken(500), { on: /^GET \/v1\/search/ });
    await parts.store.delete(await parts.store.keys('found'));
    const id = await keep();
    await expect(saveList(parts, { listener: ANNA, list: id }, t)).rejects.toMatchObject({
      code: 'spotify-unreachable',
    });
    trouble.end();
    await saveList(parts, { listener: ANNA, list: id }, t);
    expect(person.playlists.map((playlist) => playlist.uris)).toEqual([uris, uris, uris]);
  });
});

describe('a playlist that cannot be finished', () => {
  it('is taken away again', async () => {
    const { standIn, person, parts, save } = await started();
    standIn.trouble(
      {
        kind: 'answer',
        make: () => Response.json({ error: { status: 400, message: 'Bad' } }, { status: 400 }),
      },
      { on: FILL },
    );
    await expect(save()).rejects.toMatchObject({ code: 'spotify-no-tracks' });
    expect(person.everMade).toHaveLength(1);
    expect(person.playlists).toHaveLength(0);
    expect(await parts.spotify.saves.all()).toEqual([]);
  });

  it('goes on in the account that is linked again, after the link was taken back', async () => {
    const { standIn, person, parts, list, save } = await started();
    const trouble = standIn.trouble(broken(503), { on: FILL });
    await expect(save()).rejects.toMatchObject({ code: 'spotify-unreachable' });
    trouble.end();
    standIn.revoke(person);
    await expect(save()).rejects.toMatchObject({ code: 'spotify-unlinked' });
    await expect(save()).rejects.toMatchObject({ code: 'spotify-not-linked' });
    await links(parts, ANNA);
    await save();
    expectOne({ person, list });
  });
});

describe('a process that is killed', () => {
  /** A process of its own that saves the list as soon as it is told to. */
  async function saver({ standIn, path, list }: Pick<Started, 'standIn' | 'path' | 'list'>) {
    const args = [SAVER, path, ANNA, list.id, standIn.apiUrl, standIn.clientId];
    const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const lines = createInterface({ input: child.stdout });
    await once(lines, 'line');
    return { child, lines, go: () => void child.stdin.write('go\n') };
  }

  it.each(STEPS.slice(0, 2))(
    'at a step leaves what the next finishes: %s',
    { timeout: 60_000 },
    async (_, on) => {
      const all = await started();
      const { standIn, person, open, list } = all;
      const trouble = standIn.trouble({ kind: 'unanswered' }, { on });
      const { child, go } = await saver(all);
      go();
      await vi.waitFor(() => expect(standIn.requests.filter((it) => on.test(it))).toHaveLength(1), 30_000);
      await vi.waitFor(() => expect(person.everMade).toHaveLength(1));
      child.kill('SIGKILL');
      await once(child, 'exit');
      trouble.end();
      const later = await open();
      expect(await finishSaves(later, later.spotify)).toEqual({ finished: 1, waiting: [] });
      expectOne({ person, list });
    },
  );

  it('is not needed for one playlist to come of two of them', { timeout: 60_000 }, async () => {
    const all = await started();
    const savers = await Promise.all([saver(all), saver(all)]);
    const telling = savers.map(({ lines }) => once(lines, 'line'));
    for (const { go } of savers) go();
    const told = (await Promise.all(telling)).map(([line]) => String(line));
    expect(told[0]).toMatch(/^saved https/);
    expect(told[1]).toBe(told[0]);
    expectOne(all);
  });
});

describe('without a linked account', () => {
  async function withOperator() {
    const all = await started();
    const { standIn, parts } = all;
    await unlinkSpotify(parts, ANNA);
    const operator = standIn.people.add({ name: 'Operator' });
    standIn.people.signIn(operator);
    await links(parts, OPERATOR, 'publish');
    return { ...all, operator };
  }

  it('a list becomes a public playlist of the operator’s, and the card is told so', async () => {
    const { operator, person, list, save } = await withOperator();
    expect(await save()).toMatchObject({ whose: 'operator' });
    expectOne({ person: operator, list });
    expect(operator.playlists[0]?.public).toBe(true);
    expect(person.everMade).toEqual([]);
  });

  it('it stays for as long as its list, and goes then', async () => {
    const { operator, parts, save } = await withOperator();
    await save();
    const day = 24 * 60 * 60 * 1000;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 29 * day });
    expect(await pruneAccount(parts.spotify)).toBe(0);
    vi.setSystemTime(Date.now() + 2 * day);
    expect(await pruneAccount(parts.spotify)).toBe(1);
    expect(operator.playlists).toEqual([]);
    expect(await parts.spotify.published.all()).toEqual([]);
  });

  it('it goes when its list does, and the oldest where there are too many', async () => {
    const { operator, parts, list, save } = await withOperator();
    await save();
    const mood = moodAt({ valence: 0.5, arousal: 0.5 });
    const second = await answerMood(parts, { listener: '2', mood, intent: 'match' });
    await saveList(parts, { listener: '2', list: second.id }, t);
    expect(operator.playlists).toHaveLength(2);
    expect(await pruneAccount(parts.spotify)).toBe(0);
    expect(await pruneAccount(parts.spotify, 1)).toBe(1);
    expect(operator.playlists[0]?.description).toContain(markOf(second.id));
    expect(await parts.spotify.saves.find(list.id)).toBeUndefined();
    await parts.listeners.forget('2');
    expect(await pruneAccount(parts.spotify)).toBe(1);
    expect(operator.playlists).toEqual([]);
  });

  it('it takes the place of the oldest where there is no room for another', async () => {
    const { standIn, operator, parts, save } = await withOperator();
    const { published } = parts.spotify;
    for (let at = 1; at <= MOST_PUBLISHED; at++)
      await published.note({ id: `${at}`.padStart(22, '0'), mark: `list-${at}`, at });
    await save();
    expect(standIn.requests.findLastIndex((it) => it.startsWith('DELETE'))).toBeLessThan(
      standIn.requests.findIndex((it) => it.startsWith('POST /v1/me/playlists')),
    );
    expect((await published.all()).map(({ id }) => id)).toEqual([operator.playlists[0]?.id]);
  });

  it('is not left behind where it could not be noted', async () => {
    const { operator, parts, list } = await withOperator();
    const published = {
      ...parts.spotify.published,
      note: () => Promise.reject(new Error('the disk is full')),
    };
    const broke = { ...parts, spotify: { ...parts.spotify, published } };
    await expect(saveList(broke, { listener: ANNA, list: list.id }, t)).rejects.toThrow('the disk is full');
    expect([operator.everMade.length, operator.playlists.length]).toEqual([1, 0]);
    expect(await parts.spotify.saves.all()).toEqual([]);
  });

  it('one that was begun there goes on in the person’s own where the operator’s is not linked any more', async () => {
    const { standIn, operator, person, parts, list, save } = await withOperator();
    const trouble = standIn.trouble(broken(503), { on: FILL });
    await expect(save()).rejects.toMatchObject({ code: 'spotify-unreachable' });
    trouble.end();
    standIn.revoke(operator);
    await expect(save()).rejects.toMatchObject({ code: 'spotify-not-linked' });
    standIn.people.signIn(person);
    await links(parts, ANNA);
    expect(await save()).toMatchObject({ whose: 'listener' });
    expectOne({ person, list });
    standIn.people.signIn(operator);
    await links(parts, OPERATOR, 'publish');
    expect(await pruneAccount(parts.spotify)).toBe(1);
    expect(operator.playlists).toEqual([]);
  });

  it('what is added to one in the operator’s that is not linked any more becomes one of the person’s own', async () => {
    const { standIn, operator, person, parts, list, save } = await withOperator();
    await save();
    standIn.revoke(operator);
    await parts.spotify.linked.unlink(OPERATOR);
    standIn.people.signIn(person);
    await links(parts, ANNA);
    const more = await chooseAgain(parts, ANNA, list.id);
    const saved = await saveList(parts, { listener: ANNA, list: more.id, into: list.id }, t);
    expect(saved).toMatchObject({ whose: 'listener', added: false });
    expect(person.playlists[0]?.uris).toEqual(urisOf(more.playlist));
  });

  it('stays what it was where nothing can be added to it, and goes with its list', async () => {
    const { standIn, operator, parts, list, save } = await withOperator();
    await save();
    const more = await chooseAgain(parts, ANNA, list.id);
    for (const { track } of more.playlist.picks) standIn.songs.remove(track.id);
    await expect(saveList(parts, { listener: ANNA, list: more.id, into: list.id }, t)).rejects.toMatchObject({
      code: 'spotify-no-tracks',
    });
    expectOne({ person: operator, list });
    await parts.listeners.forget(ANNA);
    expect(await pruneAccount(parts.spotify)).toBe(1);
    expect(operator.playlists).toEqual([]);
  });

  it('stays when the person links an account of their own and unlinks it again', async () => {
    const { standIn, operator, person, parts, list, save } = await withOperator();
    const saved = await save();
    standIn.people.signIn(person);
    await links(parts, ANNA);
    await unlinkSpotify(parts, ANNA);
    expect(await pruneAccount(parts.spotify)).toBe(0);
    expectOne({ person: operator, list });
    expect((await findList(parts, ANNA, list.id)).spotify).toEqual({ saved });
  });

  it('one that is not there any more does not keep the others', async () => {
    const { standIn, operator, parts, save } = await withOperator();
    await save();
    const mood = moodAt({ valence: 0.5, arousal: 0.5 });
    const second = await answerMood(parts, { listener: ANNA, mood, intent: 'match' });
    await saveList(parts, { listener: ANNA, list: second.id }, t);
    await parts.listeners.forget(ANNA);
    standIn.trouble(missing, { on: /^DELETE \/v1\/me\/library/, times: 1 });
    expect(await pruneAccount(parts.spotify)).toBe(2);
    expect(operator.playlists).toHaveLength(1);
    expect(await parts.spotify.published.all()).toEqual([]);
  });
});
