import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { Context } from 'hono';
import sharp from 'sharp';
import { z } from 'zod';
import { pagingIn, personBehind } from './holder.ts';
import type { ApiEnv } from './holder.ts';
import type { OwnPlaylist, People } from './people.ts';
import { isId } from './songs.ts';
import type { Songs } from './songs.ts';
import { apiError } from './wire.ts';
import { itemJson, listedJson, pageJson, playlistJson } from './wire-people.ts';

const MOST_ITEMS = 100;
const COVER_CHARACTERS = 256_000;
/** What Spotify's own clients let people write. */
const LONGEST_DESCRIPTION = 300;

const planShape = z.object({
  name: z.string().min(1),
  description: z.string().max(LONGEST_DESCRIPTION).default(''),
  public: z.boolean().default(true),
});
const urisShape = z.object({ uris: z.array(z.string()), position: z.int().min(0).optional() });
const removalShape = z.object({ items: z.array(z.object({ uri: z.string() })) });

/** What the playlists' part of the API works on. */
export interface PlaylistsParts {
  readonly people: People;
  readonly songs: Songs;
  /** Whether lists have empty places among their items, as Spotify's sometimes do. */
  readonly holes: () => boolean;
}

/** Playlists as their owners may make, see and change them. */
export function playlistsApi({ people, songs, holes }: PlaylistsParts): Hono<ApiEnv> {
  const api = new Hono<ApiEnv>();

  api.get('/me/playlists', (c) => {
    const person = personBehind(c);
    if (person instanceof Response) return person;
    const page = pagingIn(c);
    if (page instanceof Response) return page;
    const seesPrivate = c.get('holder').scopes.includes('playlist-read-private');
    const seen = person.library.filter((playlist) => playlist.public || seesPrivate);
    return Response.json(pageJson('me/playlists', seen.map(listedJson), page, holes()));
  });

  api.post('/me/playlists', async (c) => {
    const plan = await bodyOf(c, planShape);
    if (plan instanceof Response) return plan;
    const person = personBehind(c, modifyScope(plan));
    if (person instanceof Response) return person;
    const id = randomBytes(11).toString('hex');
    return Response.json(playlistJson(person.make({ ...plan, id }), []), { status: 201 });
  });

  api.get('/playlists/:id', (c) => {
    const playlist = playlistIn(c, people);
    if (playlist instanceof Response) return playlist;
    return Response.json(playlistJson(playlist, itemsOf(playlist, songs, playlist.public)));
  });

  api.get('/playlists/:id/items', (c) => {
    const playlist = ownPlaylistIn(c, people);
    if (playlist instanceof Response) return playlist;
    const page = pagingIn(c);
    if (page instanceof Response) return page;
    const items = itemsOf(playlist, songs, true);
    return Response.json(pageJson(`playlists/${playlist.id}/items`, items, page, holes()));
  });

  /** Changes the items with what came, which `change` makes of it. */
  const changing =
    <T>(
      shape: z.ZodType<T>,
      urisIn: (body: T) => readonly string[],
      change: (has: readonly string[], body: T) => string[],
      status: 200 | 201,
    ) =>
    async (c: Context<ApiEnv>): Promise<Response> => {
      const playlist = ownPlaylistIn(c, people, 'modify');
      if (playlist instanceof Response) return playlist;
      const body = await bodyOf(c, shape);
      if (body instanceof Response) return body;
      const fault = faultIn(urisIn(body), songs);
      if (fault !== null) return apiError(400, fault);
      playlist.uris = change(playlist.uris, body);
      playlist.changes += 1;
      return Response.json({ snapshot_id: `snapshot-${playlist.changes}` }, { status });
    };

  api.post(
    '/playlists/:id/items',
    changing(
      urisShape,
      ({ uris }) => uris,
      (has, { uris, position = has.length }) => has.toSpliced(position, 0, ...uris),
      201,
    ),
  );
  api.put(
    '/playlists/:id/items',
    changing(
      urisShape,
      ({ uris }) => uris,
      (_, { uris }) => uris,
      200,
    ),
  );
  api.delete(
    '/playlists/:id/items',
    changing(
      removalShape,
      ({ items }) => items.map(({ uri }) => uri),
      (has, { items }) => has.filter((uri) => items.every((item) => item.uri !== uri)),
      200,
    ),
  );

  api.put('/playlists/:id/images', async (c) => {
    const playlist = ownPlaylistIn(c, people, 'modify');
    if (playlist instanceof Response) return playlist;
    const person = personBehind(c, 'ugc-image-upload');
    if (person instanceof Response) return person;
    if (c.req.header('content-type') !== 'image/jpeg')
      return apiError(400, 'The content type must be image/jpeg');
    const text = await c.req.text();
    if (text.length > COVER_CHARACTERS) return apiError(413, 'Payload too large');
    const image = Buffer.from(text, 'base64');
    if (image.toString('base64') !== text || !(await isJpeg(image))) return apiError(400, 'Invalid image');
    playlist.cover = image;
    return new Response(null, { status: 202 });
  });

  api.delete('/me/library', (c) => {
    const ids = (c.req.query('uris') ?? '')
      .split(',')
      .map((uri) => /^spotify:playlist:(\w+)$/.exec(uri)?.[1] ?? '');
    if (ids.length > 40 || ids.includes('')) return apiError(400, 'Invalid uris');
    const person = personBehind(c, 'playlist-modify-public', 'playlist-modify-private');
    if (person instanceof Response) return person;
    for (const id of ids) {
      const playlist = person.find(id);
      if (playlist) playlist.followed = false;
    }
    return new Response(null, { status: 200 });
  });
  return api;
}

