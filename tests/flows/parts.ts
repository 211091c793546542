import { onTestFinished } from 'vitest';

import { emotionScores } from '../../src/domain/emotion.ts';
import type { Face } from '../../src/domain/reading.ts';
import type { Parts, SpotifyParts } from '../../src/flows/parts.ts';
import { guildsIn } from '../../src/memory/guilds.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { meetingsIn } from '../../src/memory/meetings.ts';
import { playlistsIn } from '../../src/memory/playlists.ts';
import { openStore, type Store } from '../../src/memory/store.ts';
import { loadCatalogue } from '../../src/music/catalogue/load.ts';

/** A face that shows one emotion. */
export function faceOf(emotion: 'happy' | 'sad', x = 0): Face {
  return {
    box: { x, y: 0, width: 100, height: 100 },
    score: 0.9,
    emotions: emotionScores((one) => (one === emotion ? 1 : 0)),
    sure: true,
  };
}

export type TestParts = Parts & { readonly store: Store; readonly read: () => number };

/**
 * Real parts on a store in memory, but for vision, which sees two faces.
 * @param whileReading what happens between the photo's arrival and its reading
 */
export async function partsWith({
  publicUrl,
  spotify,
  file = ':memory:',
  whileReading = () => Promise.resolve(),
}: {
  readonly publicUrl?: string;
  /** Where the store lies; in memory if left out. */
  readonly file?: string;
  readonly spotify?: (store: Store) => SpotifyParts | undefined;
  readonly whileReading?: (parts: Parts) => Promise<void>;
} = {}): Promise<TestParts> {
  const store = await openStore(file);
  onTestFinished(() => store.close());
  let read = 0;
  const parts: TestParts = {
    store,
    read: () => read,
    catalogue: await loadCatalogue(),
    listeners: listenersIn(store),
    guilds: guildsIn(store),
    meetings: meetingsIn(store),
    playlists: playlistsIn(store),
    publicUrl,
    spotify: spotify?.(store),
    vision: {
      engine: { name: 'wasm', native: undefined },
      read: async () => {
        read += 1;
        await whileReading(parts);
        return {
          reading: { faces: [faceOf('happy'), faceOf('sad', 200)], others: [] },
          timings: { decode: 1, faces: 1, emotions: 1 },
        };
      },
      close: () => Promise.resolve(),
    },
  };
  return parts;
}
