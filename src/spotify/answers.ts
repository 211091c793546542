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
