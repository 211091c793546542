import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { broken } from '../../sandbox/spotify/index.ts';
import { beginLinking, finishLinking, showLinking, unlinkSpotify } from '../../src/flows/link-spotify.ts';
import { openAccount, SCOPES } from '../../src/flows/spotify-account.ts';
import { lacksTokenKeys, spotifyPartsOn } from '../../src/flows/spotify-parts.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { LINKING_LIFETIME } from '../../src/memory/linkings.ts';
import type { Store } from '../../src/memory/store.ts';
import { testFolder, testStore } from '../memory/file.ts';
import { appAt, startSpotify } from '../spotify.ts';
import {
  answers,
  type LinkingParts,
  links,
  PUBLIC_URL,
  setsOut,
  spotifyAt,
  withSpotify,
} from './spotify-parts.ts';

const ANNA = '111222333444555666';

afterEach(() => void vi.useRealTimers());

type StandIn = Awaited<ReturnType<typeof startSpotify>>;

function partsOn(standIn: StandIn, store: Store): LinkingParts {
  return withSpotify({ spotify: spotifyAt(standIn)(store), listeners: listenersIn(store) });
}

async function linking(file?: string) {
  const standIn = await startSpotify();
  const store = await testStore(file);
  return { standIn, store, parts: partsOn(standIn, store) };
}

describe('linking an account', () => {
  it('keeps what lets us in, for the scopes that were asked for', async () => {
    const { parts } = await linking();
    await links(parts, ANNA);
    expect((await parts.spotify.linked.find(ANNA))?.scopes.toSorted()).toEqual(SCOPES.save.toSorted());
    const account = await openAccount(parts.spotify, ANNA, 'save');
    expect((await account.me()).name).toBe('Somebody');
  });

  it('asks for more later, and for all that was allowed before besides', async () => {
    const { parts } = await linking();
    await links(parts, ANNA);
    await expect(openAccount(parts.spotify, ANNA, 'queue')).rejects.toMatchObject({
      code: 'spotify-scope-missing',
      details: { purpose: 'queue' },
    });
    const { url } = await setsOut(parts, ANNA, 'queue');
    expect(new URL(url).searchParams.get('scope')?.split(' ').toSorted()).toEqual(
      [...SCOPES.save, ...SCOPES.queue].toSorted(),
    );
    await links(parts, ANNA, 'queue');
    await openAccount(parts.spotify, ANNA, 'queue');
    await openAccount(parts.spotify, ANNA, 'save');
  });

  it('begins at a page of ours, whose address is short enough for a button', async () => {
    const { parts } = await linking();
    const { url, state } = await beginLinking(parts.spotify, { owner: ANNA, name: 'anna', purpose: 'save' });
    expect(url).toBe(`${PUBLIC_URL}/spotify/link?state=${state}`);
    expect(url.length).toBeLessThanOrEqual(512);
    expect(url).not.toContain(ANNA);
    expect(await showLinking(parts.spotify, state)).toMatchObject({ name: 'anna' });
  });

  it('works once', async () => {
    const { parts } = await linking();
    const { state, url } = await setsOut(parts, ANNA);
    const code = (await answers(url, 'agree')).get('code') ?? undefined;
    const back = { state, code, sameBrowser: true };
    const tries = await Promise.allSettled([1, 2, 3].map(() => finishLinking(parts, back)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(finishLinking(parts, back)).rejects.toMatchObject({ code: 'spotify-link-expired' });
    await expect(showLinking(parts.spotify, state)).rejects.toMatchObject({ code: 'spotify-link-expired' });
  });

  it('takes no longer than ten minutes', async () => {
    const { parts } = await linking();
    const { state, url } = await setsOut(parts, ANNA);
    const code = (await answers(url, 'agree')).get('code') ?? undefined;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + LINKING_LIFETIME + 1 });
    await expect(showLinking(parts.spotify, state)).rejects.toMatchObject({ code: 'spotify-link-expired' });
    await expect(finishLinking(parts, { state, code, sameBrowser: true })).rejects.toMatchObject({
      code: 'spotify-link-expired',
    });
    expect(await parts.spotify.linked.find(ANNA)).toBeUndefined();
  });

  it('ends where the person does not agree', async () => {
    const { parts } = await linking();
    const { state, url } = await setsOut(parts, ANNA);
    const code = (await answers(url, 'cancel')).get('code') ?? undefined;
    const back = { state, code, sameBrowser: true };
    await expect(finishLinking(parts, back)).rejects.toMatchObject({ code: 'spotify-link-denied' });
    await expect(finishLinking(parts, back)).rejects.toMatchObject({ code: 'spotify-link-expired' });
  });

  it('is for the browser that set out alone, which can still go on', async () => {
    const { parts } = await linking();
    const { state, url } = await setsOut(parts, ANNA);
    const code = (await answers(url, 'agree')).get('code') ?? undefined;
    await expect(finishLinking(parts, { state, code, sameBrowser: false })).rejects.toMatchObject({
      code: 'spotify-link-elsewhere',
    });
    await finishLinking(parts, { state, code, sameBrowser: true });
  });

  it('takes no state of anybody else’s making, and no code of another way', async () => {
    const { parts } = await linking();
    const [first, second] = [await setsOut(parts, ANNA), await setsOut(parts, '777')];
    const code = (await answers(first.url, 'agree')).get('code') ?? undefined;
    for (const state of ['', 'made.up', `${first.state}x`])
      await expect(finishLinking(parts, { state, code, sameBrowser: true })).rejects.toMatchObject({
        code: 'spotify-link-expired',
      });
    const swapped = { state: second.state, code, sameBrowser: true };
    await expect(finishLinking(parts, swapped)).rejects.toMatchObject({ code: 'spotify-link-expired' });
    expect(await parts.spotify.linked.find('777')).toBeUndefined();
  });
});

