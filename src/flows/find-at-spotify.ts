import type { Track } from '../domain/playlist.ts';
import { readTitle } from '../music/catalogue/title.ts';
import { nameKey } from '../music/names.ts';
import type { SpotifyTrack } from '../spotify/answers.ts';
import type { Spotify } from '../spotify/spotify.ts';

/** What of a track is looked for. */
export type Wanted = Pick<Track, 'title' | 'artists' | 'seconds' | 'explicit'>;

/** Releases of one recording differ by silence at their ends, other recordings of a song mostly by more. */
const SECONDS_APART = 5;

/** Says of an album what its tracks' titles often leave unsaid. */
const OTHER_ALBUM = /\blive\b|ao vivo|en vivo|unplugged|karaoke|tribute|made famous/i;

/**
 * The same recording at Spotify, playable in the app's market, by title, artist and duration; undefined if none of what
 * a search finds is surely that. Throws as {@link Spotify} does.
 */
export async function findAtSpotify(
  spotify: Pick<Spotify, 'searchTracks'>,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<SpotifyTrack | undefined> {
  const [title, artist] = [inQuery(wanted.title), inQuery(wanted.artists[0])];
  // Fields find what has many namesakes; plain words find what Spotify spells otherwise.
  for (const query of [`track:"${title}" artist:"${artist}"`, `${title} ${artist}`]) {
    const match = bestMatch(wanted, await spotify.searchTracks(query, signal));
    if (match) return match;
  }
  return undefined;
}

/** Marks that a search would read as its own. */
const inQuery = (text: string): string => text.replaceAll(/[":]/g, ' ').replaceAll(/\s+/g, ' ').trim();

/**
 * Of what a search found, the track that is the wanted one: nearest in duration, otherwise as Spotify ranks them. Another
 * version (live, remix, karaoke), another artist, another duration, or an explicit track for a clean one is none.
 */
export function bestMatch(wanted: Wanted, found: readonly SpotifyTrack[]): SpotifyTrack | undefined {
  return found
    .filter((hit) => isSameRecording(wanted, hit))
    .toSorted((a, b) => secondsApart(wanted, a) - secondsApart(wanted, b))[0];
}

function isSameRecording(wanted: Wanted, hit: SpotifyTrack): boolean {
  return (
    hit.playable &&
    !(wanted.explicit === false && hit.explicit) &&
    hit.artists.some((artist) => nameKey(artist) === nameKey(wanted.artists[0])) &&
    isSameTitle(wanted.title, hit.title) &&
    (nameKey(hit.album) === nameKey(hit.title) || !OTHER_ALBUM.test(hit.album)) &&
    secondsApart(wanted, hit) <= SECONDS_APART
  );
}

function isSameTitle(wanted: string, title: string): boolean {
  // A title that is the same to the letter is so whatever it says of its version.
  if (nameKey(wanted) === nameKey(title)) return true;
  const [ours, theirs] = [readTitle(wanted), readTitle(title)];
  return (
    ours.version === theirs.version &&
    ours.version !== 'other' &&
    nameKey(ours.title) === nameKey(theirs.title)
  );
}

/** 0 where the wanted duration is not known. */
function secondsApart({ seconds }: Wanted, hit: SpotifyTrack): number {
  return seconds === undefined ? 0 : Math.abs(seconds - hit.seconds);
}
