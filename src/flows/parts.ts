import type { Listeners } from '../memory/listeners.ts';
import type { Playlists } from '../memory/playlists.ts';
import type { Catalogue } from '../music/catalogue/catalogue.ts';
import type { Vision } from '../vision/node/vision.ts';

/** The parts that the flows join; the composition root builds them. */
export interface Parts {
  readonly vision: Vision;
  readonly catalogue: Catalogue;
  readonly listeners: Listeners;
  readonly playlists: Playlists;
  /** Where others reach our pages, without a slash at its end; undefined where there are none. */
  readonly publicUrl: string | undefined;
}
