import { z } from 'zod';

import type { Store } from './store.ts';

/** What was looked up at Spotify is looked up again after this long, in milliseconds. */
const LIFETIME = 30 * 24 * 60 * 60 * 1000;

const foundShape = z.object({ id: z.string().nullable() });

/** What was found at Spotify for recordings that have no id of Spotify's. It is about nobody. */
export interface Found {
  /** @returns its id, null if Spotify has none, undefined if it was not looked up lately */
  find(recording: string): Promise<string | null | undefined>;
  note(recording: string, id: string | null): Promise<void>;
}

export function foundIn(store: Store): Found {
  const keyOf = (recording: string): string => `found:${recording}`;
  return {
    find: async (recording) => (await store.get(keyOf(recording), foundShape))?.id,
    note: (recording, id) => store.set(keyOf(recording), { id }, LIFETIME),
  };
}
