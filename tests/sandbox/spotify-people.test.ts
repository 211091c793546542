import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { idOf } from '../../sandbox/spotify/index.ts';
import type { Person, Spotify } from '../../sandbox/spotify/index.ts';
import { startSpotify } from '../spotify.ts';
import { answerConsent, EVERYTHING, REDIRECT } from '../spotify/linked.ts';
import { CHROMIUM, NEEDS_CHROMIUM, startChromium } from '../web/chromium.ts';

const VERIFIER = 'v'.repeat(64);
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

const grantShape = z.looseObject({
  access_token: z.string(),
  refresh_token: z.string().optional(),
});
const madeShape = z.looseObject({ id: z.string() });

function consentUrl(spotify: Spotify, changes: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    client_id: spotify.clientId,
    response_type: 'code',
    redirect_uri: REDIRECT,
    scope: EVERYTHING.join(' '),
    state: 'mine',
    code_challenge_method: 'S256',
    code_challenge: challengeOf(VERIFIER),
    ...changes,
  });
  return `${spotify.accountsUrl}/authorize?${query.toString()}`;
}

async function askToken(spotify: Spotify, form: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ client_id: spotify.clientId, ...form });
  const answer = await fetch(`${spotify.accountsUrl}/api/token`, { method: 'POST', body });
  const json: unknown = await answer.json();
  return { status: answer.status, json };
}

async function agree(spotify: Spotify, scopes = EVERYTHING) {
  const back = await answerConsent(consentUrl(spotify, { scope: scopes.join(' ') }));
  const code = back.searchParams.get('code') ?? '';
  const form = { grant_type: 'authorization_code', redirect_uri: REDIRECT, code_verifier: VERIFIER };
  return grantShape.parse((await askToken(spotify, { ...form, code })).json);
}

async function ask(spotify: Spotify, token: string, request: string, body?: unknown, type?: string) {
  const [method = '', path = ''] = request.split(' ');
  const answer = await fetch(`${spotify.apiUrl}/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': type ?? 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const json: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: answer.status, json };
}

async function scene(scopes?: string[]) {
  const spotify = await startSpotify();
  spotify.allowRedirect(REDIRECT);
  const ada: Person = spotify.people.add({ name: 'Ada <b>' });
  const { access_token: token } = await agree(spotify, scopes);
  const create = async (plan: object = { name: 'Calm' }): Promise<string> =>
    madeShape.parse((await ask(spotify, token, 'POST /me/playlists', plan)).json).id;
  return { spotify, ada, token, create };
}

const refusal = (status: number, message: string, reason?: string) => ({
  status,
  json: { error: { status, message, ...(reason === undefined ? {} : { reason }) } },
});

describe('the consent page', () => {
  it.each([
    ['of another app', { client_id: 'stranger' }, 'INVALID_CLIENT: Invalid client'],
    ['back to elsewhere', { redirect_uri: `${REDIRECT}/` }, 'INVALID_CLIENT: Invalid redirect URI'],
    ['back to a stranger', { redirect_uri: 'https://evil.example' }, 'INVALID_CLIENT: Invalid redirect URI'],
  ])('is not shown, and sends nobody anywhere: %s', async (_, changes, text) => {
    const { spotify } = await scene();
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(consentUrl(spotify, changes), { method, redirect: 'manual' });
      expect([answer.status, await answer.text()]).toEqual([400, text]);
    }
  });

  it.each([
    ['another way', { response_type: 'token' }, 'unsupported_response_type'],
    ['scopes that there are not', { scope: 'playlist-modify-private world' }, 'invalid_scope'],
    ['no challenge', { code_challenge: '' }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no state', { state: '' }, 'invalid_request'],
  ])('is not shown for %s', async (_, changes, error) => {
    const { spotify } = await scene();
    for (const method of ['GET', 'POST']) {
      const answer = await fetch(consentUrl(spotify, changes), { method, redirect: 'manual' });
      const back = new URL(answer.headers.get('location') ?? '');
      expect([answer.status, back.origin + back.pathname]).toEqual([303, REDIRECT]);
      expect(Object.fromEntries(back.searchParams)).toMatchObject({ error });
    }
  });

  it('sends back who does not agree, without a code', async () => {
    const { spotify } = await scene();
    const back = await answerConsent(consentUrl(spotify), 'cancel');
    expect(Object.fromEntries(back.searchParams)).toEqual({ error: 'access_denied', state: 'mine' });
  });

  it('is answered by whoever is signed in', async () => {
    const { spotify, token } = await scene();
    const ben = spotify.people.add({ name: 'Ben' });
    spotify.people.signIn(ben);
    const { access_token: bens } = await agree(spotify);
    expect((await ask(spotify, bens, 'GET /me')).json).toMatchObject({ account_id: ben.accountId });
    expect((await ask(spotify, token, 'GET /me')).json).toMatchObject({ display_name: 'Ada <b>' });
  });

  it.each(['http://localhost:8787/back', 'http://example.com/back'])(
    'never leads back to %s',
    async (uri) => {
      const { spotify } = await scene();
      expect(() => spotify.allowRedirect(uri)).toThrow(RangeError);
      expect(() => spotify.allowRedirect(uri.replace('http:', 'https:'))).not.toThrow();
    },
  );
});

describe.skipIf(CHROMIUM === undefined)(
  `the consent page in a browser${CHROMIUM === undefined ? ` (${NEEDS_CHROMIUM})` : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => void (browser = await startChromium()));
    afterAll(() => browser.close());

    it.each([
      ['Agree', 'code'],
      ['Cancel', 'error'],
    ])('says who is asked for what, and %s leads back', async (button, outcome) => {
      const { spotify } = await scene();
      const page = await browser.newPage();
      await page.route(`${REDIRECT}*`, (route) => route.fulfill({ body: 'back' }));
      await page.goto(consentUrl(spotify, { scope: 'playlist-modify-private ugc-image-upload' }));
      expect(await page.locator('body').innerText()).toContain('Ada <b>');
      expect(await page.locator('li').allInnerTexts()).toEqual([
        'Manage your private playlists.',
        'Upload images to Spotify on your behalf.',
      ]);
      await page.getByRole('button', { name: button }).click();
      await page.waitForURL(`${REDIRECT}*`);
      const { searchParams } = new URL(page.url());
      expect([...searchParams.keys()].toSorted()).toEqual([outcome, 'state'].toSorted());
      await page.close();
    });
  },
);

