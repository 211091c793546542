import { wordsFor } from '../cards/words.ts';
import { asMoodringError } from '../errors.ts';
import type { Parts, SpotifyParts } from './parts.ts';
import { saveList } from './save-playlist.ts';

/** How it went. */
export interface Finished {
  readonly finished: number;
  /** The errors of what has to wait. */
  readonly waiting: readonly unknown[];
}

/**
 * Goes on with every list whose saving was begun and not finished, however long ago: the process ended, or Spotify did
 * not answer.
 */
export async function finishSaves(parts: Parts, spotify: SpotifyParts): Promise<Finished> {
  const begun = (await spotify.saves.all()).filter(({ saved }) => saved.step !== 'done');
  const waiting: unknown[] = [];
  for (const { list, saved } of begun) {
    // Whoever can be asked no more has no language either: what is written at Spotify is in English then.
    await saveList(parts, { listener: saved.listener, list }, wordsFor('en')).catch((error: unknown) => {
      waiting.push(asMoodringError(error));
    });
  }
  return { finished: begun.length - waiting.length, waiting };
}
