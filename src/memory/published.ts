import { z } from 'zod';

import { OPERATOR } from './linked-accounts.ts';
import type { Store } from './store.ts';

const publishedShape = z.object({ id: z.string(), mark: z.string(), at: z.number() });

/** A public playlist in the operator's account. */
export type PublishedPlaylist = z.infer<typeof publishedShape>;

/** The public playlists in the operator's account. They tell nothing of whom they were made for. */
export interface Published {
  /** @param playlist with the mark in its description, and when it was made (milliseconds since 1970) */
  note(playlist: PublishedPlaylist): Promise<void>;
  all(): Promise<readonly PublishedPlaylist[]>;
  drop(id: string): Promise<void>;
}

const PREFIX = `${OPERATOR}:playlist`;

export function publishedIn(store: Store): Published {
  return {
    note: (playlist) => store.set(`${PREFIX}:${playlist.id}`, playlist),
    all: () => store.values(PREFIX, publishedShape),
    drop: (id) => store.delete([`${PREFIX}:${id}`]),
  };
}