describe('tokens', () => {
  it('are refreshed once for all who wait, in two processes too', async () => {
    const file = join(await testFolder(), 'two.sqlite');
    const { standIn, parts } = await linking(file);
    const other = partsOn(standIn, await testStore(file));
    await links(parts, ANNA);
    const before = await parts.spotify.linked.find(ANNA);
    standIn.expireTokens();
    const accounts = await Promise.all(
      [parts, other, parts, other, parts, other].map(({ spotify }) => openAccount(spotify, ANNA, 'save')),
    );
    await Promise.all(accounts.map((account) => account.me()));
    expect(standIn.requests.filter((request) => request === 'POST /api/token')).toHaveLength(2);
    const after = await other.spotify.linked.find(ANNA);
    expect(after?.refresh).not.toBe(before?.refresh);
    // Those that are kept are the ones that Spotify takes.
    standIn.expireTokens();
    await (await openAccount(other.spotify, ANNA, 'save')).me();
  });

  it('are refreshed before they run out', async () => {
    const { standIn, parts } = await linking();
    await links(parts, ANNA);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_590_000 });
    const account = await openAccount(parts.spotify, ANNA, 'save');
    await account.me();
    await account.me();
    expect(standIn.requests.filter((request) => request === 'POST /api/token')).toHaveLength(2);
  });

  it.each(['expireRefreshTokens', 'revoke'] as const)(
    'that are dead unlink the account, and that is said: %s',
    async (end) => {
      const { standIn, parts } = await linking();
      const person = standIn.people.add({ name: 'Anna' });
      await links(parts, ANNA);
      standIn.expireTokens();
      if (end === 'revoke') standIn.revoke(person);
      else standIn.expireRefreshTokens();
      const account = await openAccount(parts.spotify, ANNA, 'save');
      await expect(account.me()).rejects.toMatchObject({
        code: 'spotify-unlinked',
        details: { purpose: 'save' },
      });
      await expect(openAccount(parts.spotify, ANNA, 'save')).rejects.toMatchObject({
        code: 'spotify-not-linked',
      });
    },
  );

  it('stay when Spotify only fails to answer', async () => {
    const { standIn, parts } = await linking();
    await links(parts, ANNA);
    standIn.expireTokens();
    const trouble = standIn.trouble(broken(500), { on: /^POST \/api\/token/ });
    const account = await openAccount(parts.spotify, ANNA, 'save');
    await expect(account.me()).rejects.toMatchObject({ code: 'spotify-unreachable' });
    trouble.end();
    await account.me();
  });

  it('that were changed in an answer which got lost are said to be dead, in time', async () => {
    const { standIn, parts } = await linking();
    await links(parts, ANNA);
    standIn.expireTokens();
    const trouble = standIn.trouble({ kind: 'lost-answer' }, { on: /^POST \/api\/token/ });
    const account = await openAccount(parts.spotify, ANNA, 'save');
    await expect(account.me()).rejects.toMatchObject({ code: 'spotify-unreachable' });
    expect(trouble.hits).toBe(1);
    trouble.end();
    await expect(account.me()).rejects.toMatchObject({ code: 'spotify-unlinked' });
    await links(parts, ANNA);
    await (await openAccount(parts.spotify, ANNA, 'save')).me();
  });

  it('of somebody who unlinked meanwhile are not kept again', async () => {
    const { standIn, parts } = await linking();
    await links(parts, ANNA);
    const account = await openAccount(parts.spotify, ANNA, 'save');
    standIn.expireTokens();
    const refresh = parts.spotify.accounts.refresh.bind(parts.spotify.accounts);
    vi.spyOn(parts.spotify.accounts, 'refresh').mockImplementation(async (tokens) => {
      const fresh = await refresh(tokens);
      await unlinkSpotify(parts, ANNA);
      return fresh;
    });
    await expect(account.me()).rejects.toMatchObject({ code: 'spotify-not-linked' });
    expect(await parts.spotify.linked.find(ANNA)).toBeUndefined();
  });
});

