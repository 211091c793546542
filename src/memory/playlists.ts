import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { INTENTS } from '../domain/arc.ts';
import { MOOD_NAMES } from '../domain/mood.ts';
import type { Playlist } from '../domain/playlist.ts';
import { POPULARITIES } from '../domain/wish.ts';
import type { Store } from './store.ts';

/** How long a playlist can be opened and its buttons work, in days. */
export const PLAYLIST_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

const unit = z.number().min(-1).max(1);
const point = z.object({ valence: unit, arousal: unit, spread: z.number().min(0), weight: z.number() });

const trackShape = z.object({
  id: z.string(),
  title: z.string(),
  artists: z.tuple([z.string()], z.string()),
  genre: z.string(),
  valence: unit,
  arousal: unit,
  year: z.number().exactOptional(),
  popularity: z.number().exactOptional(),
  tempo: z.number().exactOptional(),
  energy: z.number().exactOptional(),
  key: z.object({ tonic: z.number(), mode: z.enum(['major', 'minor']) }).exactOptional(),
  seconds: z.number().exactOptional(),
  explicit: z.boolean().exactOptional(),
});

const scoreShape = z.object({
  nearness: z.number(),
  taste: z.number(),
  popularity: z.number(),
  flow: z.number(),
  variety: z.number(),
});

/** What has a default here was not kept at first; those lists had twelve tracks and no wishes beyond their mood. */
const termsShape = z.object({
  distance: z.number(),
  widenedBy: z.number(),
  gaveWay: z.array(z.enum(['decade', 'genre', 'heard'])).default([]),
  liked: z
    .object({
      artist: z.string().exactOptional(),
      genre: z.string().exactOptional(),
      decade: z.number().exactOptional(),
    })
    .default({}),
  score: scoreShape.default({ nearness: 0, taste: 0, popularity: 0, flow: 0, variety: 0 }),
});

const playlistShape = z.object({
  mood: z.object({ name: z.enum(MOOD_NAMES), points: z.tuple([point], point) }),
  intent: z.enum(INTENTS),
  length: z
    .union([z.object({ tracks: z.number() }), z.object({ minutes: z.number() })])
    .default({ tracks: 12 }),
  filters: z
    .object({
      genre: z.string().exactOptional(),
      decade: z.number().exactOptional(),
      artist: z.string().exactOptional(),
      popularity: z.enum(POPULARITIES).exactOptional(),
      explicit: z.boolean().exactOptional(),
    })
    .default({}),
  seed: z.number(),
  picks: z.array(
    z.object({
      track: trackShape,
      slot: z.object({ valence: unit, arousal: unit, spread: z.number() }),
      terms: termsShape,
    }),
  ),
}) satisfies z.ZodType<Playlist>;

const keptShape = z.object({ owner: z.string(), playlist: playlistShape });

/** The mark at an owner: which tracks they were given, and when (milliseconds since 1970). */
const givenShape = z.object({ at: z.number(), tracks: z.array(z.string()) });

/** A playlist that was answered, so that its page opens and its buttons work. */
export interface KeptPlaylist {
  /** Discord's id of the person it was made for. */
  readonly owner: string;
  readonly playlist: Playlist;
}

export interface Playlists {
  /** @returns the id under which it can be opened: unguessable (96 random bits), safe in URLs */
  keep(kept: KeptPlaylist): Promise<string>;
  find(id: string): Promise<KeptPlaylist | undefined>;
  /** The ids of the tracks in all lists that an owner was given in the last days and that are still kept. */
  givenTo(owner: string, days: number): Promise<readonly string[]>;
}

/** Where a playlist lies, and the mark among its owner's keys by which `forget` finds it. */
export const playlistKey = (id: string): string => `playlist:${id}`;
export const ownedPlaylistsPrefix = (owner: string): string => `listener:${owner}:playlist`;

export function playlistsIn(store: Store): Playlists {
  return {
    keep: async (kept) => {
      const id = randomBytes(12).toString('base64url');
      const given = { at: Date.now(), tracks: kept.playlist.picks.map(({ track }) => track.id) };
      // The owner's mark first: a crash between the two leaves a mark to nothing, never a list that cannot be forgotten.
      await store.set(`${ownedPlaylistsPrefix(kept.owner)}:${id}`, given, PLAYLIST_DAYS * DAY);
      await store.set(playlistKey(id), kept, PLAYLIST_DAYS * DAY);
      return id;
    },
    find: (id) => store.get(playlistKey(id), keptShape),
    givenTo: async (owner, days) => {
      const lists = await store.values(ownedPlaylistsPrefix(owner), givenShape);
      return lists.filter(({ at }) => at > Date.now() - days * DAY).flatMap(({ tracks }) => tracks);
    },
  };
}
