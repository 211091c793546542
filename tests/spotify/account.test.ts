import sharp from 'sharp';
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
import { type Account, COVER_BYTES } from '../../src/spotify/account.ts';
import { accountScene, EVERYTHING, personScene } from './linked.ts';

const PLAN = { name: 'Calm, for Ada', description: 'A calm evening & more moodring-1a2b', public: false };
const CREATE = 'POST /v1/me/playlists';
const uris = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, n) => `spotify:track:${idOf(from + n)}`);
const without = (...scopes: readonly string[]): string[] => EVERYTHING.filter((it) => !scopes.includes(it));

const jpeg = (side: number): Promise<Uint8Array> =>
  sharp({ create: { width: side, height: side, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();

describe('an account', () => {
  it('is known by the id that never changes', async () => {
    const { account, ada } = await accountScene();
    expect(await account.me()).toEqual({ id: ada.accountId, name: 'Ada' });
  });

  it('is known by its id where Spotify tells no other, and no name', async () => {
    const { account, standIn } = await accountScene();
    const make = () => Response.json({ id: 'ada', display_name: null });
    standIn.trouble({ kind: 'answer', make }, { times: 1 });
    expect(await account.me()).toEqual({ id: 'ada', name: 'ada' });
  });

  it('stays open when its token runs out', async () => {
    const { account, standIn, sent } = await accountScene();
    standIn.expireTokens();
    expect(await account.createPlaylist(PLAN)).toMatchObject({ id: expect.any(String) as unknown });
    expect(sent(CREATE)).toBe(2);
  });

  it('is unlinked when the token is not taken, and no other comes', async () => {
    const { open, link, standIn, ada } = await personScene();
    const { access } = await link();
    standIn.revoke(ada);
    const account = open(() => Promise.resolve(access));
    await expect(account.createPlaylist(PLAN)).rejects.toMatchObject({ code: 'spotify-unlinked' });
  });

  it('is unlinked when the person took it back', async () => {
    const { account, standIn, ada } = await accountScene();
    standIn.revoke(ada);
    await expect(account.me()).rejects.toMatchObject({ code: 'spotify-unlinked' });
  });

  it('is not asked for any more once somebody gives up', async () => {
    const { open, link, standIn } = await personScene();
    const { access } = await link();
    standIn.trouble({ kind: 'silent' });
    const asked = open(() => Promise.resolve(access), AbortSignal.timeout(100)).items(idOf(1));
    await expect(asked).rejects.toMatchObject({ code: 'interrupted' });
  });
});

describe('a playlist', () => {
  it.each([true, false])('is made as planned, public: %s', async (isPublic) => {
    const { account, ada } = await accountScene();
    const { id, url } = await account.createPlaylist({ ...PLAN, public: isPublic });
    expect(url).toBe(`https://open.spotify.com/playlist/${id}`);
    expect(ada.playlists).toMatchObject([{ ...PLAN, id, public: isPublic, uris: [], cover: undefined }]);
  });

  it('takes any number of tracks, in order, a hundred at once', async () => {
    const { account, ada, sent } = await accountScene();
    const { id } = await account.createPlaylist(PLAN);
    await account.addItems(id, uris(7, 900));
    await account.addItems(id, uris(230));
    expect(sent(`POST /v1/playlists/${id}/items`)).toBe(4);
    expect(ada.playlists[0]?.uris).toEqual([...uris(7, 900), ...uris(230)]);
    expect(await account.items(id)).toEqual([...uris(7, 900), ...uris(230)]);
    await account.addItems(id, []);
    expect(sent(`POST /v1/playlists/${id}/items`)).toBe(4);
  });

  it('is filled anew as often as one likes', async () => {
    const { account, ada } = await accountScene();
    const { id } = await account.createPlaylist(PLAN);
    await account.addItems(id, uris(3));
    for (let n = 0; n < 2; n += 1) await account.setItems(id, uris(100, 50));
    expect(ada.playlists[0]?.uris).toEqual(uris(100, 50));
    await expect(account.setItems(id, uris(101))).rejects.toThrow(RangeError);
  });

  it('tells of its tracks whatever became of them', async () => {
    const { account, standIn } = await accountScene();
    const song = standIn.songs.add({ title: 'Gone', artists: ['Ina'] });
    const { id } = await account.createPlaylist(PLAN);
    await account.addItems(id, [...uris(2), `spotify:track:${song.id}`]);
    standIn.songs.remove(song.id);
    standIn.leaveHoles();
    expect(await account.items(id)).toEqual(uris(2));
  });

  it('refuses a track that is gone, and takes none of the others with it', async () => {
    const { account, standIn, ada } = await accountScene();
    standIn.songs.remove(idOf(1));
    const { id } = await account.createPlaylist(PLAN);
    await expect(account.addItems(id, uris(3))).rejects.toMatchObject({
      name: 'SpotifyRefusal',
      status: 400,
    });
    expect(ada.playlists[0]?.uris).toEqual([]);
  });

  it('is found by the mark in its description, also far down, and not in vain', async () => {
    const { account, ada, sent } = await accountScene();
    const { id, url } = await account.createPlaylist(PLAN);
    for (let n = 0; n < 120; n += 1) ada.make({ ...PLAN, id: idOf(n), description: `of ${n}` });
    expect(await account.findPlaylist('moodring-1a2b')).toEqual({ id, url });
    expect(sent('GET /v1/me/playlists')).toBe(3);
    expect(await account.findPlaylist('moodring-ffff')).toBeUndefined();
    expect(sent('GET /v1/me/playlists')).toBe(6);
  });

  it('is looked for among the newest only', async () => {
    const { account, ada, sent } = await accountScene();
    for (let n = 0; n < 700; n += 1) ada.make({ ...PLAN, id: idOf(n), description: '' });
    expect(await account.findPlaylist('moodring-1a2b')).toBeUndefined();
    expect(sent('GET /v1/me/playlists')).toBe(10);
  });

  it('is found among empty places', async () => {
    const { account, standIn } = await accountScene();
    const { id } = await account.createPlaylist(PLAN);
    standIn.leaveHoles();
    expect(await account.findPlaylist('moodring-1a2b')).toMatchObject({ id });
  });

  it('gets a cover', async () => {
    const { account, ada } = await accountScene();
    const { id } = await account.createPlaylist(PLAN);
    const cover = await jpeg(300);
    await account.setCover(id, cover);
    expect(Buffer.from(ada.playlists[0]?.cover ?? []).equals(cover)).toBe(true);
  });

  it('gets a cover as heavy as can be, and no heavier one', async () => {
    const { account, ada } = await accountScene();
    const { id } = await account.createPlaylist(PLAN);
    // A comment of a JPEG's holds up to 65,533 bytes.
    const small = await jpeg(16);
    const comment = (bytes: number) =>
      Buffer.concat([Buffer.from([0xff, 0xfe, (bytes + 2) >> 8, (bytes + 2) & 255]), Buffer.alloc(bytes)]);
    const rest = COVER_BYTES - small.length - 3 * 4;
    const filling = [65_000, 65_000, rest - 130_000].map(comment);
    const heavy = Buffer.concat([small.subarray(0, 2), ...filling, small.subarray(2)]);
    expect(heavy).toHaveLength(COVER_BYTES);
    await account.setCover(id, heavy);
    expect(ada.playlists[0]?.cover).toHaveLength(COVER_BYTES);
    await expect(account.setCover(id, Buffer.concat([heavy, Buffer.alloc(1)]))).rejects.toThrow(RangeError);
  });

  it('goes out of the library, and once more does no harm', async () => {
    const { account, ada } = await accountScene();
    const { id } = await account.createPlaylist(PLAN);
    await account.unfollow(id);
    await account.unfollow(id);
    expect([ada.playlists, ada.everMade.length]).toEqual([[], 1]);
    expect(await account.findPlaylist('moodring-1a2b')).toBeUndefined();
  });

  it.each<[string, (account: Account) => Promise<unknown>]>([
    ['looked at', (account) => account.items(idOf(5))],
    ['added to', (account) => account.addItems(idOf(5), uris(1))],
    ['filled', (account) => account.setItems(idOf(5), uris(1))],
    ['given a cover', async (account) => account.setCover(idOf(5), await jpeg(16))],
  ])('that is not there cannot be %s', async (_, use) => {
    const { account } = await accountScene();
    await expect(use(account)).rejects.toMatchObject({ code: 'spotify-playlist-gone' });
  });
});

describe('what may not be done twice', () => {
  const FAULTS: [string, SpotifyFault, number][] = [
    ['a 500', broken(500), 0],
    ['a cut line', { kind: 'drop' }, 0],
    ['an answer that is lost', { kind: 'lost-answer' }, 1],
    ['half an answer', { kind: 'half-answer' }, 1],
    ['no answer', { kind: 'unanswered' }, 1],
    ['a server that hangs', { kind: 'silent' }, 0],
    ['a page of a hotel', nonsense, 0],
  ];

  it.each(FAULTS)('is sent once: a playlist, and %s', async (_, fault, made) => {
    const { account, standIn, ada, sent } = await accountScene({ patience: { deadline: 300 } });
    const trouble = standIn.trouble(fault, { on: /^POST \/v1\/me\/playlists$/ });
    await expect(account.createPlaylist(PLAN)).rejects.toMatchObject({ code: 'spotify-unreachable' });
    trouble.end();
    expect([sent(CREATE), ada.everMade.length]).toEqual([1, made]);
    expect((await account.findPlaylist('moodring-1a2b'))?.id).toBe(ada.everMade[0]?.id);
  });

  it.each(FAULTS)('is sent once: tracks, and %s', async (_, fault, added) => {
    const { account, standIn, ada } = await accountScene({ patience: { deadline: 300 } });
    const { id } = await account.createPlaylist(PLAN);
    const trouble = standIn.trouble(fault, { on: /items$/ });
    await expect(account.addItems(id, uris(3))).rejects.toMatchObject({ code: 'spotify-unreachable' });
    trouble.end();
    expect([trouble.hits, ada.playlists[0]?.uris.length]).toEqual([1, 3 * added]);
  });

  it('is sent again where Spotify turned it away unread', async () => {
    const { account, standIn, ada, sent } = await accountScene();
    standIn.trouble(tooMany(0, { plain: true }), { on: /^POST \/v1\/me/, times: 2 });
    await account.createPlaylist(PLAN);
    expect([sent(CREATE), ada.everMade.length]).toEqual([3, 1]);
  });

  it('is told at once when Spotify wants a day', async () => {
    const { account, standIn, sent } = await accountScene();
    standIn.trouble(tooMany(86_400), { on: /^POST \/v1\/me/ });
    const busy = { code: 'spotify-busy', details: { seconds: 86_400 } };
    await expect(account.createPlaylist(PLAN)).rejects.toMatchObject(busy);
    expect(sent(CREATE)).toBe(1);
  });
});

describe('what does no harm twice', () => {
  it.each<[string, (account: Account, id: string) => Promise<unknown>]>([
    ['who it is', (account) => account.me()],
    ['looking', (account, id) => account.items(id)],
    ['searching', (account) => account.findPlaylist('moodring-1a2b')],
    ['filling', (account, id) => account.setItems(id, uris(2))],
    ['a cover', async (account, id) => account.setCover(id, await jpeg(16))],
    ['unfollowing', (account, id) => account.unfollow(id)],
    ['devices', (account) => account.devices()],
    ['top artists', (account) => account.topArtists(5)],
  ])('is tried again: %s', async (_, use) => {
    const { account, standIn } = await accountScene();
    const { id } = await account.createPlaylist(PLAN);
    const faults: SpotifyFault[] = [broken(502), { kind: 'lost-answer' }];
    const troubles = faults.map((fault) => standIn.trouble(fault, { on: /\/v1/, times: 1 }));
    await use(account, id);
    expect(troubles.map(({ hits }) => hits)).toEqual([1, 1]);
  });

  it('ends all its pages together', async () => {
    const { account, standIn, ada } = await accountScene({ patience: { call: 1000 } });
    for (let n = 0; n < 300; n += 1) ada.make({ ...PLAN, id: idOf(n), description: '' });
    const trouble = standIn.trouble({ kind: 'slow', ms: 400 }, { on: /playlists/ });
    await expect(account.findPlaylist('none')).rejects.toMatchObject({ code: 'spotify-unreachable' });
    expect(trouble.hits).toBeLessThan(4);
  });
});

it('does not let a cover that must wait hold back all else', async () => {
  const { account, standIn } = await accountScene();
  const { id } = await account.createPlaylist(PLAN);
  standIn.trouble(tooMany(86_400), { on: /images$/ });
  const cover = await jpeg(16);
  await expect(account.setCover(id, cover)).rejects.toMatchObject({ code: 'spotify-busy' });
  await account.addItems(id, uris(1));
  expect(await account.items(id)).toEqual(uris(1));
});

describe('the player', () => {
  const LAPTOP = { id: 'laptop', name: 'Laptop', active: true };
  const PHONE = { id: 'phone', name: 'Phone', active: false };

  it('plays next what is queued, in order, on the active device or another', async () => {
    const { account, ada } = await accountScene({ devices: [PHONE, LAPTOP] });
    expect(await account.devices()).toEqual([PHONE, LAPTOP]);
    const [first = '', second = ''] = uris(2);
    await account.queue(first);
    await account.queue(second, 'phone');
    expect(ada.queue).toEqual([
      { uri: first, device: 'laptop' },
      { uri: second, device: 'phone' },
    ]);
  });

  it('may not be commanded on every device', async () => {
    const { account, standIn } = await accountScene();
    const device = { id: 'tv', name: 'TV', is_active: true, is_restricted: true };
    standIn.trouble({ kind: 'answer', make: () => Response.json({ devices: [device] }) }, { times: 1 });
    expect(await account.devices()).toEqual([{ id: null, name: 'TV', active: true }]);
  });

  it.each([
    ['without an active device', { devices: [PHONE] }, undefined, 'spotify-no-device'],
    ['on a device that is off', { devices: [LAPTOP] }, 'phone', 'spotify-no-device'],
    ['without Premium', { devices: [LAPTOP], premium: false }, undefined, 'spotify-no-premium'],
  ] as const)('does nothing %s', async (_, person, device, code) => {
    const { account, ada, standIn } = await accountScene(person);
    await expect(account.queue(uris(1)[0] ?? '', device)).rejects.toMatchObject({ code });
    expect([ada.queue, standIn.requests.filter((it) => it.includes('queue')).length]).toEqual([[], 1]);
  });

  it('is told once, although the answer was lost', async () => {
    const { account, ada, standIn } = await accountScene({ devices: [LAPTOP] });
    standIn.trouble({ kind: 'lost-answer' }, { on: /queue/ });
    await expect(account.queue(uris(1)[0] ?? '')).rejects.toMatchObject({ code: 'spotify-unreachable' });
    expect(ada.queue).toHaveLength(1);
  });
});

it('tells whom a person hears most', async () => {
  const { account, standIn } = await accountScene({ topArtists: ['Ina', 'Björk', 'Sigur Rós'] });
  expect(await account.topArtists(2)).toEqual(['Ina', 'Björk']);
  await expect(account.topArtists(51)).rejects.toMatchObject({ status: 400 });
  expect(standIn.forbidden).toEqual([]);
});

describe('without the scope', () => {
  it.each<[string, string[], (account: Account, id: string) => Promise<unknown>]>([
    ['a private playlist', ['playlist-modify-private'], (account) => account.createPlaylist(PLAN)],
    [
      'a public playlist',
      ['playlist-modify-public'],
      (account) => account.createPlaylist({ ...PLAN, public: true }),
    ],
    ['looking', ['playlist-read-private'], (account, id) => account.items(id)],
    ['adding', ['playlist-modify-private'], (account, id) => account.addItems(id, uris(1))],
    ['a cover', ['ugc-image-upload'], async (account, id) => account.setCover(id, await jpeg(16))],
    [
      'unfollowing',
      ['playlist-modify-private', 'playlist-modify-public'],
      (account, id) => account.unfollow(id),
    ],
    ['devices', ['user-read-playback-state'], (account) => account.devices()],
    ['the queue', ['user-modify-playback-state'], (account) => account.queue(uris(1)[0] ?? '')],
    ['top artists', ['user-top-read'], (account) => account.topArtists(3)],
  ])('it is told that it is missing: %s', async (_, missing, use) => {
    const { account, ada } = await accountScene({ scopes: without(...missing) });
    ada.make({ ...PLAN, id: idOf(3) });
    await expect(use(account, idOf(3))).rejects.toMatchObject({ code: 'spotify-scope-missing' });
  });

  it('private playlists are not found', async () => {
    const { account, ada } = await accountScene({ scopes: without('playlist-read-private') });
    ada.make({ ...PLAN, id: idOf(3) });
    expect(await account.findPlaylist('moodring-1a2b')).toBeUndefined();
  });

  it('is also told where the player says so with 401', async () => {
    const { account, standIn } = await accountScene();
    const error = { status: 401, message: 'Permissions missing' };
    standIn.trouble(
      { kind: 'answer', make: () => Response.json({ error }, { status: 401 }) },
      { on: /player/ },
    );
    await expect(account.devices()).rejects.toMatchObject({ code: 'spotify-scope-missing' });
  });
});

it.each([
  ['spotify-not-registered', notRegistered],
  ['spotify-premium-needed', premiumNeeded],
  ['spotify-quota', tooMany(null, { reason: 'QUOTA_EXCEEDED' })],
])('a refusal of the whole app has its own sentence: %s', async (code, fault) => {
  const { account, standIn } = await accountScene();
  standIn.trouble(fault, { on: /\/v1/ });
  await expect(account.me()).rejects.toMatchObject({ code });
});