describe('what is left', () => {
  it('after unlinking is nothing', async () => {
    const { store, parts } = await linking();
    await links(parts, ANNA);
    await setsOut(parts, ANNA);
    const kept = await parts.listeners.kept(ANNA);
    expect(kept.map(({ name }) => name)).toContain('spotify');
    expect(await unlinkSpotify(parts, ANNA)).toBe(true);
    expect(await unlinkSpotify(parts, ANNA)).toBe(false);
    expect(await store.keys('')).toEqual([]);
  });

  it('after unlinking is nothing in the files either', async () => {
    const folder = await testFolder();
    const { parts } = await linking(join(folder, 'raw.sqlite'));
    const bytes = async () =>
      Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name)))));
    await links(parts, ANNA);
    await setsOut(parts, ANNA);
    expect((await bytes()).includes(ANNA)).toBe(true);
    await unlinkSpotify(parts, ANNA);
    expect((await bytes()).includes(ANNA)).toBe(false);
  });

  it('after forgetting is nothing either', async () => {
    const { store, parts } = await linking();
    await links(parts, ANNA);
    await setsOut(parts, ANNA);
    await parts.listeners.forget(ANNA);
    expect(await store.keys('')).toEqual([]);
  });

  it('in the files shows no token, no code and no verifier without the key', async () => {
    const folder = await testFolder();
    const { standIn, parts } = await linking(join(folder, 'raw.sqlite'));
    const secrets: string[] = [];
    const real = { ...parts.spotify.accounts };
    vi.spyOn(parts.spotify.accounts, 'authorise').mockImplementation((ask) => {
      const way = real.authorise(ask);
      secrets.push(way.verifier);
      return way;
    });
    vi.spyOn(parts.spotify.accounts, 'exchange').mockImplementation(async (consent) => {
      const tokens = await real.exchange(consent);
      secrets.push(consent.code, tokens.access, tokens.refresh);
      return tokens;
    });
    vi.spyOn(parts.spotify.accounts, 'refresh').mockImplementation(async (old) => {
      const tokens = await real.refresh(old);
      secrets.push(tokens.access, tokens.refresh);
      return tokens;
    });
    await links(parts, ANNA);
    standIn.expireTokens();
    await (await openAccount(parts.spotify, ANNA, 'save')).me();
    await setsOut(parts, ANNA, 'queue');
    const names = await readdir(folder);
    expect(names).toContain('raw.sqlite-wal');
    const bytes = Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
    expect(bytes.includes(ANNA)).toBe(true);
    expect(secrets.length).toBeGreaterThanOrEqual(7);
    for (const secret of secrets)
      for (const form of [secret, Buffer.from(secret).toString('base64').replaceAll('=', '')])
        expect(bytes.includes(form)).toBe(false);
  });

  it('opens no more with another key', async () => {
    const { standIn, store, parts } = await linking();
    await links(parts, ANNA);
    const settings = { spotify: appAt(standIn), web: { publicUrl: PUBLIC_URL } };
    const noKeys = { ...settings, tokenKeys: [] };
    const key = { id: 'three', key: Buffer.alloc(32, 3) };
    const others = spotifyPartsOn(store, { ...settings, tokenKeys: [key] });
    expect(await others?.linked.find(ANNA)).toBeUndefined();
    expect(spotifyPartsOn(store, noKeys)).toBeUndefined();
    expect(lacksTokenKeys(noKeys)).toBe(true);
    expect(lacksTokenKeys({ ...noKeys, tokenKeys: [key] })).toBe(false);
    expect(lacksTokenKeys({ ...noKeys, web: { publicUrl: undefined } })).toBe(false);
  });
});
