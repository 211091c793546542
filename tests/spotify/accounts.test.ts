import { describe, expect, it } from 'vitest';
import { broken, type SpotifyFault, tooMany } from '../../sandbox/spotify/index.ts';
import { describeError } from '../../src/log.ts';
import { accountsAt } from '../../src/spotify/accounts.ts';
import { PATIENCE } from '../../src/spotify/patience.ts';
import { appAt } from '../spotify.ts';
import { answerConsent, personScene, REDIRECT } from './linked.ts';

const TOKENS = 'POST /api/token';

describe('the way to the consent page', () => {
  it('has all that Spotify wants to know, and not the verifier', async () => {
    const { accounts, standIn } = await personScene();
    const ask = { state: 'a&b=c', scopes: ['user-top-read', 'ugc-image-upload'], redirectUri: REDIRECT };
    const { url, verifier } = accounts.authorise(ask);
    expect(verifier).toMatch(/^[\w-]{43}$/);
    expect(url).toMatch(`${standIn.accountsUrl}/authorize?`);
    expect(url).not.toContain(verifier);
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
      client_id: standIn.clientId,
      response_type: 'code',
      redirect_uri: REDIRECT,
      scope: 'user-top-read ugc-image-upload',
      state: 'a&b=c',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as unknown,
    });
    expect((await answerConsent(url)).searchParams.get('state')).toBe('a&b=c');
  });

  it('has another verifier every time', async () => {
    const { accounts } = await personScene();
    const ask = { state: 'x', scopes: [], redirectUri: REDIRECT };
    expect(accounts.authorise(ask).verifier).not.toBe(accounts.authorise(ask).verifier);
  });
});

