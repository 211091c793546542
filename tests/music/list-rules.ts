import { expect } from 'vitest';
import { moodDistance } from '../../src/domain/mood.ts';
import type { Pick, Playlist, Track } from '../../src/domain/playlist.ts';
import { hadToWiden } from '../../src/domain/reason.ts';
import { decadeOf } from '../../src/domain/wish.ts';
import type { Wish } from '../../src/music/choose.ts';
import { reachOf } from '../../src/music/choosing/score.ts';
import { nameKey, songKey } from '../../src/music/names.ts';

/** No song twice, no artist more than twice or side by side. */
export function expectRulesKept({ picks }: Playlist): void {
  const tracks = picks.map(({ track }) => track);
  expect(new Set(tracks.map(({ id }) => id)).size).toBe(tracks.length);
  expect(new Set(tracks.map(songKey)).size).toBe(tracks.length);
  const names = tracks.map(({ artists }) => new Set(artists.map(nameKey)));
  const counts = new Map<string, number>();
  for (const name of names.flatMap((each) => [...each])) counts.set(name, (counts.get(name) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 2)).toEqual([]);
  for (const [index, next] of names.slice(1).entries())
    expect([...next].filter((name) => names[index]?.has(name))).toEqual([]);
}

/** Nothing that is disliked, and nothing explicit unless it was asked for. */
export function expectNothingRefused({ picks }: Playlist, { filters, taste }: Wish): void {
  const artists = new Set((taste?.disliked?.artists ?? []).map(nameKey));
  const refused = picks.filter(
    ({ track }) =>
      (track.explicit === true && filters?.explicit !== true) ||
      taste?.disliked?.tracks?.includes(track.id) === true ||
      track.artists.some((name) => artists.has(nameKey(name))),
  );
  expect(refused).toEqual([]);
}

/** Every term of every pick, worked out anew from its track and the wish. */
export function expectTrueTerms({ picks }: Playlist, wish: Wish): void {
  const heard = new Set(wish.heard);
  for (const [index, { track, slot, terms }] of picks.entries()) {
    const distance = moodDistance(track, slot);
    // The columns hold places in single precision.
    expect(terms.distance).toBeCloseTo(distance, 6);
    expect(terms.widenedBy).toBeCloseTo(Math.max(0, distance - reachOf(slot)), 6);
    expect(new Set(terms.gaveWay)).toEqual(gaveWay(track, wish, heard));
    const artist = terms.liked.artist === undefined ? {} : { artist: nameKey(terms.liked.artist) };
    expect({ ...terms.liked, ...artist }).toEqual(liked(track, wish));
    const { nearness, flow, variety } = terms.score;
    expect(Math.max(nearness, flow, variety)).toBeLessThanOrEqual(0);
    if (index === 0) expect([flow, variety].map(Math.abs)).toEqual([0, 0]);
  }
}

/**
 * What a list says of the catalogue is so: where it says that nothing nearer, or nothing that meets the wishes, was left,
 * there is no such track that the list's own rules would have allowed.
 */
export function expectNothingMissed({ picks }: Playlist, wish: Wish, tracks: readonly Track[]): void {
  const heard = new Set(wish.heard);
  const { tracks: dislikedTracks = [], artists: dislikedArtists = [] } = wish.taste?.disliked ?? {};
  const names = new Set([...picks.flatMap(({ track }) => track.artists), ...dislikedArtists].map(nameKey));
  const free = tracks.filter(
    ({ id, explicit, artists }) =>
      explicit !== true && !dislikedTracks.includes(id) && !artists.some((name) => names.has(nameKey(name))),
  );
  for (const { track, slot, terms } of picks) {
    if (!hadToWiden(terms) && terms.gaveWay.length === 0) continue;
    const left = free.filter(
      (each) => moodDistance(each, slot) < reachOf(slot) - 1e-6 && gaveWay(each, wish, heard).size === 0,
    );
    expect({ track, slot, terms, left: left.map(({ title }) => title) }).toMatchObject({ left: [] });
  }
}

function gaveWay(track: Track, { filters = {} }: Wish, heard: ReadonlySet<string>) {
  const { genre, decade, artist } = filters;
  const again = heard.has(track.id) ? ['heard'] : [];
  if (artist !== undefined && track.artists.map(nameKey).includes(nameKey(artist))) return new Set(again);
  return new Set([
    ...again,
    ...(decade === undefined || inDecade(track, decade) ? [] : ['decade']),
    ...(genre === undefined || nameKey(track.genre) === nameKey(genre) ? [] : ['genre']),
  ]);
}

/** The artist by the key of their name: the catalogue may know another spelling. */
function liked(track: Track, { filters, taste }: Wish): Pick['terms']['liked'] {
  const { artists = [], genres = [], decades = [] } = taste?.liked ?? {};
  const likedKeys = new Set(artists.map(nameKey));
  const askedKey = filters?.artist === undefined ? undefined : nameKey(filters.artist);
  const keys = track.artists.map(nameKey);
  const artist = keys.find((key) => key === askedKey) ?? keys.find((key) => likedKeys.has(key));
  const decade = decades.find((each) => inDecade(track, each));
  return {
    ...(artist === undefined ? {} : { artist }),
    ...(genres.some((each) => nameKey(each) === nameKey(track.genre)) ? { genre: track.genre } : {}),
    ...(decade === undefined ? {} : { decade }),
  };
}

function inDecade({ year }: Track, decade: number): boolean {
  return year !== undefined && decadeOf(year) === decade;
}
