import { expect, it } from 'vitest';
import { z } from 'zod';

import { broken, notRegistered, tooMany } from '../../sandbox/spotify/index.ts';
import { moodAt } from '../../src/domain/mood.ts';
import type { Playlist } from '../../src/domain/playlist.ts';
import { answerMood } from '../../src/flows/answer-mood.ts';
import { chooseMine } from '../../src/flows/choose-mine.ts';
import { startSpotify } from '../spotify.ts';
import { partsWith } from './parts.ts';
import { links, PUBLIC_URL, spotifyAt, withSpotify } from './spotify-parts.ts';

const ANNA = '111222333444555666';

async function started(topArtists: readonly string[]) {
  const standIn = await startSpotify();
  standIn.people.add({ name: 'Anna', topArtists });
  const parts = withSpotify(await partsWith({ publicUrl: PUBLIC_URL, spotify: spotifyAt(standIn) }));
  const mood = moodAt({ valence: 0.6, arousal: 0.5 });
  const list = await answerMood(parts, { listener: ANNA, mood, intent: 'match' });
  return { standIn, parts, list, mine: () => chooseMine(parts, ANNA, list.id) };
}

/** Each with two tracks or more near the mood. */
const THEIRS = ['KAROL G', 'Maluma', 'Daddy Yankee', 'Depeche Mode'];

const idsIn = ({ picks }: Playlist) => picks.map(({ track }) => track.id);

it('asks for its own scope when it is first used', async () => {
  const { standIn, parts, mine } = await started(['Queen']);
  await expect(mine()).rejects.toMatchObject({ code: 'spotify-not-linked', details: { purpose: 'top' } });
  await links(parts, ANNA, 'save');
  await expect(mine()).rejects.toMatchObject({ code: 'spotify-scope-missing', details: { purpose: 'top' } });
  await links(parts, ANNA, 'top');
  await expect(mine()).resolves.toBeDefined();
  expect(standIn.forbidden).toEqual([]);
});

it('chooses other tracks, by artists one listens to most as far as the mood has any, however they are spelt', async () => {
  const { parts, list, mine } = await started([
    'karol g',
    'MALUMA',
    'Nobody There',
    'Daddy Yankee',
    'The Depeche Mode',
  ]);
  await links(parts, ANNA, 'top');
  const chosen = await mine();
  const theirs = chosen.playlist.picks.filter(({ track }) =>
    track.artists.some((name) => THEIRS.includes(name)),
  );
  expect(chosen.mine).toBe(theirs.length);
  expect(theirs.length).toBeGreaterThanOrEqual(4);
  expect(chosen.playlist.picks).toHaveLength(12);
  expect(idsIn(chosen.playlist).filter((id) => idsIn(list.playlist).includes(id))).toEqual([]);
});

it('keeps nowhere whom somebody listens to', async () => {
  const { parts, mine } = await started(['Queen', 'Whoever Else']);
  await links(parts, ANNA, 'top');
  const { id, playlist } = await mine();
  const kept = await parts.playlists.find(id);
  expect(kept?.playlist).toEqual(playlist);
  // Beside the tracks themselves, a list by them looks as any other.
  const { picks, ...wish } = playlist;
  expect(JSON.stringify([wish, picks.map(({ terms }) => terms)])).not.toMatch(/Queen/);
  const rows = await Promise.all(
    (await parts.store.keys('')).map((key) => parts.store.get(key, z.unknown())),
  );
  expect(JSON.stringify(rows)).not.toContain('Whoever Else');
});

it.each([
  ['Spotify knows of nobody yet', [], 'spotify-no-artists'],
  ['the catalogue has none of them', ['Nobody There', 'Xyzzy'], 'spotify-other-artists'],
])('says so where %s, and makes no list', async (_, artists, code) => {
  const { parts, mine } = await started(artists);
  await links(parts, ANNA, 'top');
  const before = await parts.store.keys('playlist');
  await expect(mine()).rejects.toMatchObject({ code });
  expect(await parts.store.keys('playlist')).toEqual(before);
});

it.each([
  ['nothing comes', { kind: 'silent' } as const, 'spotify-unreachable'],
  ['Spotify wants a day', tooMany(86_400), 'spotify-busy'],
  ['it is not its day', broken(503), 'spotify-unreachable'],
  ['the app is not theirs', notRegistered, 'spotify-not-registered'],
])('ends in a sentence where %s', async (_, fault, code) => {
  const { standIn, parts, list } = await started(['Queen']);
  await links(parts, ANNA, 'top');
  standIn.trouble(fault, { on: /^GET \/v1\/me\/top/ });
  await expect(chooseMine(parts, ANNA, list.id, 300)).rejects.toMatchObject({ code });
});

it('is for the list’s owner alone', async () => {
  const { parts, list } = await started(['Queen']);
  await expect(chooseMine(parts, '2', list.id)).rejects.toMatchObject({ code: 'list-not-yours' });
});
