import { describe, expect, it, vi } from 'vitest';
import { PLAYLIST_DAYS, playlistKey, playlistsIn } from '../../src/memory/playlists.ts';
import { testStore } from './file.ts';
import { listOf, trackIds } from './lists.ts';

const DAY = 24 * 60 * 60 * 1000;

describe('a kept playlist', () => {
  it('is found again as it was', async () => {
    const playlists = playlistsIn(await testStore());
    const playlist = listOf(20);
    const kept = { owner: '12', playlist, heard: trackIds(playlist) };
    expect(await playlists.find(await playlists.keep(kept))).toEqual(kept);
    expect(await playlists.find('AAAAAAAAAAAAAAAA')).toBeUndefined();
  });

  it('has an id of 96 random bits that a URL can hold', async () => {
    const playlists = playlistsIn(await testStore());
    const kept = { owner: '12', playlist: listOf(1), heard: [] };
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
    const id = await playlists.keep({ owner: '12', playlist: listOf(3), heard: [] });
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const made = Date.now();
      vi.setSystemTime(made + PLAYLIST_DAYS * DAY - 60_000);
      expect(await playlists.find(id)).toBeDefined();
      expect(await store.sweep()).toBe(0);
      vi.setSystemTime(made + PLAYLIST_DAYS * DAY + 60_000);
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
    await store.set(playlistKey('old'), { owner: '12', playlist: rest, heard: [] });
    expect(mood).toBeDefined();
    expect(await playlistsIn(store).find('old')).toBeUndefined();
  });
});
