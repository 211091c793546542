import { finishSaves } from '../flows/finish-saves.ts';
import type { Parts, SpotifyParts } from '../flows/parts.ts';
import { pruneAccount } from '../flows/prune-account.ts';
import type { Log } from '../log.ts';
import { hourly } from './hourly.ts';

/**
 * Finishes what was begun at Spotify when the last process ended, and clears the operator's account of old playlists, now
 * and every hour.
 * @returns stops it
 */
export function finishSavesHourly(parts: Parts, spotify: SpotifyParts, log: Log): () => void {
  return hourly(async () => {
    try {
      const { finished, waiting } = await finishSaves(parts, spotify);
      if (finished > 0) log.info({ lists: finished }, 'lists saved that were begun before');
      for (const error of waiting) log.info({ err: error }, 'a list could not be saved yet');
      const pruned = await pruneAccount(spotify);
      if (pruned > 0) log.info({ playlists: pruned }, "old playlists taken out of the operator's account");
    } catch (error) {
      log.warn({ err: error }, 'what was begun at Spotify could not be finished');
    }
  });
}
