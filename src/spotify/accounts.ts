import { createHash, randomBytes } from 'node:crypto';
import { MoodringError, type ErrorCode } from '../errors.ts';
import { personTokenAnswer } from './answers.ts';
import { Line } from './line.ts';
import { NewerWebApi } from './newer-calls.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { meaningOf, type SpotifyRefusal } from './refusal.ts';
import { type Addresses, type Made, request } from './web-api.ts';

/** What an app needs to be let into accounts: with PKCE (RFC 7636) its secret stays at home. */
export interface LinkingApp extends Addresses {
  readonly clientId: string;
}

/** What lets us into one account. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string;
  /** When the access token runs out, in milliseconds since the epoch. */
  readonly expiresAt: number;
  /** What the person allowed, such as `playlist-modify-private`. */
  readonly scopes: readonly string[];
}

/** Where a person is asked for their consent, and for what. */
export interface Ask {
  /** Comes back with the code: unguessable, for one person and one time. */
  readonly state: string;
  readonly scopes: readonly string[];
  /** To the letter one of those that the app is registered with. */
  readonly redirectUri: string;
}

/** What the consent page sent back, and what belongs to it. */
export interface Consent {
  readonly code: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** Spotify's accounts service, on behalf of people. Every call may throw as {@link Line.call} does. */
export interface Accounts {
  /** The consent page to send a person to, and the secret with which alone its code is of use. */
  authorise(ask: Ask): { readonly url: string; readonly verifier: string };
  /** @throws MoodringError `spotify-link-expired` if the code was used, is too old, or belongs to another verifier */
  exchange(consent: Consent): Promise<Tokens>;
  /**
   * New tokens, once for all who ask at the same time. What it gives must be kept before it is used: with a new refresh
   * token the old one is dead.
   * @throws MoodringError `spotify-unlinked` if the old one is: taken back, six months old, or refreshed elsewhere
   */
  refresh(tokens: Tokens): Promise<Tokens>;
}

/** 256 bits, as 43 characters of those that RFC 7636 (section 4.1) allows. */
const VERIFIER_BYTES = 32;

/** The accounts service for an app. */
export function accountsAt(app: LinkingApp, patience: Patience = PATIENCE): Accounts {
  const line = new Line(patience);
  const refreshing = new Map<string, Promise<Tokens>>();

  // Neither may be sent twice: a code is good once, and a refresh whose answer was lost may have changed the token. A
  // second try with the old one, while the first is still on its way, could end the new one too.
  const grant = (make: () => Promise<Made>, invalidGrant: ErrorCode) =>
    line.call(
      personTokenAnswer,
      (signal) => request({ ...app, deadlineMs: patience.deadline, signal }, make),
      { once: true, meaning: meaningWith(invalidGrant) },
    );

  const refresh = async ({ refresh: old, scopes }: Tokens): Promise<Tokens> => {
    const api = new NewerWebApi({ clientId: app.clientId, refreshToken: old });
    const granted = await grant(() => api.refreshWithoutSecret(), 'spotify-unlinked');
    return { ...granted, refresh: granted.refresh ?? old, scopes: granted.scopes ?? scopes };
  };

  return {
    authorise(ask) {
      const verifier = randomBytes(VERIFIER_BYTES).toString('base64url');
      return { url: consentPage(app, ask, verifier), verifier };
    },
    async exchange({ code, verifier, redirectUri }) {
      const api = new NewerWebApi({ clientId: app.clientId, redirectUri });
      const granted = await grant(() => api.codeGrantWithVerifier(code, verifier), 'spotify-link-expired');
      if (granted.refresh === undefined) throw new MoodringError('spotify-unreachable');
      return { ...granted, refresh: granted.refresh, scopes: granted.scopes ?? [] };
    },
    refresh(tokens) {
      const coming =
        refreshing.get(tokens.refresh) ?? refresh(tokens).finally(() => refreshing.delete(tokens.refresh));
      refreshing.set(tokens.refresh, coming);
      return coming;
    },
  };
}

/** Made here: what the package makes has no challenge, and lets signs in a state or an address through as they are. */
function consentPage(
  { clientId, accountsUrl }: LinkingApp,
  { state, scopes, redirectUri }: Ask,
  verifier: string,
): string {
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    scope: scopes.join(' '),
    state,
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  return `${accountsUrl}/authorize?${query.toString()}`;
}

const meaningWith =
  (invalidGrant: ErrorCode) =>
  (refusal: SpotifyRefusal): MoodringError | undefined =>
    refusal.reason === 'invalid_grant' ? new MoodringError(invalidGrant, {}, refusal) : meaningOf(refusal);
