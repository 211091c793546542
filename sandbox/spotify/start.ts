import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { listen } from '../discord/loopback.ts';
import { Faults } from '../discord/trouble/faults.ts';
import { accountsService } from './accounts.ts';
import { webApi } from './api.ts';
import { Codes } from './codes.ts';
import { consent } from './consent.ts';
import type { Contract } from './contract.ts';
import { People } from './people.ts';
import { Songs } from './songs.ts';
import { Spotify } from './spotify.ts';
import type { Seen } from './spotify.ts';
import { Tokens } from './tokens.ts';
import { troubled } from './trouble.ts';
import type { SpotifyFault } from './trouble.ts';
import { apiError } from './wire.ts';

const API = '/v1';

/** How a Spotify of one's own is set up. */
export interface SpotifyOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Spotify's OpenAPI document, parsed. With it, everything that passes is held against it. */
  readonly openApi?: unknown;
}

/** Starts a Spotify on 127.0.0.1: the Web API and the accounts service, with one app, no songs and nobody. */
export async function startSpotify({ port = 0, openApi }: SpotifyOptions = {}): Promise<Spotify> {
  const app = {
    clientId: randomBytes(16).toString('hex'),
    clientSecret: randomBytes(16).toString('hex'),
    redirectUris: new Set<string>(),
  };
  const [songs, people, faults] = [new Songs(), new People(), new Faults<SpotifyFault>()];
  const [tokens, codes] = [new Tokens(), new Codes()];
  const seen: Seen = { requests: [], forbidden: [], violations: [], holes: false };

  const routes = new Hono({ strict: false });
  routes.use(compress({ threshold: 0 }));
  if (openApi !== undefined) routes.use(`${API}/*`, listening(await contractOf(openApi), seen));
  routes.route('/', accountsService(app, tokens, codes));
  routes.route('/', consent({ app, people, codes }));
  routes.route(
    API,
    webApi({
      songs,
      tokens,
      people,
      holes: () => seen.holes,
      forbidden: (request) => void seen.forbidden.push(request),
    }),
  );
  routes.onError((error, c) => {
    const where = `${c.req.method} ${c.req.path}`;
    seen.violations.push({ where, what: 'response', message: `the stand-in failed: ${String(error.stack)}` });
    return apiError(500, 'Server error');
  });

  const fetch = troubled((request, way) => routes.fetch(request, way), faults);
  const listener = getRequestListener(
    (request, way) => {
      seen.requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return fetch(request, way);
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((request, response) => void listener(request, response));
  const origin = `http://127.0.0.1:${await listen(server, port)}`;
  return new Spotify({ app, songs, people, tokens, codes, faults, seen, server, origin });
}

/** Loaded only where it is wanted: the validator takes a while. */
const contractOf = async (document: unknown): Promise<Contract> =>
  new (await import('./contract.ts')).Contract(document);

/** Holds every exchange against the contract. */
function listening(contract: Contract, seen: Seen): MiddlewareHandler {
  return async (c, next) => {
    const sent = await c.req.raw.clone().text();
    await next();
    const { method } = c.req;
    const path = c.req.path.slice(API.length);
    const exchange = { method, path, query: c.req.query(), body: jsonIn(sent), status: c.res.status };
    const response = jsonIn(await c.res.clone().text());
    seen.violations.push(...contract.violations({ ...exchange, response }));
  };
}

/** Parsed, where it is JSON; undefined where there is none. */
function jsonIn(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