describe('the exchange of a code', () => {
  it('gives tokens with what was allowed, without a secret', async () => {
    const { link, open, ada } = await personScene();
    const before = Date.now();
    const tokens = await link(['user-top-read']);
    expect(tokens.scopes).toEqual(['user-top-read']);
    expect(tokens.expiresAt).toBeGreaterThanOrEqual(before + 3_600_000);
    expect(tokens.expiresAt).toBeLessThanOrEqual(Date.now() + 3_600_000);
    expect(await open(() => Promise.resolve(tokens.access)).me()).toEqual({ id: ada.accountId, name: 'Ada' });
  });

  it.each([
    ['with another verifier', { verifier: 'v'.repeat(43) }],
    ['with another page to go back to', { redirectUri: `${REDIRECT}/` }],
    ['that was never given', { code: 'made-up' }],
  ])('is refused %s, and then the right one is too', async (_, wrong) => {
    const { accounts, consent } = await personScene();
    const right = await consent();
    const expired = { code: 'spotify-link-expired' };
    await expect(accounts.exchange({ ...right, ...wrong })).rejects.toMatchObject(expired);
    if (!('code' in wrong)) await expect(accounts.exchange(right)).rejects.toMatchObject(expired);
  });

  it('works once', async () => {
    const { accounts, consent } = await personScene();
    const right = await consent();
    const both = await Promise.allSettled([accounts.exchange(right), accounts.exchange(right)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is refused when the code is too old', async () => {
    const { accounts, consent, standIn } = await personScene();
    const right = await consent();
    standIn.expireCodes();
    await expect(accounts.exchange(right)).rejects.toMatchObject({ code: 'spotify-link-expired' });
  });

  it('is refused to an app that Spotify does not know', async () => {
    const { consent, standIn } = await personScene();
    const stranger = accountsAt({ ...appAt(standIn), clientId: 'stranger' });
    await expect(stranger.exchange(await consent())).rejects.toMatchObject({ code: 'spotify-refused' });
  });

  it.each<[string, SpotifyFault]>([
    ['a 500', broken(500)],
    ['a cut line', { kind: 'drop' }],
    ['an answer that is lost', { kind: 'lost-answer' }],
    ['no answer', { kind: 'unanswered' }],
    ['half an answer', { kind: 'half-answer' }],
  ])('is sent once, whatever happens: %s', async (_, fault) => {
    const { accounts, consent, standIn, sent } = await personScene({}, { deadline: 300 });
    const right = await consent();
    standIn.trouble(fault, { on: /token/ });
    await expect(accounts.exchange(right)).rejects.toMatchObject({ code: 'spotify-unreachable' });
    expect(sent(TOKENS)).toBe(1);
  });

  it('waits where Spotify asks for it', async () => {
    const { accounts, consent, standIn, sent } = await personScene();
    const right = await consent();
    standIn.trouble(tooMany(0, { plain: true }), { on: /token/, times: 1 });
    expect(await accounts.exchange(right)).toMatchObject({ refresh: expect.any(String) as unknown });
    expect(sent(TOKENS)).toBe(2);
  });

  it('is told at once that Spotify wants a day', async () => {
    const { accounts, consent, standIn } = await personScene();
    const right = await consent();
    standIn.trouble(tooMany(86_400), { on: /token/ });
    const busy = { code: 'spotify-busy', details: { seconds: 86_400 } };
    await expect(accounts.exchange(right)).rejects.toMatchObject(busy);
  });
});

describe('a refresh', () => {
  it('gives new tokens, and ends the old ones', async () => {
    const { accounts, link, standIn } = await personScene();
    const old = await link(['user-top-read']);
    const fresh = await accounts.refresh(old);
    expect(fresh.access).not.toBe(old.access);
    expect(fresh.refresh).not.toBe(old.refresh);
    expect(fresh.scopes).toEqual(['user-top-read']);
    await expect(accounts.refresh(old)).rejects.toMatchObject({ code: 'spotify-unlinked' });
    expect(await accounts.refresh(fresh)).toMatchObject({ scopes: ['user-top-read'] });
    expect(standIn.violations).toEqual([]);
  });

  it('keeps the old refresh token where no new one comes, and the scopes where none are told', async () => {
    const { accounts, link, standIn } = await personScene();
    standIn.rotateRefreshTokens(false);
    const old = await link();
    const fresh = await accounts.refresh(old);
    expect([fresh.refresh, fresh.access === old.access]).toEqual([old.refresh, false]);
    const make = () => Response.json({ access_token: 'new', token_type: 'Bearer', expires_in: 3600 });
    standIn.trouble({ kind: 'answer', make }, { on: /token/, times: 1 });
    expect(await accounts.refresh(fresh)).toMatchObject({ access: 'new', scopes: old.scopes });
  });

  it('is done once for all who ask at the same time', async () => {
    const { accounts, link, sent } = await personScene();
    const old = await link();
    const many = await Promise.all(Array.from({ length: 20 }, () => accounts.refresh(old)));
    expect(new Set(many.map(({ refresh }) => refresh)).size).toBe(1);
    expect(sent(TOKENS)).toBe(2);
  });

  it('that two processes ask for is refused to one of them', async () => {
    const { accounts, link, standIn } = await personScene();
    const old = await link();
    const other = accountsAt(appAt(standIn));
    const both = await Promise.allSettled([accounts.refresh(old), other.refresh(old)]);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'spotify-unlinked' },
    });
    expect(both.find(({ status }) => status === 'fulfilled')).toBeDefined();
  });

  it('can be asked for again after it failed', async () => {
    const { accounts, link, standIn } = await personScene();
    const old = await link();
    standIn.trouble(broken(503), { on: /token/, times: 1 });
    await expect(accounts.refresh(old)).rejects.toMatchObject({ code: 'spotify-unreachable' });
    expect((await accounts.refresh(old)).access).not.toBe(old.access);
  });

  it.each([
    ['six months later', 'expireRefreshTokens'],
    ['when the person took it back', 'revoke'],
  ] as const)('tells that the account is unlinked: %s', async (_, how) => {
    const { accounts, link, standIn, ada } = await personScene();
    const old = await link();
    if (how === 'revoke') standIn.revoke(ada);
    else standIn.expireRefreshTokens();
    await expect(accounts.refresh(old)).rejects.toMatchObject({ code: 'spotify-unlinked' });
  });

  it.each<[string, SpotifyFault]>([
    ['an answer that is lost', { kind: 'lost-answer' }],
    ['no answer', { kind: 'unanswered' }],
  ])('that may have changed the token is not sent again: %s', async (_, fault) => {
    const { accounts, link, standIn, sent } = await personScene({}, { deadline: 300 });
    const old = await link();
    standIn.trouble(fault, { on: /token/ });
    await expect(accounts.refresh(old)).rejects.toMatchObject({ code: 'spotify-unreachable' });
    expect(sent(TOKENS)).toBe(2);
  });

  it('is tried again where nobody listens, for nothing can have come of it', async () => {
    const { link, standIn } = await personScene();
    const nowhere = { ...appAt(standIn), accountsUrl: 'http://127.0.0.1:1' };
    const rest = { failuresInARow: 2, tries: 1, firstWait: 1 };
    const accounts = accountsAt(nowhere, { ...PATIENCE, ...rest });
    const error: unknown = await accounts.refresh(await link()).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'spotify-unreachable' });
    // Two tries in a row, after which the line rests.
    await expect(accounts.refresh(await link())).rejects.toMatchObject({
      cause: { name: 'Error', message: expect.stringContaining('circuit breaker is open') as unknown },
    });
  });
});

it('lets no code, no verifier and no token into the log, whatever goes wrong', async () => {
  const { accounts, consent, link, standIn } = await personScene({}, { deadline: 300 });
  const faults: SpotifyFault[] = [
    broken(500),
    { kind: 'drop' },
    { kind: 'half-answer' },
    { kind: 'unanswered' },
  ];
  for (const fault of [...faults, undefined]) {
    const [right, tokens] = [await consent(), await link()];
    if (!fault) {
      standIn.expireCodes();
      standIn.expireRefreshTokens();
    }
    const trouble = fault && standIn.trouble(fault, { on: /token/ });
    const caught = (cause: unknown): unknown => cause;
    const asked = [accounts.exchange(right).catch(caught), accounts.refresh(tokens).catch(caught)];
    for (const error of await Promise.all(asked)) {
      expect(error).toBeInstanceOf(Error);
      const logged = JSON.stringify(describeError(error));
      for (const secret of [right.code, right.verifier, tokens.refresh, tokens.access])
        expect(logged).not.toContain(secret);
    }
    trouble?.end();
  }
});
