import { OPERATOR } from '../memory/linked-accounts.ts';
import type { SpotifyParts } from './parts.ts';
import { markOf } from './playlist-mark.ts';
import { openAccount } from './spotify-account.ts';

/** The most public playlists that the operator's account holds for people. */
export const MOST_PUBLISHED = 100;

/**
 * Takes public playlists out of the operator's account: those of lists that are not kept any more, because their time is
 * over or the person has erased them, and the oldest where there are too many.
 * @returns how many
 * @throws what Spotify's calls do
 */
export async function pruneAccount(spotify: SpotifyParts, most = MOST_PUBLISHED): Promise<number> {
  const all = (await spotify.published.all()).toSorted((a, b) => b.at - a.at);
  if (all.length === 0) return 0;
  const saves = (await spotify.saves.all()).filter(({ saved }) => saved.account === OPERATOR);
  const kept = new Map(saves.map(({ list }) => [markOf(list), list]));
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

/** Sees to it that the operator's account may hold one more. @throws what Spotify's calls do */
export async function makeRoom(spotify: SpotifyParts): Promise<void> {
  if ((await spotify.published.all()).length >= MOST_PUBLISHED)
    await pruneAccount(spotify, MOST_PUBLISHED - 1);
}
