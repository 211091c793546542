import { wordsFor } from '../cards/words.ts';
import { asMoodringError } from '../errors.ts';
import { OPERATOR } from '../memory/linked-accounts.ts';
import type { Parts, SpotifyParts } from './parts.ts';
import { markOf, saveList } from './save-playlist.ts';
import { openAccount } from './spotify-account.ts';

/** What could not be finished for so long is left to the person; in milliseconds. */
const TRIED_FOR = 24 * 60 * 60 * 1000;

/** The most public playlists that the operator's account holds for people. */
export const MOST_PUBLISHED = 100;

/** How it went. */
export interface Finished {
  readonly finished: number;
  /** The errors of what has to wait. */
  readonly waiting: readonly unknown[];
}

/** Goes on with every list whose saving was begun and not finished: the process ended, or Spotify did not answer. */
export async function finishSaves(parts: Parts, spotify: SpotifyParts): Promise<Finished> {
  const begun = (await spotify.saves.all()).filter(
    ({ saved }) => saved.step !== 'done' && saved.at > Date.now() - TRIED_FOR,
  );
  const waiting: unknown[] = [];
  for (const { list, saved } of begun) {
    // Whoever can be asked no more has no language either: what is written at Spotify is in English then.
    await saveList(parts, { listener: saved.listener, list }, wordsFor('en')).catch((error: unknown) => {
      waiting.push(asMoodringError(error));
    });
  }
  return { finished: begun.length - waiting.length, waiting };
}

/**
 * Takes public playlists out of the operator's account: those of lists that are not kept any more, because a month has
 * passed or the person has erased them, and the oldest where there are too many.
 * @returns how many
 * @throws what Spotify's calls do
 */
export async function pruneAccount(spotify: SpotifyParts, most = MOST_PUBLISHED): Promise<number> {
  const all = (await spotify.published.all()).toSorted((a, b) => b.at - a.at);
  if (all.length === 0) return 0;
  const kept = new Map((await spotify.saves.all()).map(({ list }) => [markOf(list), list]));
  const wanted = all.filter(({ mark }) => kept.has(mark)).slice(0, most);
  const gone = all.filter((playlist) => !wanted.includes(playlist));
  if (gone.length === 0) return 0;
  const account = await openAccount(spotify, OPERATOR, 'publish');
  for (const { id, mark } of gone) {
    await account.unfollow(id);
    const list = kept.get(mark);
    if (list !== undefined) await spotify.saves.drop(list);
    await spotify.published.drop(id);
  }
  return gone.length;
}
