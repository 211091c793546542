import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Contract, idOf, nonsense, startSpotify as start } from '../../sandbox/spotify/index.ts';
import type { Exchange, Spotify } from '../../sandbox/spotify/index.ts';
import { spotifyOpenApi, startSpotify } from '../spotify.ts';
import { NEEDS_SHARED_DATA } from '../shared-data.ts';

const bodyShape = z.looseObject({
  tracks: z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) }).optional(),
});
const grantShape = z.looseObject({ access_token: z.string() });

const errorOf = (status: number, message: string): object => ({ error: { status, message } });

async function tokenOf(spotify: Spotify): Promise<string> {
  const answer = await askToken(spotify, `${spotify.clientId}:${spotify.clientSecret}`);
  expect(answer.status).toBe(200);
  const { access_token: token, ...grant } = grantShape.parse(await answer.json());
  expect(grant).toEqual({ token_type: 'Bearer', expires_in: 3600 });
  return token;
}

function askToken(
  spotify: Spotify,
  credentials: string,
  form: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${spotify.accountsUrl}/api/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
    headers: { authorization: `Basic ${btoa(credentials)}` },
  });
}

async function ask(spotify: Spotify, path: string, token: string, method = 'GET') {
  const answer = await fetch(`${spotify.apiUrl}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, body: bodyShape.parse(await answer.json()) };
}

describe('the accounts service of the stand-in', () => {
  it.each([
    [
      'a wrong secret',
      ({ clientId }: Spotify) => `${clientId}:wrong`,
      {},
      'invalid_client',
      'Invalid client secret',
    ],
    [
      'a wrong client',
      ({ clientSecret }: Spotify) => `me:${clientSecret}`,
      {},
      'invalid_client',
      'Invalid client',
    ],
    [
      'another grant',
      ({ clientId, clientSecret }: Spotify) => `${clientId}:${clientSecret}`,
      { grant_type: 'password' },
      'unsupported_grant_type',
      'grant_type must be client_credentials, authorization_code or refresh_token',
    ],
  ])('refuses %s', async (_, credentials, form, error, description) => {
    const spotify = await startSpotify();
    const answer = await askToken(spotify, credentials(spotify), form);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error, error_description: description });
  });
});

describe('the API of the stand-in', () => {
  it('takes no request without a token, with a wrong one, or with one that ran out', async () => {
    const spotify = await startSpotify();
    const token = await tokenOf(spotify);
    spotify.expireTokens();
    const path = `/tracks/${idOf(1)}`;
    expect((await fetch(`${spotify.apiUrl}/v1${path}`)).status).toBe(401);
    expect((await ask(spotify, path, 'made-up')).body).toEqual(errorOf(401, 'Invalid access token'));
    expect((await ask(spotify, path, token)).body).toEqual(errorOf(401, 'The access token expired'));
    expect((await ask(spotify, path, await tokenOf(spotify))).status).toBe(404);
  });

  it.each([
    ['/tracks/short', 400, 'Invalid base62 id'],
    [`/tracks/${idOf(9)}`, 404, 'Resource not found'],
    [`/tracks/${idOf(9)}?market=usa`, 400, 'Invalid market code'],
    ['/search?type=track', 400, 'No search query'],
    ['/search?q=x&type=album', 400, 'Bad search type field'],
    ['/search?q=x&type=track&limit=11', 400, 'Invalid limit'],
    ['/search?q=x&type=track&limit=0', 400, 'Invalid limit'],
    ['/search?q=x&type=track&limit=ten', 400, 'Invalid limit'],
    ['/search?q=x&type=track&offset=1001', 400, 'Invalid offset'],
  ])('refuses %s as Spotify does', async (path, status, message) => {
    const spotify = await startSpotify();
    expect(await ask(spotify, path, await tokenOf(spotify))).toEqual({
      status,
      body: errorOf(status, message),
    });
  });

  it('gives five where no limit is given, from the offset on', async () => {
    const spotify = await startSpotify();
    const songs = Array.from({ length: 12 }, (_, n) =>
      spotify.songs.add({ title: `Rain ${n}`, artists: ['Ina'] }),
    );
    const token = await tokenOf(spotify);
    const idsAt = async (query: string) => {
      const { body } = await ask(spotify, `/search?q=rain&type=track${query}`, token);
      expect(body).toMatchObject({ tracks: { total: 12 } });
      return body.tracks?.items.map(({ id }) => id);
    };
    expect(await idsAt('')).toEqual(songs.slice(0, 5).map(({ id }) => id));
    expect(await idsAt('&limit=10&offset=5')).toEqual(songs.slice(5).map(({ id }) => id));
  });

  it('lets a fault strike as often as it was asked to', async () => {
    const spotify = await startSpotify();
    const trouble = spotify.trouble(nonsense, { on: /^GET/, times: 1 });
    const token = await tokenOf(spotify);
    const get = () =>
      fetch(`${spotify.apiUrl}/v1/search?q=x&type=track`, { headers: { authorization: `Bearer ${token}` } });
    expect(await (await get()).text()).toContain('hotel');
    expect([(await get()).status, trouble.hits]).toEqual([200, 1]);
  });
});

describe('held against Spotify’s OpenAPI, the stand-in', () => {
  it('forbids everything that is deprecated, and says what was asked', async (test) => {
    if (spotifyOpenApi === undefined) return test.skip(NEEDS_SHARED_DATA);
    const spotify = await startSpotify();
    const token = await tokenOf(spotify);
    const deprecated = new Contract(spotifyOpenApi).operations.filter((it) => it.deprecated);
    expect(deprecated.length).toBeGreaterThan(40);
    for (const { method, template } of deprecated) {
      const { status } = await ask(spotify, template.replaceAll(/\{\w+\}/g, idOf(1)), token, method);
      expect(`${method} ${template}: ${status}`).toBe(`${method} ${template}: 403`);
    }
    expect(spotify.forbidden).toHaveLength(deprecated.length);
  });

  it('finds what is asked and answered otherwise', (test) => {
    if (spotifyOpenApi === undefined) return test.skip(NEEDS_SHARED_DATA);
    const contract = new Contract(spotifyOpenApi);
    const right: Exchange = {
      method: 'GET',
      path: '/tracks/1',
      query: { market: 'US' },
      status: 200,
      response: { id: '1' },
    };
    const wrong = (it: Partial<Exchange>): readonly string[] =>
      contract.violations({ ...right, ...it }).map(({ what, message }) => `${what}: ${message}`);
    expect(wrong({})).toEqual([]);
    expect(wrong({ query: { ...right.query, limit: '1' } })).toEqual([
      'query: / must NOT have additional properties',
    ]);
    expect(wrong({ response: { id: 1 } })).toEqual(['response: /id must be string, not 1']);
    expect(wrong({ status: 201 })).toEqual(['response: the status 201 is not documented']);
    expect(wrong({ status: 404, response: { error: 'gone' } })).toHaveLength(1);
    expect(wrong({ path: '/tracks', query: { ids: '1' } })).toEqual([
      'request: answered 200, but it is deprecated',
    ]);
    expect(wrong({ path: '/songs' })).toEqual([
      'response: answered 200, but Spotify knows no such operation',
    ]);
    const create = { method: 'POST', path: '/me/playlists', query: {}, status: 201, response: {} };
    expect(wrong({ ...create, body: { name: 'x' } })).toEqual([]);
    expect(wrong({ ...create, body: { name: 1 } })).toEqual(['request: /name must be string, not 1']);
    expect(wrong(create)).toHaveLength(1);
    expect(wrong({ body: {} })).toEqual(['request: a body where none is documented']);
    const unfollow = { method: 'DELETE', path: '/me/library', query: { uris: 'x' }, response: undefined };
    expect(wrong(unfollow)).toEqual([]);
    expect(wrong({ ...unfollow, response: {} })).toEqual(['response: a body where none is documented']);
    const search = { path: '/search', response: { tracks: { items: [null] } } };
    expect(wrong({ ...search, query: { q: 'x', type: 'track,song', limit: '11' } })[0]).toMatch(/^query: /);
    expect(wrong({ ...search, query: { q: 'x', type: 'track' } })[0]).toMatch(/^response: .*required/);
  });

  it('fails when it stops if anything was not as documented', async (test) => {
    if (spotifyOpenApi === undefined) return test.skip(NEEDS_SHARED_DATA);
    const spotify = await start({ openApi: spotifyOpenApi });
    await ask(spotify, `/search?q=x&type=track&colour=red`, await tokenOf(spotify));
    await expect(spotify.stop()).rejects.toThrow('GET /search, query');
  });
});