const modifyScope = (playlist: { readonly public: boolean }): string =>
  playlist.public ? 'playlist-modify-public' : 'playlist-modify-private';

/** A playlist that the person may look at. */
function playlistIn(c: Context<ApiEnv>, people: People): OwnPlaylist | Response {
  const person = personBehind(c);
  if (person instanceof Response) return person;
  const id = c.req.param('id') ?? '';
  if (!isId(id)) return apiError(400, 'Invalid base62 id');
  const playlist = people.playlist(id);
  if (!playlist || (!playlist.public && playlist.owner !== person))
    return apiError(404, 'Resource not found');
  return playlist;
}

/** A playlist whose items the person may see, or change. */
function ownPlaylistIn(c: Context<ApiEnv>, people: People, to?: 'modify'): OwnPlaylist | Response {
  const playlist = playlistIn(c, people);
  if (playlist instanceof Response) return playlist;
  const readScopes = playlist.public ? [] : ['playlist-read-private'];
  const person = personBehind(c, ...(to === 'modify' ? [modifyScope(playlist)] : readScopes));
  if (person instanceof Response) return person;
  return playlist.owner === person ? playlist : apiError(403, 'Forbidden');
}

const itemsOf = ({ uris, owner }: OwnPlaylist, songs: Songs, seen: boolean): readonly object[] =>
  seen ? uris.map((uri) => itemJson(uri, owner, songs)) : [];

/** What came as JSON, or what is wrong with it. */
async function bodyOf<T>(c: Context<ApiEnv>, shape: z.ZodType<T>): Promise<T | Response> {
  if (!c.req.header('content-type')?.startsWith('application/json'))
    return apiError(400, 'Error parsing JSON.');
  const parsed = shape.safeParse(await c.req.json().catch(() => null));
  return parsed.success ? parsed.data : apiError(400, 'Error parsing JSON.');
}

function faultIn(uris: readonly string[], songs: Songs): string | null {
  if (uris.length > MOST_ITEMS) return `You can add a maximum of ${MOST_ITEMS} tracks per request.`;
  for (const uri of uris) {
    const id = /^spotify:track:(\w+)$/.exec(uri)?.[1] ?? '';
    if (!isId(id)) return `Invalid track uri: ${uri}`;
    if (songs.isGone(id)) return 'Payload contains a non-existing ID';
  }
  return null;
}

/** To the last pixel. */
const isJpeg = (bytes: Uint8Array): Promise<boolean> =>
  sharp(bytes, { failOn: 'warning' })
    .raw()
    .toBuffer()
    .then(
      () => sharp(bytes).metadata(),
      () => ({ format: 'none' }),
    )
    .then(({ format }) => format === 'jpeg');