describe('the accounts service', () => {
  const right = { grant_type: 'authorization_code', redirect_uri: REDIRECT, code_verifier: VERIFIER };
  const codeOf = async (spotify: Spotify): Promise<string> =>
    (await answerConsent(consentUrl(spotify))).searchParams.get('code') ?? '';
  const invalidGrant = (description: string) => ({
    status: 400,
    json: { error: 'invalid_grant', error_description: description },
  });

  it.each([
    ['no verifier', { code_verifier: '' }, 'code_verifier required'],
    ['a short verifier', { code_verifier: 'v' }, 'code_verifier required'],
    ['another verifier', { code_verifier: 'w'.repeat(64) }, 'code_verifier was incorrect'],
    ['another page', { redirect_uri: 'https://evil.example' }, 'Invalid redirect URI'],
    ['a made-up code', { code: 'x' }, 'Invalid authorization code'],
  ])('gives no tokens for %s', async (_, wrong, description) => {
    const { spotify } = await scene();
    const form = { ...right, code: await codeOf(spotify), ...wrong };
    expect(await askToken(spotify, form)).toEqual(invalidGrant(description));
  });

  it('takes a code once, and not when it is old', async () => {
    const { spotify } = await scene();
    const [used, old] = [await codeOf(spotify), await codeOf(spotify)];
    expect(await askToken(spotify, { ...right, code: used })).toMatchObject({
      status: 200,
      json: { token_type: 'Bearer', expires_in: 3600, scope: EVERYTHING.join(' ') },
    });
    expect(await askToken(spotify, { ...right, code: used })).toEqual(
      invalidGrant('Invalid authorization code'),
    );
    spotify.expireCodes();
    expect(await askToken(spotify, { ...right, code: old })).toEqual(
      invalidGrant('Authorization code expired'),
    );
  });

  it('takes nobody for the app who is not', async () => {
    const { spotify } = await scene();
    const form = { ...right, code: await codeOf(spotify), client_id: 'stranger' };
    expect(await askToken(spotify, form)).toMatchObject({ status: 400, json: { error: 'invalid_client' } });
    const own = { grant_type: 'client_credentials' };
    expect(await askToken(spotify, own)).toMatchObject({ status: 400, json: { error: 'invalid_client' } });
  });

  it('gives a new refresh token for the old one, or not, and none for one that is over', async () => {
    const { spotify, ada } = await scene();
    const refresh = async (token = '') => {
      const form = { grant_type: 'refresh_token', refresh_token: token };
      const { status, json } = await askToken(spotify, form);
      return status === 200 ? grantShape.parse(json) : json;
    };
    const { refresh_token: first } = await agree(spotify);
    const { refresh_token: second } = grantShape.parse(await refresh(first));
    expect(second).toMatch(/^[\w-]{64}$/);
    expect(await refresh(first)).toEqual(invalidGrant('Refresh token revoked').json);
    spotify.rotateRefreshTokens(false);
    expect(await refresh(second)).not.toHaveProperty('refresh_token');
    expect(await refresh(second)).toHaveProperty('access_token');
    spotify.expireRefreshTokens();
    expect(await refresh(second)).toEqual(invalidGrant('Refresh token expired').json);
    const { refresh_token: third, access_token: token } = await agree(spotify);
    spotify.revoke(ada);
    expect(await refresh(third)).toEqual(invalidGrant('Refresh token revoked').json);
    expect(await ask(spotify, token, 'GET /me')).toEqual(refusal(401, 'Invalid access token'));
    expect(await refresh('made-up')).toEqual(invalidGrant('Invalid refresh token').json);
  });
});

