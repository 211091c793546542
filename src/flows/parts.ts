import type { Claims } from '../memory/claims.ts';
import type { Guilds } from '../memory/guilds.ts';
import type { Found } from '../memory/found.ts';
import type { LinkedAccounts } from '../memory/linked-accounts.ts';
import type { Linkings } from '../memory/linkings.ts';
import type { Listeners } from '../memory/listeners.ts';
import type { Meetings } from '../memory/meetings.ts';
import type { Playlists } from '../memory/playlists.ts';
import type { Published } from '../memory/published.ts';
import type { Saves } from '../memory/saves.ts';
import type { Catalogue } from '../music/catalogue/catalogue.ts';
import type { OpenAccount } from '../spotify/account.ts';
import type { Accounts } from '../spotify/accounts.ts';
import type { Spotify } from '../spotify/spotify.ts';
import type { Vision } from '../vision/node/vision.ts';

/** The parts that the flows join; the composition root builds them. */
export interface Parts {
  readonly vision: Vision;
  readonly catalogue: Catalogue;
  readonly listeners: Listeners;
  readonly guilds: Guilds;
  readonly meetings: Meetings;
  readonly playlists: Playlists;
  /** Where others reach our pages, without a slash at its end; undefined where there are none. */
  readonly publicUrl: string | undefined;
  /** What lists in people's accounts at Spotify take; undefined where nobody can link one. */
  readonly spotify: SpotifyParts | undefined;
}

/** The parts for people's accounts at Spotify. */
export interface SpotifyParts {
  readonly accounts: Accounts;
  readonly openAccount: OpenAccount;
  readonly claims: Claims;
  readonly linked: LinkedAccounts;
  readonly linkings: Linkings;
  readonly saves: Saves;
  readonly published: Published;
  /** Looks up tracks that the catalogue has no Spotify id for; undefined without the app's secret. */
  readonly search: Pick<Spotify, 'searchTracks'> | undefined;
  /** What was looked up before. */
  readonly found: Found;
  /** Where Spotify sends people back to, without a slash at its end. */
  readonly publicUrl: string;
}
