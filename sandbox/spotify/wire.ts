import type { Song } from './songs.ts';

/** A refusal in the API's words. */
export const apiError = (
  status: 400 | 401 | 403 | 404 | 413 | 429 | 500 | 502 | 503,
  message: string,
  reason?: string,
) => Response.json({ error: { status, message, ...(reason === undefined ? {} : { reason }) } }, { status });

/** A track object as a new app gets it: no popularity, no preview. */
export function trackJson(song: Song, market: string | undefined, asked = song): object {
  const playable = market === undefined ? undefined : isPlayable(song, market);
  return {
    album: albumJson(song),
    artists: song.artists.map(artistJson),
    disc_number: 1,
    duration_ms: song.seconds * 1000,
    explicit: song.explicit,
    external_ids: {},
    external_urls: { spotify: pageOf('track', song.id) },
    href: `https://api.spotify.com/v1/tracks/${song.id}`,
    id: song.id,
    ...(playable === undefined ? {} : { is_playable: playable }),
    ...(playable === false ? { restrictions: { reason: 'market' } } : {}),
    ...(asked === song ? {} : { linked_from: linkedJson(asked) }),
    name: song.title,
    track_number: 1,
    type: 'track',
    uri: `spotify:track:${song.id}`,
    is_local: false,
  };
}

/** A page of what a search found. */
export function searchJson(
  query: { readonly limit: number; readonly offset: number; readonly market: string | undefined },
  found: readonly Song[],
  holes: boolean,
): object {
  const { limit, offset, market } = query;
  const items = found.slice(offset, offset + limit).map((song) => trackJson(song, market));
  return {
    tracks: {
      href: 'https://api.spotify.com/v1/search?type=track',
      items: holes ? items.flatMap((item) => [null, item]).slice(0, limit) : items,
      limit,
      next: null,
      offset,
      previous: null,
      total: found.length,
    },
  };
}

const isPlayable = ({ markets }: Song, market: string): boolean => markets?.includes(market) ?? true;

function albumJson({ id, album, artists, markets }: Song): object {
  return {
    album_type: 'album',
    artists: artists.map(artistJson),
    available_markets: markets ?? [],
    external_urls: { spotify: pageOf('album', id) },
    href: `https://api.spotify.com/v1/albums/${id}`,
    id,
    images: [],
    name: album,
    release_date: '2001',
    release_date_precision: 'year',
    total_tracks: 1,
    type: 'album',
    uri: `spotify:album:${id}`,
  };
}

/** An artist as a new app gets them: no genres, no popularity. */
export function artistJson(name: string): object {
  const id = Buffer.from(name).toString('hex').padEnd(22, '0').slice(0, 22);
  return {
    external_urls: { spotify: pageOf('artist', id) },
    href: `https://api.spotify.com/v1/artists/${id}`,
    id,
    name,
    type: 'artist',
    uri: `spotify:artist:${id}`,
  };
}

const linkedJson = ({ id }: Song): object => ({
  external_urls: { spotify: pageOf('track', id) },
  href: `https://api.spotify.com/v1/tracks/${id}`,
  id,
  type: 'track',
  uri: `spotify:track:${id}`,
});

/** Where people look at something. */
export const pageOf = (kind: string, id: string): string => `https://open.spotify.com/${kind}/${id}`;
