import { z } from 'zod';

import { PLAYLIST_DAYS } from './playlists.ts';
import type { Store } from './store.ts';

const DAY = 24 * 60 * 60 * 1000;

const savedShape = z.object({
  /** Discord's id of the person the list belongs to. */
  listener: z.string(),
  /** Whose account holds it: theirs, or the operator's. */
  account: z.string(),
  /** What is about to be done, or was when all ended. */
  step: z.enum(['creating', 'filling', 'covering', 'done']),
  /** From `filling` on. */
  playlist: z.object({ id: z.string(), url: z.string() }).optional(),
  /** Whether the list went into a playlist that holds others already. */
  added: z.boolean(),
  /** When it was begun, in milliseconds since 1970. */
  at: z.number(),
});

/** How far the saving of a list has come: written before each step, so that whoever comes next goes on from there. */
export type Saved = z.infer<typeof savedShape>;

/** The journal of lists that are being saved, or have been. */
export interface Saves {
  note(list: string, saved: Saved): Promise<void>;
  find(list: string): Promise<Saved | undefined>;
  drop(list: string): Promise<void>;
  /** All there are, by the ids of their lists. */
  all(): Promise<readonly { readonly list: string; readonly saved: Saved }[]>;
  /** Drops all of one person's. */
  dropAllOf(listener: string): Promise<void>;
}

const PREFIX = 'save';

/** Where a save lies, and the mark among its owner's keys by which `forget` finds it. */
export const saveKey = (list: string): string => `${PREFIX}:${list}`;
export const ownedSavesPrefix = (listener: string): string => `listener:${listener}:save`;

/** The lists that a person has saves of. */
export async function savedLists(store: Store, listener: string): Promise<readonly string[]> {
  const prefix = ownedSavesPrefix(listener);
  return (await store.keys(prefix)).map((key) => key.slice(prefix.length + 1));
}

export function savesIn(store: Store): Saves {
  const markKey = (listener: string, list: string) => `${ownedSavesPrefix(listener)}:${list}`;
  const find: Saves['find'] = (list) => store.get(saveKey(list), savedShape);
  return {
    note: async (list, saved) => {
      // The owner's mark first: a crash between the two leaves a mark to nothing, never a save that cannot be forgotten.
      await store.set(markKey(saved.listener, list), true, PLAYLIST_DAYS * DAY);
      await store.set(saveKey(list), saved, PLAYLIST_DAYS * DAY);
    },
    find,
    drop: async (list) => {
      const saved = await find(list);
      await store.delete([saveKey(list), ...(saved ? [markKey(saved.listener, list)] : [])]);
    },
    all: async () => {
      const lists = (await store.keys(PREFIX)).map((key) => key.slice(PREFIX.length + 1));
      const found = await Promise.all(lists.map(async (list) => ({ list, saved: await find(list) })));
      return found.flatMap(({ list, saved }) => (saved ? [{ list, saved }] : []));
    },
    dropAllOf: async (listener) => {
      const lists = await savedLists(store, listener);
      await store.delete(lists.flatMap((list) => [saveKey(list), markKey(listener, list)]));
    },
  };
}
