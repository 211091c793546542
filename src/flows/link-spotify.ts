import { MoodringError } from '../errors.ts';
import { OPERATOR } from '../memory/linked-accounts.ts';
import { type Linking, LINKING_LIFETIME, type LinkingState } from '../memory/linkings.ts';
import type { Parts, SpotifyParts } from './parts.ts';
import { type Purpose, SCOPES } from './spotify-account.ts';

/** Where people set out for Spotify's consent page, and where it sends them back to; under PUBLIC_URL. */
export const LINK_PATH = '/spotify/link';
export const CALLBACK_PATH = '/spotify/callback';

/** How long a way to the consent page is good. */
export const LINKING_MINUTES = LINKING_LIFETIME / 60_000;

export interface LinkRequest {
  /** Whose account is to be linked: Discord's id of a person, or the operator. */
  readonly owner: string;
  /** What they are called at Discord. */
  readonly name: string;
  readonly purpose: Purpose;
}

/** A way to Spotify's consent page. */
export interface WayToSpotify {
  /** Good once, for ten minutes. */
  readonly url: string;
  /** What the way is known by when somebody comes back from it. */
  readonly state: string;
}

/** The parts that Spotify takes. @throws MoodringError `spotify-not-offered` where there are none */
export function spotifyIn({ spotify }: Parts): SpotifyParts {
  if (!spotify) throw new MoodringError('spotify-not-offered');
  return spotify;
}

/** Asks for what a purpose takes, and for all that was allowed before: Spotify forgets what is not asked for again. */
export async function beginLinking(
  spotify: SpotifyParts,
  { owner, name, purpose }: LinkRequest,
): Promise<WayToSpotify> {
  const { accounts, linked, linkings, publicUrl } = spotify;
  const allowed = (await linked.find(owner))?.scopes ?? [];
  const scopes = [...new Set([...allowed, ...SCOPES[purpose]])];
  const state = linkings.stateFor(owner);
  const consent = accounts.authorise({ state, scopes, redirectUri: `${publicUrl}${CALLBACK_PATH}` });
  await linkings.keep(state, { name, url: consent.url, verifier: consent.verifier });
  return { url: `${publicUrl}${LINK_PATH}?state=${state}`, state };
}

/**
 * The way that a state stands for, to be shown before somebody takes it.
 * @throws MoodringError `spotify-link-expired`
 */
export async function showLinking({ linkings }: SpotifyParts, state: string): Promise<Linking> {
  stateOf(linkings.read(state));
  return wayOr(await linkings.find(state));
}

/** With what somebody comes back from the consent page. */
export interface ComingBack {
  readonly state: string;
  /** Undefined where they did not agree. */
  readonly code: string | undefined;
  /** Whether it is the browser that set out. */
  readonly sameBrowser: boolean;
}

/**
 * Links the account that somebody agreed for. Each way can be gone once, by whoever set out on it.
 * @throws MoodringError `spotify-link-expired`, `spotify-link-elsewhere`, `spotify-link-denied`, and what Spotify's calls do
 */
export async function finishLinking(
  { spotify, listeners }: { readonly spotify: SpotifyParts } & Pick<Parts, 'listeners'>,
  { state, code, sameBrowser }: ComingBack,
): Promise<Linking> {
  const { accounts, linked, linkings, publicUrl } = spotify;
  const { owner } = stateOf(linkings.read(state));
  if (!sameBrowser) throw new MoodringError('spotify-link-elsewhere');
  return listeners.inTurn(owner, async () => {
    const linking = wayOr(await linkings.take(state));
    if (code === undefined) throw new MoodringError('spotify-link-denied');
    const { verifier } = linking;
    const redirectUri = `${publicUrl}${CALLBACK_PATH}`;
    await linked.link(owner, await accounts.exchange({ code, verifier, redirectUri }));
    return linking;
  });
}

/**
 * Lets go of a person's account and of what was noted about lists in it, to the last byte.
 * @returns whether one was linked
 * @throws MoodringError `not-quite-erased`
 */
export function unlinkSpotify(
  { spotify, listeners }: { readonly spotify: SpotifyParts } & Pick<Parts, 'listeners'>,
  owner: string,
): Promise<boolean> {
  const { linked, linkings, saves } = spotify;
  return listeners.inTurn(owner, async () => {
    const was = (await linked.find(owner)) !== undefined;
    await linkings.dropAllOf(owner);
    if (owner !== OPERATOR) await saves.dropOwnOf(owner);
    await linked.erase(owner);
    return was;
  });
}

function stateOf(state: LinkingState | undefined): LinkingState {
  if (!state || state.expired) throw new MoodringError('spotify-link-expired');
  return state;
}

function wayOr(linking: Linking | undefined): Linking {
  if (!linking) throw new MoodringError('spotify-link-expired');
  return linking;
}
