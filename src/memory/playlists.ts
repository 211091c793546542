import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { INTENTS } from '../domain/arc.ts';
import { MOOD_NAMES } from '../domain/mood.ts';
import type { Playlist } from '../domain/playlist.ts';
import { POPULARITIES } from '../domain/wish.ts';
import { type Dated, isoTime, type KeptKind, listenerPrefix, rowsMarked } from './kept.ts';
import { DAY, daysOf } from './retention.ts';
import type { Store } from './store.ts';

const MARK = 'playlist';

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

/** What has no word on it was kept before there was one, or came of a photo. */
const keptShape = z.object({
  owner: z.string(),
  playlist: playlistShape,
  told: z.boolean().default(false),
});

/** The mark at an owner: which tracks they were given, and when (milliseconds since 1970). */
const givenShape = z.object({ at: z.number(), tracks: z.array(z.string()) });

/** A playlist that was answered, so that its page opens and its buttons work. */
export interface KeptPlaylist {
  /** Discord's id of the person it was made for. */
  readonly owner: string;
  readonly playlist: Playlist;
  /** Whether it was made for a mood that they told, and of no photo. */
  readonly told?: boolean;
}

/** As it is found again. */
export interface FoundPlaylist extends Required<KeptPlaylist> {
  /** How long the person's lists are kept, in days. */
  readonly days: number;
}

export interface Playlists {
  /** @returns the id under which it can be opened: unguessable (96 random bits), safe in URLs */
  keep(kept: KeptPlaylist): Promise<string>;
  find(id: string): Promise<FoundPlaylist | undefined>;
  /** The ids of the tracks in all lists that an owner was given in the last days and that are still kept. */
  givenTo(owner: string, days: number): Promise<readonly string[]>;
}

/** Where a playlist lies, and the mark among its owner's keys by which `forget` finds it. */
export const playlistKey = (id: string): string => `playlist:${id}`;
const markKey = (owner: string, id: string): string => `${listenerPrefix(owner)}:${MARK}:${id}`;

/** The ids of a person's lists. */
async function listIds(store: Store, owner: string): Promise<readonly string[]> {
  return (await rowsMarked(store, owner, MARK)).map(({ rest }) => rest);
}

/** The ids of those of a person's lists that came of photos. */
export async function listsOfPhotos(store: Store, owner: string): Promise<readonly string[]> {
  const lists: string[] = [];
  for (const id of await listIds(store, owner))
    if ((await store.get(playlistKey(id), keptShape))?.told !== true) lists.push(id);
  return lists;
}

export function playlistsIn(store: Store): Playlists {
  return {
    keep: async (kept) => {
      const id = randomBytes(12).toString('base64url');
      const given = { at: Date.now(), tracks: kept.playlist.picks.map(({ track }) => track.id) };
      const lifetime = (await daysOf(store, kept.owner)) * DAY;
      // The owner's mark first: a crash between the two leaves a mark to nothing, never a list that cannot be forgotten.
      await store.set(markKey(kept.owner, id), given, lifetime);
      await store.set(playlistKey(id), kept, lifetime);
      return id;
    },
    find: async (id) => {
      const kept = await store.get(playlistKey(id), keptShape);
      return kept && { ...kept, days: await daysOf(store, kept.owner) };
    },
    givenTo: async (owner, days) => {
      const lists = await store.values(`${listenerPrefix(owner)}:${MARK}`, givenShape);
      return lists.filter(({ at }) => at > Date.now() - days * DAY).flatMap(({ tracks }) => tracks);
    },
  };
}

/** What an export tells of a list: all that is kept of it, and for how long. */
const toldShape = z.strictObject({
  id: z.string(),
  madeAt: z.iso.datetime().optional(),
  keptUntil: z.iso.datetime().optional(),
  madeFrom: z.enum(['photo', 'told']),
  ...playlistShape.omit({ picks: true }).shape,
  tracks: z.array(trackShape.extend({ ...playlistShape.shape.picks.element.omit({ track: true }).shape })),
});

export function playlistsKept(store: Store): KeptKind {
  const rowsOf = (owner: string, ids: readonly string[]) =>
    ids.flatMap((id) => [playlistKey(id), markKey(owner, id)]);
  return {
    name: 'playlists',
    marks: [MARK],
    elsewhere: async (owner) => (await listIds(store, owner)).map(playlistKey),
    ofPhotos: async (owner) => rowsOf(owner, await listsOfPhotos(store, owner)),
    dated: async (owner) => {
      const dated: Dated[] = [];
      for (const id of await listIds(store, owner)) {
        const given = await store.get(markKey(owner, id), givenShape);
        if (given) dated.push({ keys: rowsOf(owner, [id]), at: given.at });
      }
      return dated;
    },
    shape: toldShape,
    told: async function* (owner) {
      for (const { rest: id, until } of await rowsMarked(store, owner, MARK)) {
        const kept = await store.get(playlistKey(id), keptShape);
        const given = await store.get(markKey(owner, id), givenShape);
        if (!kept) continue;
        const { picks, ...wish } = kept.playlist;
        yield {
          id,
          madeAt: isoTime(given?.at),
          keptUntil: isoTime(until),
          madeFrom: kept.told ? 'told' : 'photo',
          ...wish,
          tracks: picks.map(({ track, ...choice }) => ({ ...track, ...choice })),
        } satisfies z.input<typeof toldShape>;
      }
    },
  };
}
