import { setTimeout as passed } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  broken,
  idOf,
  nonsense,
  notRegistered,
  premiumNeeded,
  type SpotifyFault,
  tooMany,
} from '../../sandbox/spotify/index.ts';
import { describeError } from '../../src/log.ts';
import { PATIENCE } from '../../src/spotify/patience.ts';
import { Spotify } from '../../src/spotify/spotify.ts';
import { appAt, clientOf, startSpotify } from '../spotify.ts';

const TOKENS = 'POST /api/token';
const HEY_JUDE = { title: 'Hey Jude', artists: ['The Beatles'], album: '1', seconds: 431 } as const;

/** Less than the 30 s after which any call ends, deadline or not. */
const WITHIN_A_CALL = 20_000;

async function scene(patience: Parameters<typeof clientOf>[1] = {}) {
  const standIn = await startSpotify();
  const song = standIn.songs.add(HEY_JUDE);
  const asked = (): number => standIn.requests.filter((request) => request !== TOKENS).length;
  const tokens = (): number => standIn.requests.filter((request) => request === TOKENS).length;
  return { standIn, song, spotify: clientOf(standIn, patience), asked, tokens };
}

describe('a track', () => {
  it('is as Spotify tells of it', async () => {
    const { spotify, song } = await scene();
    expect(await spotify.track(song.id)).toEqual({
      id: song.id,
      title: 'Hey Jude',
      artists: ['The Beatles'],
      album: '1',
      seconds: 431,
      explicit: false,
      playable: true,
    });
  });

  it('is not playable where it is not sold, and undefined where there is none', async () => {
    const { spotify, standIn } = await scene();
    const { id } = standIn.songs.add({ title: 'Only here', artists: ['Ina'], markets: ['DE', 'AT'] });
    expect(await spotify.track(id)).toMatchObject({ playable: false });
    expect(await spotify.track(idOf(7))).toBeUndefined();
  });

  it('is played by another recording where Spotify says so', async () => {
    const { spotify, standIn, song } = await scene();
    const { id } = standIn.songs.add({ title: 'Hey Jude', artists: ['The Beatles'], relinkedTo: song.id });
    expect(await spotify.track(id)).toMatchObject({ id: song.id, playable: true });
  });

  it.each(['no-id', '../search', 'a/b?c=d'])(
    'is refused by an id such as %s, and nothing else is asked',
    async (id) => {
      const { spotify, standIn, asked } = await scene();
      await expect(spotify.track(id)).rejects.toMatchObject({ name: 'SpotifyRefusal', status: 400 });
      expect([asked(), standIn.forbidden]).toEqual([1, []]);
    },
  );
});

describe('a search', () => {
  it('asks for no more than ten, in our market', async () => {
    const { spotify, standIn } = await scene();
    for (let n = 0; n < 12; n += 1)
      standIn.songs.add({ title: `Rain ${n}`, artists: ['Ina'], markets: ['US'] });
    const found = await spotify.searchTracks('track:"rain" artist:"Ina"');
    expect(found).toHaveLength(10);
    expect(found.every(({ playable }) => playable)).toBe(true);
  });

  it('takes any letters and signs', async () => {
    const { spotify, standIn } = await scene();
    standIn.songs.add({ title: '50 % & more? #1', artists: ['Sigur Rós'] });
    expect(await spotify.searchTracks('track:"50 % & more? #1" artist:"Sigur Rós"')).toMatchObject([
      { title: '50 % & more? #1', artists: ['Sigur Rós'] },
    ]);
  });

  it('leaves out the empty places among the items', async () => {
    const { spotify, standIn } = await scene();
    standIn.leaveHoles();
    expect(await spotify.searchTracks('hey jude')).toMatchObject([HEY_JUDE]);
  });
});

