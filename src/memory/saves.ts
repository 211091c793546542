import { z } from 'zod';

import { type Dated, isoTime, type KeptKind, listenerPrefix, rowsMarked } from './kept.ts';
import { OPERATOR } from './linked-accounts.ts';
import { listsOfPhotos } from './playlists.ts';
import { DAY, daysOf } from './retention.ts';
import type { Store } from './store.ts';

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
  /** How many of the list's tracks Spotify has not; from `covering`, or `done` where it was added, on. */
  leftOut: z.number().default(0),
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
  /** Drops all of one person's but for those in the operator's account. */
  dropOwnOf(listener: string): Promise<void>;
}

const PREFIX = 'save';

/** Where a save lies, and the mark among its owner's keys by which `forget` finds it. */
export const saveKey = (list: string): string => `${PREFIX}:${list}`;
const markKey = (listener: string, list: string): string => `${listenerPrefix(listener)}:${PREFIX}:${list}`;

/** The lists that a person has saves of. */
async function savedLists(store: Store, listener: string): Promise<readonly string[]> {
  return (await rowsMarked(store, listener, PREFIX)).map(({ rest }) => rest);
}

const rowsOf = (listener: string, lists: readonly string[]): readonly string[] =>
  lists.flatMap((list) => [saveKey(list), markKey(listener, list)]);

export function savesIn(store: Store): Saves {
  const find: Saves['find'] = (list) => store.get(saveKey(list), savedShape);
  return {
    note: async (list, saved) => {
      // The owner's mark first: a crash between the two leaves a mark to nothing, never a save that cannot be forgotten.
      const lifetime = (await daysOf(store, saved.listener)) * DAY;
      await store.set(markKey(saved.listener, list), true, lifetime);
      await store.set(saveKey(list), saved, lifetime);
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
    dropOwnOf: async (listener) => {
      const saves = (await savedLists(store, listener)).map(async (list) => ({
        list,
        saved: await find(list),
      }));
      const own = (await Promise.all(saves)).filter(({ saved }) => saved?.account !== OPERATOR);
      await store.delete(
        rowsOf(
          listener,
          own.map(({ list }) => list),
        ),
      );
    },
  };
}

const toldShape = z.strictObject({
  list: z.string(),
  begunAt: z.iso.datetime(),
  keptUntil: z.iso.datetime().optional(),
  account: z.enum(['own', 'bot']),
  step: savedShape.shape.step,
  addedToAnother: z.boolean(),
  playlist: z.url().optional(),
});

export function savesKept(store: Store): KeptKind {
  const find = (list: string) => store.get(saveKey(list), savedShape);
  return {
    name: 'saves',
    marks: [PREFIX],
    elsewhere: async (listener) => (await savedLists(store, listener)).map(saveKey),
    ofPhotos: async (listener) => {
      const ofPhotos = new Set(await listsOfPhotos(store, listener));
      return rowsOf(
        listener,
        (await savedLists(store, listener)).filter((list) => ofPhotos.has(list)),
      );
    },
    dated: async (listener) => {
      const dated: Dated[] = [];
      for (const list of await savedLists(store, listener)) {
        const saved = await find(list);
        if (saved) dated.push({ keys: rowsOf(listener, [list]), at: saved.at });
      }
      return dated;
    },
    shape: toldShape,
    told: async function* (listener) {
      for (const { rest: list, until } of await rowsMarked(store, listener, PREFIX)) {
        const saved = await find(list);
        if (!saved) continue;
        yield {
          list,
          begunAt: isoTime(saved.at),
          keptUntil: isoTime(until),
          account: saved.account === OPERATOR ? 'bot' : 'own',
          step: saved.step,
          addedToAnother: saved.added,
          playlist: saved.playlist?.url,
        } satisfies z.input<typeof toldShape>;
      }
    },
  };
}
