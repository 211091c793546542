import { claimsIn } from '../memory/claims.ts';
import { foundIn } from '../memory/found.ts';
import { linkedAccountsIn } from '../memory/linked-accounts.ts';
import { linkingsIn } from '../memory/linkings.ts';
import { publishedIn } from '../memory/published.ts';
import { savesIn } from '../memory/saves.ts';
import { type SealingKey, sealWith } from '../memory/sealed.ts';
import type { Store } from '../memory/store.ts';
import { accountsOver } from '../spotify/account.ts';
import { accountsAt } from '../spotify/accounts.ts';
import { PATIENCE, type Patience } from '../spotify/patience.ts';
import { Spotify } from '../spotify/spotify.ts';
import type { Addresses } from '../spotify/web-api.ts';
import type { SpotifyParts } from './parts.ts';

/** What the operator has set for accounts at Spotify. */
export interface SpotifySettings {
  readonly spotify: Addresses & {
    readonly clientId: string | undefined;
    readonly clientSecret: string | undefined;
    readonly market: string;
  };
  readonly web: { readonly publicUrl: string | undefined };
  readonly tokenKeys: readonly SealingKey[];
}

/** Whether all that is missing for people to link accounts is a key to seal them with. */
export function lacksTokenKeys({ spotify, web, tokenKeys }: SpotifySettings): boolean {
  return spotify.clientId !== undefined && web.publicUrl !== undefined && tokenKeys.length === 0;
}

/**
 * The parts for people's accounts at Spotify, or undefined where there is no app, no address to send people back to, or
 * no key to seal accounts with.
 */
export function spotifyPartsOn(
  store: Store,
  { spotify: { clientId, clientSecret, ...at }, web: { publicUrl }, tokenKeys }: SpotifySettings,
  patience: Patience = PATIENCE,
): SpotifyParts | undefined {
  if (clientId === undefined || publicUrl === undefined || tokenKeys.length === 0) return undefined;
  const seal = sealWith(tokenKeys);
  return {
    accounts: accountsAt({ ...at, clientId }, patience),
    openAccount: accountsOver(at, patience),
    claims: claimsIn(store),
    linked: linkedAccountsIn(store, seal),
    linkings: linkingsIn(store, seal),
    saves: savesIn(store),
    published: publishedIn(store),
    search: clientSecret === undefined ? undefined : new Spotify({ ...at, clientId, clientSecret }, patience),
    found: foundIn(store),
    publicUrl,
  };
}
