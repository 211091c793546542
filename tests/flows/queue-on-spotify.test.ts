import { expect, it } from 'vitest';

import { broken } from '../../sandbox/spotify/index.ts';
import { moodAt } from '../../src/domain/mood.ts';
import { spotifyUri } from '../../src/domain/playlist.ts';
import { answerMood } from '../../src/flows/answer-mood.ts';
import { queueList } from '../../src/flows/queue-on-spotify.ts';
import { startSpotify } from '../spotify.ts';
import { partsWith } from './parts.ts';
import { links, PUBLIC_URL, spotifyAt, withSpotify } from './spotify-parts.ts';

const ANNA = '111222333444555666';

async function started({ premium = true, device = true } = {}) {
  const standIn = await startSpotify();
  const devices = device ? [{ id: 'd1', name: 'Kitchen', active: true }] : [];
  const person = standIn.people.add({ name: 'Anna', premium, devices });
  const parts = withSpotify(await partsWith({ publicUrl: PUBLIC_URL, spotify: spotifyAt(standIn) }));
  await links(parts, ANNA, 'queue');
  const list = await answerMood(parts, {
    listener: ANNA,
    mood: moodAt({ valence: 0, arousal: 0 }),
    intent: 'calm',
  });
  return {
    standIn,
    parts,
    person,
    list,
    queue: (within?: number) => queueList(parts, ANNA, list.id, within),
  };
}

it('puts all tracks in order behind what plays, and not twice by a second press', async () => {
  const { person, list, queue } = await started();
  expect(await queue()).toEqual({ queued: 12, leftOut: 0, total: 12 });
  const wanted = list.playlist.picks.map(({ track }) => spotifyUri(track));
  expect(person.queue.map(({ uri }) => uri)).toEqual(wanted);
  await expect(queue()).rejects.toMatchObject({ code: 'queued-already' });
  expect(person.queue).toHaveLength(12);
});

it.each([
  ['no device plays', { device: false }, 'spotify-no-device'],
  ['the account has no Premium', { premium: false }, 'spotify-no-premium'],
])('says that %s, as often as it is asked', async (_, how, code) => {
  const { person, queue } = await started(how);
  await expect(queue()).rejects.toMatchObject({ code });
  await expect(queue()).rejects.toMatchObject({ code });
  expect(person.queue).toEqual([]);
});

it('tells how many went through where Spotify takes no more', async () => {
  const { standIn, person, queue } = await started();
  const on = /^POST \/v1\/me\/player\/queue/;
  standIn.trouble({ kind: 'slow', ms: 1 }, { on, times: 3 });
  standIn.trouble(broken(500), { on });
  expect(await queue()).toEqual({ queued: 3, leftOut: 0, total: 12 });
  expect(person.queue).toHaveLength(3);
});

it('leaves out what Spotify has not, and goes on', async () => {
  const { standIn, person, queue } = await started();
  const on = /^POST \/v1\/me\/player\/queue/;
  const refused = () =>
    Response.json({ error: { status: 400, message: 'Invalid track uri' } }, { status: 400 });
  standIn.trouble({ kind: 'answer', make: refused }, { on, times: 2 });
  expect(await queue()).toEqual({ queued: 10, leftOut: 2, total: 12 });
  expect(person.queue).toHaveLength(10);
});

it('says so where Spotify has none of them', async () => {
  const { parts, list, person } = await started();
  const picks = list.playlist.picks.map((pick) => ({ ...pick, track: { ...pick.track, id: 'elsewhere' } }));
  const id = await parts.playlists.keep({ owner: ANNA, playlist: { ...list.playlist, picks } });
  await expect(queueList(parts, ANNA, id)).rejects.toMatchObject({ code: 'spotify-no-tracks' });
  expect(person.queue).toEqual([]);
});

it.each([
  ['the queue', /^POST \/v1\/me\/player\/queue/],
  ['the tokens', /^POST \/api\/token/],
])('gives up in time where nothing comes: %s', async (_, on) => {
  const { standIn, person, queue } = await started();
  standIn.expireTokens();
  standIn.trouble({ kind: 'silent' }, { on });
  await expect(queue(200)).rejects.toMatchObject({ code: 'spotify-unreachable' });
  expect(person.queue).toEqual([]);
});
