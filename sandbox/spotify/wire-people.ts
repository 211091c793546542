import type { Device, Person, Playlist } from './people.ts';
import type { Songs } from './songs.ts';
import { pageOf, trackJson } from './wire.ts';

/** A person as a new app gets them: no country, no product, no email. */
export const personJson = ({ id, accountId, name }: Person): object => ({
  account_id: accountId,
  display_name: name,
  external_urls: { spotify: pageOf('user', id) },
  href: `https://api.spotify.com/v1/users/${id}`,
  id,
  images: [],
  type: 'user',
  uri: `spotify:user:${id}`,
});

export const deviceJson = ({ id, name, active }: Device): object => ({
  id,
  is_active: active,
  is_private_session: false,
  is_restricted: false,
  name,
  type: 'Computer',
  volume_percent: 60,
  supports_volume: true,
});

type Owned = Playlist & { readonly owner: Person; readonly changes: number };

/** A playlist in a list of them. */
export const listedJson = (playlist: Owned): object => ({
  ...headJson(playlist),
  items: { href: itemsHref(playlist), total: playlist.uris.length },
});

/** A playlist by itself, with its first items. */
export const playlistJson = (playlist: Owned, items: readonly object[]): object => ({
  ...headJson(playlist),
  followers: { href: null, total: 0 },
  items: pageJson(`playlists/${playlist.id}/items`, items, { limit: 100, offset: 0 }),
});

/** An entry of a playlist. */
export function itemJson(uri: string, owner: Person, songs: Songs): object {
  const id = uri.split(':').at(-1) ?? '';
  const song = songs.get(id) ?? songs.unknown(id);
  return {
    added_at: '2026-10-01T12:00:00Z',
    added_by: userJson(owner),
    is_local: false,
    item: songs.isGone(id) ? null : trackJson(song, undefined),
  };
}

/**
 * A part of a list.
 * @param path below `/v1/`
 * @param holes whether it has empty places among its items
 */
export function pageJson(
  path: string,
  all: readonly object[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
  holes = false,
): object {
  const href = (from: number): string => `https://api.spotify.com/v1/${path}?offset=${from}&limit=${limit}`;
  const items = all.slice(offset, offset + limit);
  return {
    href: href(offset),
    items: holes ? items.flatMap((item) => [null, item]) : items,
    limit,
    next: offset + limit < all.length ? href(offset + limit) : null,
    offset,
    previous: offset > 0 ? href(Math.max(0, offset - limit)) : null,
    total: all.length,
  };
}

const headJson = ({ id, name, description, public: isPublic, owner, changes, cover }: Owned): object => ({
  collaborative: false,
  description: escaped(description),
  external_urls: { spotify: pageOf('playlist', id) },
  href: `https://api.spotify.com/v1/playlists/${id}`,
  id,
  images: cover ? [{ url: `https://image-cdn.spotifycdn.com/image/${id}`, height: null, width: null }] : [],
  name,
  owner: { ...userJson(owner), display_name: owner.name },
  public: isPublic,
  snapshot_id: `snapshot-${changes}`,
  type: 'playlist',
  uri: `spotify:playlist:${id}`,
});

const itemsHref = ({ id }: Playlist): string => `https://api.spotify.com/v1/playlists/${id}/items`;

const userJson = ({ id }: Person): object => ({
  external_urls: { spotify: pageOf('user', id) },
  href: `https://api.spotify.com/v1/users/${id}`,
  id,
  type: 'user',
  uri: `spotify:user:${id}`,
});

/** Spotify gives descriptions back as HTML. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"'/]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`);
