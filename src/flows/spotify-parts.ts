import { MoodringError } from '../errors.ts';
import { claimsIn } from '../memory/claims.ts';
import { linkedAccountsIn } from '../memory/linked-accounts.ts';
import { linkingsIn } from '../memory/linkings.ts';
import { publishedIn } from '../memory/published.ts';
import { savesIn } from '../memory/saves.ts';
import { type SealingKey, sealWith } from '../memory/sealed.ts';
import type { Store } from '../memory/store.ts';
import { accountsOver } from '../spotify/account.ts';
import { accountsAt } from '../spotify/accounts.ts';
import { PATIENCE, type Patience } from '../spotify/patience.ts';
import type { Addresses } from '../spotify/web-api.ts';
import type { SpotifyParts } from './parts.ts';

/** What the operator has set for accounts at Spotify. */
export interface SpotifySettings {
  readonly spotify: Addresses & { readonly clientId: string | undefined };
  readonly web: { readonly publicUrl: string | undefined };
  readonly tokenKeys: readonly SealingKey[];
}

/**
 * The parts for people's accounts at Spotify, or undefined where there is no app, or no address to send people back to.
 * @throws MoodringError `token-keys-missing`
 */
export function spotifyPartsOn(
  store: Store,
  { spotify: { clientId, ...at }, web: { publicUrl }, tokenKeys }: SpotifySettings,
  patience: Patience = PATIENCE,
): SpotifyParts | undefined {
  if (clientId === undefined || publicUrl === undefined) return undefined;
  if (tokenKeys.length === 0) throw new MoodringError('token-keys-missing');
  const seal = sealWith(tokenKeys);
  return {
    accounts: accountsAt({ ...at, clientId }, patience),
    openAccount: accountsOver(at, patience),
    claims: claimsIn(store),
    linked: linkedAccountsIn(store, seal),
    linkings: linkingsIn(store, seal),
    saves: savesIn(store),
    published: publishedIn(store),
    publicUrl,
  };
}
