import { MoodringError } from '../errors.ts';
import { type KeptTokens, OPERATOR, ownerPrefix } from '../memory/linked-accounts.ts';
import type { Account } from '../spotify/account.ts';
import type { SpotifyParts } from './parts.ts';

/** What an account is opened for. */
export const PURPOSES = ['save', 'queue', 'top', 'publish'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What each purpose takes of Spotify's permissions: a list is saved as a private playlist, or published by the operator. */
export const SCOPES: Readonly<Record<Purpose, readonly string[]>> = {
  save: ['playlist-modify-private', 'playlist-read-private', 'ugc-image-upload'],
  queue: ['user-modify-playback-state'],
  top: ['user-top-read'],
  publish: ['playlist-modify-public', 'playlist-read-private', 'ugc-image-upload'],
};

/** A token that is about to run out is not used any more; in milliseconds. */
const TO_SPARE = 60_000;

/**
 * Somebody's Spotify account, for one purpose. Its calls throw what Spotify's do, and `spotify-unlinked` where Spotify
 * lets us in no more; the account is not linked any more then.
 * @param signal ends every call, with `interrupted`
 * @throws MoodringError `spotify-not-linked`, `spotify-scope-missing`
 */
export async function openAccount(
  spotify: SpotifyParts,
  owner: string,
  purpose: Purpose,
  signal?: AbortSignal,
): Promise<Account> {
  let tokens = await keptTokens(spotify, owner, purpose);
  const { scopes } = tokens;
  if (!SCOPES[purpose].every((scope) => scopes.includes(scope)))
    throw new MoodringError('spotify-scope-missing', { purpose });
  return spotify.openAccount(async (refused) => {
    if (!isGood(tokens, refused)) tokens = await freshTokens(spotify, owner, purpose, refused);
    return tokens.access;
  }, signal);
}

/** Whether an account is linked, and for a purpose if one is named. */
export async function isLinked(spotify: SpotifyParts, owner: string, purpose?: Purpose): Promise<boolean> {
  const tokens = await spotify.linked.find(owner);
  return (
    tokens !== undefined && (!purpose || SCOPES[purpose].every((scope) => tokens.scopes.includes(scope)))
  );
}

async function keptTokens(spotify: SpotifyParts, owner: string, purpose: Purpose): Promise<KeptTokens> {
  const tokens = await spotify.linked.find(owner);
  if (!tokens) throw new MoodringError('spotify-not-linked', { purpose });
  return tokens;
}

const isGood = ({ access, expiresAt }: KeptTokens, refused: string | undefined): boolean =>
  access !== refused && expiresAt > Date.now() + TO_SPARE;

/** New tokens: of all who wait for them, in whatever process, one asks Spotify, and keeps them before anybody uses them. */
function freshTokens(
  spotify: SpotifyParts,
  owner: string,
  purpose: Purpose,
  refused: string | undefined,
): Promise<KeptTokens> {
  const { accounts, claims, linked } = spotify;
  return claims.alone(`${ownerPrefix(owner)}:spotify-refresh`, async () => {
    const tokens = await keptTokens(spotify, owner, purpose);
    if (isGood(tokens, refused)) return tokens;
    const fresh = await accounts.refresh(tokens).catch(async (error: unknown) => {
      if (!(error instanceof MoodringError && error.code === 'spotify-unlinked')) throw error;
      if ((await linked.find(owner))?.refresh === tokens.refresh) await linked.unlink(owner);
      // The operator's account is not that of whoever is told: all they know is that theirs is not linked.
      throw new MoodringError(
        owner === OPERATOR ? 'spotify-not-linked' : 'spotify-unlinked',
        { purpose },
        error,
      );
    });
    if (!(await linked.replace(owner, tokens, fresh)))
      throw new MoodringError('spotify-not-linked', { purpose });
    return fresh;
  });
}
