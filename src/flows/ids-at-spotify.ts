import { createHash } from 'node:crypto';

import { isSpotifyId, spotifyUri, type Track } from '../domain/playlist.ts';
import { nameKey } from '../music/names.ts';
import { findAtSpotify } from './find-at-spotify.ts';
import type { SpotifyParts } from './parts.ts';

/**
 * A track as Spotify's API names it: by its own id, or by that of the same recording, which is looked up once; undefined
 * if Spotify has none, or nobody can look. Throws as Spotify's search does.
 */
export async function uriOf(
  { search, found }: SpotifyParts,
  track: Track,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (isSpotifyId(track.id)) return spotifyUri(track);
  if (!search) return undefined;
  const recording = recordingOf(track);
  let id = await found.find(recording);
  if (id === undefined) {
    id = (await findAtSpotify(search, track, signal))?.id ?? null;
    await found.note(recording, id);
  }
  return id === null ? undefined : spotifyUri({ id });
}

/** All that a search goes by, as a short name: titles may hold anything and be of any length. */
function recordingOf({ title, artists, seconds, explicit }: Track): string {
  const told = [nameKey(title), nameKey(artists[0]), seconds ?? null, explicit ?? null];
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22);
}
