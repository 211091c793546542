import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { INTENTS } from '../domain/arc.ts';
import { MOOD_NAMES } from '../domain/mood.ts';
import type { Playlist } from '../domain/playlist.ts';
import type { Store } from './store.ts';

/** How long a playlist can be opened and its buttons work, in days. */
export const PLAYLIST_DAYS = 30;

const DAY = 24 * 60 * 60 * 1000;

const unit = z.number().min(-1).max(1);
const point = z.object({ valence: unit, arousal: unit, spread: z.number().min(0), weight: z.number() });

const playlistShape = z.object({
  mood: z.object({ name: z.enum(MOOD_NAMES), points: z.tuple([point], point) }),
  intent: z.enum(INTENTS),
  seed: z.number(),
  picks: z.array(
    z.object({
      track: z.object({
        id: z.string(),
        title: z.string(),
        artists: z.tuple([z.string()], z.string()),
        year: z.number(),
        genre: z.string(),
        popularity: z.number(),
        valence: unit,
        arousal: unit,
      }),
      slot: z.object({ valence: unit, arousal: unit, spread: z.number() }),
      terms: z.object({ distance: z.number(), widenedBy: z.number() }),
    }),
  ),
}) satisfies z.ZodType<Playlist>;

const keptShape = z.object({
  owner: z.string(),
  playlist: playlistShape,
  heard: z.array(z.string()),
});

/** A playlist that was answered, so that its page opens and its buttons work. */
export interface KeptPlaylist {
  /** Discord's id of the person it was made for. */
  readonly owner: string;
  readonly playlist: Playlist;
  /** Track ids of this list and the ones before it under the same card: "more like this" leaves them out. */
  readonly heard: readonly string[];
}

export interface Playlists {
  /** @returns the id under which it can be opened: unguessable (96 random bits), safe in URLs */
  keep(kept: KeptPlaylist): Promise<string>;
  find(id: string): Promise<KeptPlaylist | undefined>;
}

/** Where a playlist lies, and the mark among its owner's keys by which `forget` finds it. */
export const playlistKey = (id: string): string => `playlist:${id}`;
export const ownedPlaylistsPrefix = (owner: string): string => `listener:${owner}:playlist`;

export function playlistsIn(store: Store): Playlists {
  return {
    keep: async (kept) => {
      const id = randomBytes(12).toString('base64url');
      // The owner's mark first: a crash between the two leaves a mark to nothing, never a list that cannot be forgotten.
      await store.set(`${ownedPlaylistsPrefix(kept.owner)}:${id}`, true, PLAYLIST_DAYS * DAY);
      await store.set(playlistKey(id), kept, PLAYLIST_DAYS * DAY);
      return id;
    },
    find: (id) => store.get(playlistKey(id), keptShape),
  };
}
