import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createWebcamLinks } from '../../../src/flows/webcam-links.ts';
import { type Pages, startPages } from '../pages.ts';

const links = createWebcamLinks();
const newLink = (locale = 'en-US') =>
  links.make({ locale, answer: () => Promise.reject(new Error('nobody asks')) });

let pages: Pages;
beforeAll(async () => {
  pages = await startPages({ links });
});
afterAll(() => pages.close());

const open = (path: string, init?: RequestInit) => fetch(`${pages.url}/webcam/${path}`, init);

/** The rules of an answer's policy, by name. */
function policyOf({ headers }: Response): ReadonlyMap<string, readonly string[]> {
  const rules = (headers.get('content-security-policy') ?? '').split(/;\s*/);
  return new Map(rules.map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]));
}

async function assetsOf(html: string): Promise<string> {
  const [, path] = /src="(assets\/[\w-]+\/)page\.js"/.exec(html) ?? [];
  if (path === undefined) throw new Error('the page names no script');
  expect((await open(`${path}page.js`)).status).toBe(200);
  return path;
}

describe('the page behind a webcam link', () => {
  it('may do nothing but run its own scripts, show a camera, and ask its own server', async () => {
    const response = await open(newLink());
    expect(response.status).toBe(200);
    const policy = policyOf(response);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    const [self, nonce, wasm, ...others] = policy.get('script-src') ?? [];
    expect([self, wasm, others]).toEqual(["'self'", "'wasm-unsafe-eval'", []]);
    expect(nonce).toMatch(/^'nonce-.{16,}'$/);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('worker-src')).toEqual(["'self'"]);
    for (const rule of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(policy.get(rule)).toEqual(["'none'"]);
    const { headers } = response;
    expect(headers.get('permissions-policy')).toMatch(/camera=\(self\)/);
    expect(headers.get('permissions-policy')).toMatch(/microphone=\(\)/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('speaks the language that goes with the link, whatever the browser asks for', async () => {
    const html = await (await open(newLink('es-ES'), { headers: { 'Accept-Language': 'de' } })).text();
    expect(html).toContain('<html lang="es">');
  });

  it('holds what it says as text, whatever is in it', async () => {
    const html = await (await open(newLink())).text();
    const [, settings = ''] =
      /<script type="application\/json" id="settings">([^<]*)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(settings)).toHaveProperty('words.noFace');
  });

  it.each(['AAAAAAAAAAAAAAAAAAAAAAAA', '%', '%00', 'assets', '..%2f..%2fetc'])(
    'is gone, in a sentence, under a link that is none: %s',
    async (id) => {
      const response = await open(id);
      expect([404, 410]).toContain(response.status);
      expect(await response.text()).toContain('<h1>');
    },
  );

  it.each(['', 'x/y', 'x/open', 'assets/x/page.js', 'assets/../../package.json'])(
    'has no other page beside it, and those of the others keep their policy: %s',
    async (path) => {
      const response = await open(path);
      expect(response.status).toBe(404);
      const html = await response.text();
      const [, nonce] = /<style nonce="([^"]+)"/.exec(html) ?? [];
      expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    },
  );
});

describe('what the page takes', () => {
  const FILES = [
    ['page.js', 'text/javascript'],
    ['page.css', 'text/css'],
    ['worker.js', 'text/javascript'],
    ['tfjs-backend-wasm-simd.wasm', 'application/wasm'],
    ['blazeface/model.json', 'application/json'],
    ['blazeface/weights.bin', 'application/octet-stream'],
    ['face-or-not/weights.bin', 'application/octet-stream'],
    ['fernet/weights.bin', 'application/octet-stream'],
    ['fernet/calibration.json', 'application/json'],
    ['face-api/face_expression_model.bin', 'application/octet-stream'],
  ] as const;

  it.each(FILES)('comes with the right type, and may be kept for good: %s', async (file, type) => {
    const path = await assetsOf(await (await open(newLink())).text());
    const response = await open(`${path}${file}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('cache-control')).toMatch(/max-age=31536000, immutable/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(policyOf(response).get('script-src')).toContain("'wasm-unsafe-eval'");
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it('comes packed to those who unpack, and the same to the others', async () => {
    const path = `${await assetsOf(await (await open(newLink())).text())}page.css`;
    const plain = await open(path, { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    const packed = await open(path, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toBe(await plain.text());
  });

  it('holds nothing that trains, and nothing for other engines', async () => {
    const path = await assetsOf(await (await open(newLink())).text());
    const script = await (await open(`${path}worker.js`)).text();
    expect(script.length).toBeLessThan(850_000);
    expect(script).not.toMatch(/webgl2|LayersModel/);
  });
});
