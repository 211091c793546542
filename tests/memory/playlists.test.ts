import { describe, expect, it, vi } from 'vitest';
import { playlistKey, playlistsIn } from '../../src/memory/playlists.ts';
import { testStore } from './file.ts';
import { listOf } from './lists.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('a kept playlist', () => {
  it('is found again as it was', async () => {
    const playlists = playlistsIn(await testStore());
    const playlist = listOf(20);
    const kept = { owner: '12', playlist };
    expect(await playlists.find(await playlists.keep(kept))).toEqual({ ...kept, told: false, days: 30 });
    const inMinutes = { owner: '12', playlist: { ...playlist, length: { minutes: 45 } } };
    expect(await playlists.find(await playlists.keep(inMinutes))).toEqual({
      ...inMinutes,
      told: false,
      days: 30,
    });
    expect(await playlists.find('AAAAAAAAAAAAAAAA')).toBeUndefined();
  });

  it('has an id of 96 random bits that a URL can hold', async () => {
    const playlists = playlistsIn(await testStore());
    const kept = { owner: '12', playlist: listOf(1) };
    const ids = await Promise.all(Array.from({ length: 50 }, () => playlists.keep(kept)));
    for (const id of ids) expect(id).toMatch(/^[\w-]{16}$/);
    expect(new Set(ids).size).toBe(50);
    // Not counted up or taken from the clock: all places of the ids differ.
    for (let place = 0; place < 16; place += 1)
      expect(new Set(ids.map((id) => id[place])).size).toBeGreaterThan(10);
  });

  it('can be found until its days are over, and is swept then with the mark at its owner', async () => {
    const store = await testStore();
    const playlists = playlistsIn(store);
    const id = await playlists.keep({ owner: '12', playlist: listOf(3) });
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const made = Date.now();
      vi.setSystemTime(made + 30 * DAY - 60_000);
      expect(await playlists.find(id)).toBeDefined();
      expect(await store.sweep()).toBe(0);
      vi.setSystemTime(made + 30 * DAY + 60_000);
      expect(await store.sweep()).toBe(2);
      expect(await playlists.find(id)).toBeUndefined();
      expect(await store.keys('listener:12')).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('reads as gone where what is stored is no playlist any more', async () => {
    const store = await testStore();
    const { mood, ...rest } = listOf(1);
    await store.set(playlistKey('old'), { owner: '12', playlist: rest });
    expect(mood).toBeDefined();
    expect(await playlistsIn(store).find('old')).toBeUndefined();
  });

  it('of the first kind, which knew of no filters and scores, is found with nothing in their place', async () => {
    const store = await testStore();
    const { mood, intent, seed, picks } = listOf(2);
    const older = picks.map(({ track, slot }) => {
      const { id, title, artists, year, genre, popularity, valence, arousal } = track;
      return {
        track: { id, title, artists, year, genre, popularity, valence, arousal },
        slot,
        terms: { distance: 0.1, widenedBy: 0 },
      };
    });
    await store.set(playlistKey('old'), {
      owner: '12',
      playlist: { mood, intent, seed, picks: older },
      heard: ['track-0'],
    });
    const found = await playlistsIn(store).find('old');
    expect(found?.playlist).toMatchObject({
      mood,
      intent,
      seed,
      picks: older,
      filters: {},
      length: { tracks: 12 },
    });
    expect(found?.playlist.picks[0]?.terms).toMatchObject({ gaveWay: [], liked: {}, score: { taste: 0 } });
  });
});

describe('what somebody was given', () => {
  it('is the tracks of their own lists of the last days', async () => {
    const store = await testStore();
    const playlists = playlistsIn(store);
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const now = Date.now();
      vi.setSystemTime(now - 8 * DAY);
      await playlists.keep({ owner: '12', playlist: listOf(2, 'old') });
      vi.setSystemTime(now - 6 * DAY);
      await playlists.keep({ owner: '12', playlist: listOf(2, 'new') });
      await playlists.keep({ owner: '123', playlist: listOf(2, 'other') });
      vi.setSystemTime(now);
      // A mark as it was made at first.
      await store.set('listener:12:playlist:AAAAAAAAAAAAAAAA', true);
      expect(await playlists.givenTo('12', 7)).toEqual(['new-0', 'new-1']);
      expect([...(await playlists.givenTo('12', 9))].toSorted()).toEqual([
        'new-0',
        'new-1',
        'old-0',
        'old-1',
      ]);
      expect(await playlists.givenTo('1', 9)).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});
