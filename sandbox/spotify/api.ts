import { Hono } from 'hono';
import { wholeNumber } from './holder.ts';
import type { ApiEnv } from './holder.ts';
import type { People } from './people.ts';
import { personApi } from './person-api.ts';
import { playlistsApi } from './playlists-api.ts';
import { isId } from './songs.ts';
import type { Songs } from './songs.ts';
import type { Tokens } from './tokens.ts';
import { apiError, searchJson, trackJson } from './wire.ts';

/** What the API works on. */
export interface ApiParts {
  readonly songs: Songs;
  readonly tokens: Tokens;
  readonly people: People;
  /** Whether lists have empty places among their items, as Spotify's sometimes do. */
  readonly holes: () => boolean;
  /** Told of a request that a new app may not make. */
  readonly forbidden: (request: string) => void;
}

const SEARCH_LIMIT = 10;
const SEARCH_OFFSET = 1000;
const SEARCH_DEFAULT = 5;

/** The Web API as an app that was made in autumn 2026 finds it: what is not offered here is forbidden. */
export function webApi({ songs, tokens, people, holes, forbidden }: ApiParts): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });

  app.use(async (c, next) => {
    const token = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    const holder = tokens.holder(token);
    if (typeof holder === 'string') return apiError(401, holder);
    c.set('holder', holder);
    if (!/^(?:[A-Z]{2})?$/.test(c.req.query('market') ?? '')) return apiError(400, 'Invalid market code');
    return next();
  });

  app.get('/tracks/:id', (c) => {
    const id = c.req.param('id');
    if (!isId(id)) return apiError(400, 'Invalid base62 id');
    const song = songs.get(id);
    if (!song) return apiError(404, 'Resource not found');
    const played = (song.relinkedTo === undefined ? undefined : songs.get(song.relinkedTo)) ?? song;
    return Response.json(trackJson(played, c.req.query('market'), song));
  });

  app.get('/search', (c) => {
    const query = c.req.query('q') ?? '';
    if (query === '') return apiError(400, 'No search query');
    if (c.req.query('type') !== 'track') return apiError(400, 'Bad search type field');
    const limit = wholeNumber(c, 'limit', SEARCH_DEFAULT);
    if (!(limit >= 1 && limit <= SEARCH_LIMIT)) return apiError(400, 'Invalid limit');
    const offset = wholeNumber(c, 'offset', 0);
    if (!(offset >= 0 && offset <= SEARCH_OFFSET)) return apiError(400, 'Invalid offset');
    const page = { limit, offset, market: c.req.query('market') };
    return Response.json(searchJson(page, songs.find(query), holes()));
  });

  app.route('/', personApi());
  app.route('/', playlistsApi({ people, songs, holes }));

  app.all('*', (c) => {
    forbidden(`${c.req.method} ${c.req.path}`);
    return apiError(403, 'Forbidden');
  });
  return app;
}