describe('the token', () => {
  it('is fetched once for many who wait for it', async () => {
    const { spotify, song, tokens } = await scene();
    await Promise.all(Array.from({ length: 50 }, () => spotify.track(song.id)));
    expect(tokens()).toBe(1);
  });

  it('is fetched anew exactly once when 50 find that it ran out', async () => {
    const { spotify, standIn, song, tokens } = await scene();
    await spotify.track(song.id);
    standIn.expireTokens();
    const found = await Promise.all(Array.from({ length: 50 }, () => spotify.track(song.id)));
    expect(found.every((track) => track?.id === song.id)).toBe(true);
    expect(tokens()).toBe(2);
  });

  it('that is not taken twice in a row is a matter of the credentials', async () => {
    const { spotify, standIn, song, asked, tokens } = await scene();
    const make = () => Response.json({ error: { status: 401, message: 'No' } }, { status: 401 });
    standIn.trouble({ kind: 'answer', make }, { on: /^GET/ });
    await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-refused' });
    expect([asked(), tokens()]).toEqual([2, 2]);
  });

  it.each([{ clientSecret: 'wrong-secret' }, { clientId: 'wrong-client' }])(
    'is refused to %o, and nothing is asked',
    async (wrong) => {
      const { standIn, song, asked } = await scene();
      const spotify = new Spotify({ ...appAt(standIn), ...wrong });
      await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-refused' });
      expect(asked()).toBe(0);
    },
  );
});

describe('too many requests', () => {
  it.each([
    ['JSON', tooMany(0)],
    ['JSON with a reason', tooMany(0, { reason: 'RATE_LIMITED' })],
    ['plain text', tooMany(0, { plain: true })],
  ])('are waited for as Spotify asks: %s', async (_, fault) => {
    const { spotify, standIn, song, asked } = await scene();
    const trouble = standIn.trouble(fault, { on: /^GET/, times: 2 });
    expect(await spotify.track(song.id)).toMatchObject({ id: song.id });
    expect([trouble.hits, asked()]).toEqual([2, 3]);
  });

  it.each([
    ['JSON', tooMany(86_400)],
    ['plain text', tooMany(86_400, { plain: true })],
  ])('with a wait of a day are told at once, and nothing is asked until then: %s', async (_, fault) => {
    const { spotify, standIn, song, asked } = await scene();
    standIn.trouble(fault, { on: /^GET/, times: 1 });
    const busy = { code: 'spotify-busy', details: { seconds: 86_400 } };
    await expect(spotify.track(song.id)).rejects.toMatchObject(busy);
    await expect(spotify.searchTracks('hey')).rejects.toMatchObject({ code: 'spotify-busy' });
    expect(asked()).toBe(1);
  });

  it('are told when they do not end', async () => {
    const { spotify, standIn, song, asked } = await scene({ tries: 2 });
    standIn.trouble(tooMany(0), { on: /^GET/ });
    await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-busy' });
    expect(asked()).toBe(3);
  });

  it('hold back those who ask meanwhile', async () => {
    const { spotify, standIn, song, asked } = await scene();
    const trouble = standIn.trouble(tooMany(2), { on: /^GET/ });
    const first = spotify.track(song.id);
    while (trouble.hits === 0) await passed(1);
    // The refusal is on its way.
    await passed(500);
    const second = spotify.track(song.id);
    await passed(200);
    // Whoever did not wait has struck it by now.
    trouble.end();
    expect(await Promise.all([first, second])).toMatchObject([HEY_JUDE, HEY_JUDE]);
    expect([trouble.hits, asked()]).toEqual([1, 3]);
  });

  it('for good have their own sentence', async () => {
    const { spotify, standIn, song, asked } = await scene();
    standIn.trouble(tooMany(null, { reason: 'QUOTA_EXCEEDED' }), { on: /^GET/, times: 1 });
    const quota = { code: 'spotify-quota', details: { seconds: 3600 } };
    await expect(spotify.track(song.id)).rejects.toMatchObject(quota);
    await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-quota' });
    expect(asked()).toBe(1);
  });

  it('at the door for tokens are waited for too', async () => {
    const { spotify, standIn, song, tokens } = await scene();
    standIn.trouble(tooMany(0, { plain: true }), { on: /token/, times: 1 });
    expect(await spotify.track(song.id)).toMatchObject({ id: song.id });
    expect(tokens()).toBe(2);
  });
});

