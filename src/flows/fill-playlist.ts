import { MoodringError } from '../errors.ts';
import type { Account } from '../spotify/account.ts';
import { SpotifyRefusal } from '../spotify/refusal.ts';

/** A way to put tracks into a playlist, all of them or none. */
type Put = (uris: readonly string[]) => Promise<void>;

/**
 * Makes these all that is in a playlist, in order, without those that Spotify refuses.
 * @returns how many it took
 * @throws what Spotify's calls do
 */
export async function setTracks(account: Account, id: string, uris: readonly string[]): Promise<number> {
  let parts = 0;
  const taken = await takenOf(account, id, uris, async (some) => {
    await account.setItems(id, some);
    parts += 1;
  });
  // Of parts, each took the place of the one before.
  if (parts > 1) await account.setItems(id, taken);
  return taken.length;
}

/**
 * Puts at a playlist's end what it lacks of these, in order, without those that Spotify refuses.
 * @returns how many of all are in it then
 * @throws what Spotify's calls do
 */
export async function addTracks(account: Account, id: string, uris: readonly string[]): Promise<number> {
  const there = new Set(await account.items(id));
  const lacking = uris.filter((uri) => !there.has(uri));
  const taken = await takenOf(account, id, lacking, (some) => account.addItems(id, some));
  return uris.length - lacking.length + taken.length;
}

/** One bad track makes Spotify refuse all that come with it, so what is refused is put by halves, down to that track. */
async function takenOf(
  account: Account,
  id: string,
  uris: readonly string[],
  put: Put,
): Promise<readonly string[]> {
  if (uris.length === 0) return [];
  try {
    await put(uris);
    return uris;
  } catch (error) {
    if (!(await isAboutTracks(account, id, error))) throw error;
  }
  if (uris.length === 1) return [];
  const half = Math.ceil(uris.length / 2);
  const first = await takenOf(account, id, uris.slice(0, half), put);
  return [...first, ...(await takenOf(account, id, uris.slice(half), put))];
}

/** Whether it is a track that Spotify refused; where something is not there, it may be the playlist. */
async function isAboutTracks(account: Account, id: string, error: unknown): Promise<boolean> {
  if (error instanceof SpotifyRefusal) return error.status === 400;
  if (!(error instanceof MoodringError && error.code === 'spotify-playlist-gone')) return false;
  await account.items(id);
  return true;
}
