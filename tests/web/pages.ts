import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Playlist } from '../../src/domain/playlist.ts';
import type { WebcamLinks } from '../../src/flows/webcam-links.ts';
import { createLog } from '../../src/log.ts';
import { type Playlists, playlistsIn } from '../../src/memory/playlists.ts';
import { openStore, type Store } from '../../src/memory/store.ts';
import { startWeb } from '../../src/web/server.ts';

/** The pages on a free port over a database of their own. */
export interface Pages {
  readonly url: string;
  readonly store: Store;
  /** What `/health` is told from now on. */
  setHealthy(now: boolean): void;
  /** Takes the database away under the running server. */
  loseStore(): Promise<void>;
  readonly playlists: Playlists;
  /** Keeps a playlist and gives the address of its page. */
  keep(playlist: Playlist): Promise<string>;
  close(): Promise<void>;
}

/** @param links for people who have their face read live; no pages for that without them */
export async function startPages({ links }: { readonly links?: WebcamLinks } = {}): Promise<Pages> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-pages-'));
  const store = await openStore(join(folder, 'moodring.sqlite'));
  const playlists = playlistsIn(store);
  let healthy = true;
  const web = await startWeb({
    playlists,
    host: '127.0.0.1',
    port: 0,
    log: createLog('silent'),
    isHealthy: () => healthy,
    webcam: links && { links, publicUrl: 'http://127.0.0.1' },
  });
  const url = `http://127.0.0.1:${web.port}`;
  let lost: Promise<void> | undefined;
  const loseStore = () => (lost ??= store.close());
  return {
    url,
    store,
    setHealthy: (now) => {
      healthy = now;
    },
    loseStore,
    playlists,
    keep: async (playlist) => `${url}/list/${await playlists.keep({ owner: 'someone', playlist })}`,
    close: async () => {
      await web.close();
      await loseStore();
      await rm(folder, { recursive: true });
    },
  };
}
