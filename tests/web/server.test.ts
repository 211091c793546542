import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { playlistKey } from '../../src/memory/playlists.ts';
import { startWeb } from '../../src/web/server.ts';
import { createLog } from '../../src/log.ts';
import { listOfLength } from '../cards/lists.ts';
import { type Pages, startPages } from './pages.ts';

let pages: Pages;
let list: string;
beforeAll(async () => {
  pages = await startPages();
  list = await pages.keep(listOfLength(12));
});
afterAll(() => pages.close());

/** The status of a request whose path is sent as it stands, which `fetch` would tidy up. */
function statusOf(path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(pages.url, { path, method }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  it('says that it is well', async () => {
    const response = await fetch(`${pages.url}/health`);
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
  });

  it('says so when the bot has lost Discord', async () => {
    pages.setHealthy(false);
    const response = await fetch(`${pages.url}/health`);
    pages.setHealthy(true);
    expect([response.status, await response.json()]).toEqual([503, { ok: false }]);
  });

  it('shows a list that is kept', async () => {
    const response = await fetch(list);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await response.text()).toContain('Song 12');
  });

  it.each([
    ['never was', () => Promise.resolve('AAAAAAAAAAAAAAAA')],
    [
      'has expired',
      async () => {
        await pages.store.set(playlistKey('expired'), { owner: 'x', playlist: listOfLength(1) }, 1);
        await expect.poll(() => pages.playlists.find('expired')).toBeUndefined();
        return 'expired';
      },
    ],
    [
      'was erased',
      async () => {
        const id = await pages.playlists.keep({ owner: 'x', playlist: listOfLength(1) });
        await pages.store.delete([playlistKey(id)]);
        return id;
      },
    ],
    [
      'no longer has the right shape',
      async () => {
        await pages.store.set(playlistKey('odd'), { playlist: 'none' });
        return 'odd';
      },
    ],
  ])('says in a sentence that a list is gone which %s', async (_, id) => {
    const response = await fetch(`${pages.url}/list/${await id()}`);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain('This playlist is gone');
    expect(text).toContain('Playlists are kept for as long as the person they were made for wants');
  });

  it.each(['/', '/list', '/list/', '/list/a/b', '/lists/a', '/favicon.ico', '/.env', '/../package.json'])(
    'has no page at %s, and says so',
    async (path) => {
      expect(await statusOf(path)).toBe(404);
      expect(await (await fetch(`${pages.url}${path}`)).text()).toContain('There is no page here');
    },
  );

  it.each(['/list/%', '/list/%E0%A4%A', '/list/%00', '/list/..%2f..%2fetc', '//', '/%'])(
    'is not upset by %s',
    async (path) => {
      expect(await statusOf(path)).toBe(404);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])(
    'changes nothing by %s',
    async (method) => {
      expect(await statusOf(new URL(list).pathname, method)).toBe(404);
      expect((await fetch(list)).status).toBe(200);
    },
  );

  it('answers HEAD as GET, without the page', async () => {
    const response = await fetch(list, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect((await fetch(`${pages.url}/list/none`, { method: 'HEAD' })).status).toBe(404);
  });

  it('forbids on every page whatever the page does not need', async () => {
    for (const url of [list, `${pages.url}/list/none`, `${pages.url}/none`, `${pages.url}/health`]) {
      const { headers } = await fetch(url);
      const policy = new Map(
        (headers.get('content-security-policy') ?? '').split(/;\s*/).map((rule) => {
          const [name = '', ...sources] = rule.split(' ');
          return [name, sources] as const;
        }),
      );
      expect(policy.get('default-src')).toEqual(["'none'"]);
      expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
      expect(policy.get('base-uri')).toEqual(["'none'"]);
      expect(policy.get('form-action')).toEqual(["'none'"]);
      expect(policy.get('script-src')).toEqual([expect.stringMatching(/^'nonce-.{16,}'$/)]);
      expect(policy.get('style-src')).toEqual(policy.get('script-src'));
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toContain('no-store');
    }
  });

  it('gives every answer a nonce of its own', async () => {
    const policies = await Promise.all(
      [1, 2, 3].map(async () => (await fetch(list)).headers.get('content-security-policy')),
    );
    expect(new Set(policies).size).toBe(3);
  });

  it('keeps its own trouble to itself', async () => {
    const broken = await startPages();
    await broken.loseStore();
    const response = await fetch(`${broken.url}/list/any`);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).toContain('Something went wrong on my side');
    expect(text).not.toMatch(/SQLITE|at .*\.ts|node_modules/);
    await broken.close();
  });

  it('says that a port is taken instead of waiting for it', async () => {
    const { playlists, url } = pages;
    const port = Number(new URL(url).port);
    await expect(
      startWeb({ playlists, host: '127.0.0.1', port, log: createLog('silent'), isHealthy: () => true }),
    ).rejects.toThrow('EADDRINUSE');
  });
});