describe('trouble on the line', () => {
  it.each<[string, SpotifyFault]>([
    ['a 500', broken(500)],
    ['a 503', broken(503)],
    ['a cut line', { kind: 'drop' }],
    ['an answer that is lost', { kind: 'lost-answer' }],
    ['half an answer', { kind: 'half-answer' }],
    ['a page of a hotel', nonsense],
  ])('is got over: %s', async (_, fault) => {
    const { spotify, standIn, song, asked } = await scene();
    const trouble = standIn.trouble(fault, { on: /^GET/, times: 2 });
    expect(await spotify.track(song.id)).toMatchObject({ id: song.id });
    expect([trouble.hits, asked()]).toEqual([2, 3]);
  });

  it.each<[string, SpotifyFault]>([
    ['a 502', broken(502)],
    ['a cut line', { kind: 'drop' }],
    ['half an answer', { kind: 'half-answer' }],
    ['a page of a hotel', nonsense],
  ])('that does not end is told: %s', async (_, fault) => {
    const { spotify, standIn, song, asked } = await scene({ tries: 1 });
    standIn.trouble(fault, { on: /^GET/ });
    await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-unreachable' });
    expect(asked()).toBe(2);
  });

  it(
    'such as a server that hangs ends with the deadline, and is not tried again',
    { timeout: WITHIN_A_CALL },
    async () => {
      const { spotify, standIn, song, asked } = await scene({ deadline: 300 });
      standIn.trouble({ kind: 'silent' }, { on: /^GET/ });
      await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-unreachable' });
      expect(asked()).toBe(1);
    },
  );

  it('at the door for tokens ends with the deadline too', { timeout: WITHIN_A_CALL }, async () => {
    const { spotify, standIn, song } = await scene({ deadline: 300 });
    standIn.trouble({ kind: 'silent' }, { on: /token/ });
    await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-unreachable' });
  });

  it('never takes longer than a call may, whatever each request takes', async () => {
    const { spotify, standIn, song } = await scene({ call: 300 });
    standIn.trouble({ kind: 'silent' });
    await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-unreachable' });
  });

  it('again and again gives Spotify a rest, and then it is asked once more', async () => {
    const { spotify, standIn, song, asked } = await scene({ tries: 0, failuresInARow: 3, rest: 500 });
    const trouble = standIn.trouble(broken(500), { on: /^GET/ });
    for (let n = 0; n < 5; n += 1)
      await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-unreachable' });
    expect(asked()).toBe(3);
    trouble.end();
    await expect
      .poll(() => spotify.track(song.id).catch(() => null), { timeout: 20_000 })
      .toMatchObject(HEY_JUDE);
  });

  it('is no matter of where nobody listens', async () => {
    const { standIn, song } = await scene();
    const nowhere = { ...appAt(standIn), apiUrl: 'http://127.0.0.1:1' };
    const spotify = new Spotify(nowhere, {
      ...PATIENCE,
      tries: 0,
    });
    await expect(spotify.track(song.id)).rejects.toMatchObject({ code: 'spotify-unreachable' });
  });

  it('is not waited for by whoever gives up', async () => {
    const { spotify, standIn, song } = await scene();
    const trouble = standIn.trouble({ kind: 'silent' }, { on: /^GET/ });
    const giveUp = new AbortController();
    const asked = spotify.track(song.id, giveUp.signal);
    while (trouble.hits === 0) await passed(1);
    giveUp.abort();
    await expect(asked).rejects.toMatchObject({ code: 'interrupted' });
  });
});

describe('a refusal', () => {
  it.each([
    ['spotify-not-registered', notRegistered],
    ['spotify-premium-needed', premiumNeeded],
  ])('has its own sentence and is not repeated: %s', async (code, fault) => {
    const { spotify, standIn, song, asked } = await scene();
    standIn.trouble(fault, { on: /^GET/ });
    await expect(spotify.track(song.id)).rejects.toMatchObject({ code });
    expect(asked()).toBe(1);
  });
});

it('lets no secret and no token into the log, whatever goes wrong', async () => {
  const { standIn, song } = await scene();
  const app = appAt(standIn);
  const token = await (
    await fetch(`${app.accountsUrl}/api/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      headers: { authorization: `Basic ${btoa(`${app.clientId}:${app.clientSecret}`)}` },
    })
  ).text();
  expect(token).toContain('access_token');
  const faults: SpotifyFault[] = [
    broken(500),
    { kind: 'drop' },
    { kind: 'half-answer' },
    { kind: 'silent' },
    nonsense,
    notRegistered,
    tooMany(86_400),
  ];
  for (const on of [/^GET/, /token/])
    for (const fault of faults) {
      const trouble = standIn.trouble(fault, { on });
      const spotify = clientOf(standIn, { deadline: 300, tries: 0 });
      const error: unknown = await spotify.track(song.id).catch((cause: unknown) => cause);
      trouble.end();
      const logged = JSON.stringify(describeError(error));
      expect(error).toBeInstanceOf(Error);
      expect(logged).not.toContain(app.clientSecret);
      expect(logged).not.toContain(btoa(`${app.clientId}:${app.clientSecret}`));
      expect(logged).not.toMatch(/Bearer|Basic|access_token/);
    }
});
