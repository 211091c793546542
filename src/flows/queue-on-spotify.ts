import { MoodringError } from '../errors.ts';
import type { Account } from '../spotify/account.ts';
import { SpotifyRefusal } from '../spotify/refusal.ts';
import { findList } from './answer-mood.ts';
import { uriOf } from './ids-at-spotify.ts';
import { spotifyIn } from './link-spotify.ts';
import type { Parts } from './parts.ts';
import { openAccount } from './spotify-account.ts';

/** A second press within this time would only queue everything twice; in milliseconds. */
const AGAIN_AFTER = 60_000;

/** What is not queued after this time is left out, so that somebody is answered; in milliseconds. */
const QUEUE_FOR = 20_000;

export interface Queued {
  readonly queued: number;
  /** How many tracks Spotify has not. */
  readonly leftOut: number;
  readonly total: number;
}

/**
 * Puts a list's tracks, in order, behind what plays on the person's active device. Spotify takes them one by one: where
 * it stops taking them, the rest is left out.
 * @throws MoodringError `list-expired`, `list-not-yours`, `spotify-not-offered`, `spotify-not-linked`,
 *   `spotify-scope-missing`, `queued-already`, `spotify-no-tracks`, and if not even the first went through what Spotify's calls do:
 *   `spotify-no-device`, `spotify-no-premium` among them
 */
export async function queueList(
  parts: Parts,
  listener: string,
  list: string,
  within = QUEUE_FOR,
): Promise<Queued> {
  const spotify = spotifyIn(parts);
  const { playlist } = await findList(parts, listener, list);
  const signal = AbortSignal.timeout(within);
  const account = await openAccount(spotify, listener, 'queue', signal);
  const claim = `listener:${listener}:queued:${list}`;
  if (!(await spotify.claims.claim(claim, AGAIN_AFTER))) throw new MoodringError('queued-already');
  let queued = 0;
  let leftOut = 0;
  try {
    for (const { track } of playlist.picks) {
      const uri = await uriOf(spotify, track, signal);
      if (uri !== undefined && (await isQueued(account, uri))) queued += 1;
      else leftOut += 1;
    }
    if (queued === 0) throw new MoodringError('spotify-no-tracks');
  } catch (error) {
    if (queued === 0) {
      await spotify.claims.free(claim);
      throw signal.aborted ? new MoodringError('spotify-unreachable', {}, error) : error;
    }
  }
  return { queued, leftOut, total: playlist.picks.length };
}

/** @returns false where it is the track that Spotify refuses */
async function isQueued(account: Account, uri: string): Promise<boolean> {
  try {
    await account.queue(uri);
    return true;
  } catch (error) {
    if (error instanceof SpotifyRefusal && error.status === 400) return false;
    throw error;
  }
}
