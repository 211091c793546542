import { z } from 'zod';

/** A track as Spotify tells of it; names are never altered. */
export interface SpotifyTrack {
  readonly id: string;
  readonly title: string;
  readonly artists: readonly string[];
  readonly album: string;
  /** How long it plays. */
  readonly seconds: number;
  readonly explicit: boolean;
  /** Whether it can be played in the market that was asked for. */
  readonly playable: boolean;
}

const trackSchema = z
  .object({
    id: z.string().min(1),
    name: z.string(),
    artists: z.array(z.object({ name: z.string() })),
    album: z.object({ name: z.string() }),
    duration_ms: z.number(),
    explicit: z.boolean().default(false),
    is_playable: z.boolean().default(true),
  })
  .transform(({ id, name, artists, album, duration_ms, explicit, is_playable }): SpotifyTrack => ({
    id,
    title: name,
    artists: artists.map((artist) => artist.name),
    album: album.name,
    seconds: duration_ms / 1000,
    explicit,
    playable: is_playable,
  }));

/** `GET /v1/tracks/{id}` */
export const trackAnswer = trackSchema;

/** `GET /v1/search?type=track`: a place in the list can be empty. */
export const searchAnswer = z
  .object({ tracks: z.object({ items: z.array(trackSchema.nullable()) }) })
  .transform(({ tracks }) => tracks.items.filter((track) => track !== null));

/** `POST /api/token` */
export const tokenAnswer = z
  .object({ access_token: z.string().min(1), expires_in: z.number().positive() })
  .transform(({ access_token, expires_in }) => ({ token: access_token, seconds: expires_in }));

const expiryIn = (seconds: number): number => Date.now() + seconds * 1000;

/** `POST /api/token` for a person: a refresh may bring no new refresh token, and may not say the scopes again. */
export const personTokenAnswer = z
  .object({
    access_token: z.string().min(1),
    expires_in: z.number().positive(),
    refresh_token: z.string().min(1).optional(),
    scope: z.string().optional(),
  })
  .transform(({ access_token, expires_in, refresh_token, scope }) => ({
    access: access_token,
    refresh: refresh_token,
    expiresAt: expiryIn(expires_in),
    scopes: scope?.split(' ').filter((name) => name !== ''),
  }));

/** `GET /v1/me`: only the `account_id` stays the same for ever, and the name can be empty. */
export const meAnswer = z
  .object({
    account_id: z.string().min(1).optional(),
    id: z.string().min(1),
    display_name: z.string().min(1).nullish().catch(null),
  })
  .transform(({ account_id, id, display_name }) => ({ id: account_id ?? id, name: display_name ?? id }));

const playlistSchema = z.object({
  id: z.string().min(1),
  external_urls: z.object({ spotify: z.url() }),
  description: z.string().nullish(),
});

/** `POST /v1/me/playlists` */
export const playlistAnswer = playlistSchema.transform(({ id, external_urls }) => ({
  id,
  url: external_urls.spotify,
}));

/** `GET /v1/me/playlists`: a place in the list can be empty. */
export const playlistsAnswer = pageOf(
  playlistSchema
    .transform(({ id, external_urls, description }) => ({
      id,
      url: external_urls.spotify,
      description: description ?? '',
    }))
    .nullable(),
);

/** `GET /v1/playlists/{id}/items`, as URIs: an entry can be empty, or have lost its track. */
export const itemsAnswer = pageOf(
  z
    .object({ item: z.object({ uri: z.string() }).nullish() })
    .nullable()
    .transform((entry) => entry?.item?.uri ?? null),
);

/** `GET /v1/me/top/artists`, as names. */
export const artistsAnswer = pageOf(
  z
    .object({ name: z.string() })
    .nullable()
    .transform((artist) => artist?.name ?? null),
);

/** `GET /v1/me/player/devices` */
export const devicesAnswer = z
  .object({
    devices: z.array(
      z
        .object({
          id: z.string().nullish(),
          name: z.string(),
          is_active: z.boolean(),
          is_restricted: z.boolean().default(false),
        })
        .transform(({ id, name, is_active, is_restricted }) => ({
          id: is_restricted ? null : (id ?? null),
          name,
          active: is_active,
        })),
    ),
  })
  .transform(({ devices }) => devices);

/** Where only the status says that it is done: any body but a page of somebody else's. */
export const doneAnswer = z
  .unknown()
  .refine((body) => !(typeof body === 'string' && /^\s*</.test(body)), 'a page');

function pageOf<T>(item: z.ZodType<T>) {
  return z.object({ items: z.array(item), next: z.string().nullish() }).transform(({ items, next }) => ({
    items: items.filter((entry) => entry !== null),
    more: Boolean(next),
  }));
}

const refusalSchema = z.union([
  z.object({ error: z.object({ message: z.string().default(''), reason: z.string().default('') }) }),
  z.object({ error: z.string(), error_description: z.string().default('') }),
]);

/** What a refusal says, whichever of its shapes it has: the API's, the accounts service's, or plain text. */
export function refusalIn(body: unknown): { readonly message: string; readonly reason: string } {
  if (typeof body === 'string') return { message: body, reason: '' };
  const parsed = refusalSchema.safeParse(body);
  if (!parsed.success) return { message: '', reason: '' };
  const { error } = parsed.data;
  if (typeof error !== 'string') return error;
  return { message: 'error_description' in parsed.data ? parsed.data.error_description : '', reason: error };
}