describe('what belongs to people', () => {
  it.each([
    'GET /me',
    'GET /me/playlists',
    'GET /me/top/artists',
    'GET /me/player/devices',
    `GET /playlists/${idOf(1)}`,
  ])('is not for the app itself: %s', async (request) => {
    const { spotify } = await scene();
    const credentials = { authorization: `Basic ${btoa(`${spotify.clientId}:${spotify.clientSecret}`)}` };
    const answer = await fetch(`${spotify.accountsUrl}/api/token`, {
      method: 'POST',
      headers: credentials,
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = grantShape.parse(await answer.json());
    expect(await ask(spotify, token, request)).toEqual(refusal(401, 'Valid user authentication required'));
  });

  it('is refused in the words of Spotify where something is wrong', async () => {
    const { spotify, token, create } = await scene();
    const id = await create();
    const many = { uris: Array.from({ length: 101 }, (_, n) => `spotify:track:${idOf(n)}`) };
    const wrong: [string, unknown, string][] = [
      ['POST /me/playlists', { description: 'nameless' }, 'Error parsing JSON.'],
      ['POST /me/playlists', { name: 'x', description: 'x'.repeat(301) }, 'Error parsing JSON.'],
      ['POST /me/playlists', 'name=x', 'Error parsing JSON.'],
      [`POST /playlists/${id}/items`, many, 'You can add a maximum of 100 tracks per request.'],
      [`PUT /playlists/${id}/items`, many, 'You can add a maximum of 100 tracks per request.'],
      [`POST /playlists/${id}/items`, { uris: ['spotify:track:1'] }, 'Invalid track uri: spotify:track:1'],
      ['GET /playlists/no-id', undefined, 'Invalid base62 id'],
      ['GET /me/playlists?limit=51', undefined, 'Invalid limit'],
      ['GET /me/playlists?offset=-1', undefined, 'Invalid offset'],
      ['GET /me/top/artists?time_range=ever', undefined, 'Invalid time range'],
      ['DELETE /me/library?uris=spotify:track:1', undefined, 'Invalid uris'],
      ['POST /me/player/queue?uri=spotify:album:1', undefined, 'Invalid track uri'],
    ];
    for (const [request, body, message] of wrong)
      expect([request, await ask(spotify, token, request, body)]).toEqual([request, refusal(400, message)]);
    expect(spotify.people.signedIn.everMade).toMatchObject([{ uris: [] }]);
  });

  it('takes tracks in at a place, and out again', async () => {
    const { spotify, token, ada, create } = await scene();
    const items = `/playlists/${await create()}/items`;
    const [a, b, c] = [1, 2, 3].map((n) => `spotify:track:${idOf(n)}`);
    await ask(spotify, token, `POST ${items}`, { uris: [a, b, a] });
    await ask(spotify, token, `POST ${items}`, { uris: [c], position: 1 });
    expect(ada.playlists[0]?.uris).toEqual([a, c, b, a]);
    expect(await ask(spotify, token, `DELETE ${items}`, { items: [{ uri: a }] })).toMatchObject({
      status: 200,
      json: { snapshot_id: 'snapshot-3' },
    });
    expect(ada.playlists[0]?.uris).toEqual([c, b]);
  });

  it('gives descriptions back as HTML', async () => {
    const { spotify, token, create } = await scene();
    const id = await create({ name: 'x', description: 'you & me' });
    const { json } = await ask(spotify, token, `GET /playlists/${id}`);
    expect(json).toMatchObject({ description: 'you &#x26; me', public: true });
  });

  it('takes a JPEG for a cover and nothing else', async () => {
    const { spotify, token, ada, create } = await scene();
    const images = `PUT /playlists/${await create()}/images`;
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: 'teal' } });
    const [jpeg, png] = [await picture.jpeg().toBuffer(), await picture.png().toBuffer()];
    const put = async (text: string, type = 'image/jpeg') => {
      const { status } = await ask(spotify, token, images, text, type);
      return status;
    };
    expect(await put(png.toString('base64'))).toBe(400);
    expect(await put(jpeg.subarray(0, jpeg.length - 20).toString('base64'))).toBe(400);
    expect(await put('not base64!')).toBe(400);
    expect(await put(jpeg.toString('base64'), 'image/png')).toBe(400);
    expect(await put('A'.repeat(256_004))).toBe(413);
    expect(ada.playlists[0]?.cover).toBeUndefined();
    expect(await put(jpeg.toString('base64'))).toBe(202);
    expect(ada.playlists[0]?.cover).toHaveLength(jpeg.length);
  });

  it('stays with its owner', async () => {
    const { spotify, token, ada } = await scene();
    const [open, hidden] = [true, false].map((isPublic, n) =>
      ada.make({ id: idOf(n), name: 'x', description: '', public: isPublic }),
    );
    spotify.people.signIn(spotify.people.add({ name: 'Ben' }));
    const { access_token: bens } = await agree(spotify);
    const uris = { uris: [`spotify:track:${idOf(1)}`] };
    expect(await ask(spotify, bens, `GET /playlists/${open?.id}`)).toMatchObject({ status: 200 });
    expect(await ask(spotify, bens, `GET /playlists/${open?.id}/items`)).toEqual(refusal(403, 'Forbidden'));
    expect(await ask(spotify, bens, `POST /playlists/${open?.id}/items`, uris)).toEqual(
      refusal(403, 'Forbidden'),
    );
    expect(await ask(spotify, bens, `GET /playlists/${hidden?.id}`)).toEqual(
      refusal(404, 'Resource not found'),
    );
    await ask(spotify, bens, `DELETE /me/library?uris=spotify:playlist:${open?.id}`);
    expect(ada.playlists).toHaveLength(2);
    expect(await ask(spotify, token, 'GET /me/playlists?limit=1')).toMatchObject({
      json: { total: 2, items: [{ id: hidden?.id }], next: expect.stringContaining('offset=1') as unknown },
    });
  });

  it.each([
    'POST /users/ada/playlists',
    `POST /playlists/${idOf(1)}/tracks`,
    `DELETE /playlists/${idOf(1)}/followers`,
    `PUT /playlists/${idOf(1)}`,
    'PUT /me/library?uris=spotify:track:1',
    'GET /me/top/tracks',
    'PUT /me/player/play',
    'GET /recommendations',
  ])('is not changed by what a new app may not do: %s', async (request) => {
    const { spotify, token } = await scene();
    expect(await ask(spotify, token, request)).toEqual(refusal(403, 'Forbidden'));
    const [method = '', path = ''] = request.split(' ');
    expect(spotify.forbidden).toEqual([`${method} /v1${path.replace(/\?.*/, '')}`]);
  });
});

it('does late what nobody waits for any more', async () => {
  const { spotify, token, ada } = await scene();
  spotify.trouble({ kind: 'unanswered', ms: 200 }, { on: /playlists$/ });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const asked = fetch(`${spotify.apiUrl}/v1/me/playlists`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name: 'Late' }),
    signal: AbortSignal.timeout(50),
  });
  await expect(asked).rejects.toThrow();
  await expect.poll(() => ada.playlists).toMatchObject([{ name: 'Late' }]);
});
