import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { cdnRoutes } from './cdn/routes.ts';
import { CdnStore } from './cdn/store.ts';
import { cancellable, systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import type { Contract } from './contract/contract.ts';
import { listening } from './contract/listen.ts';
import type { Violation } from './contract/violation.ts';
import { Discord } from './discord.ts';
import { Gateway } from './gateway/gateway.ts';
import type { PrivilegedIntent } from './gateway/intents.ts';
import { LIKE_DISCORD } from './gateway/settings.ts';
import type { GatewaySettings } from './gateway/settings.ts';
import { listen } from './loopback.ts';
import { restApi } from './rest/api.ts';
import { likeDiscord } from './rest/limits/allowances.ts';
import type { AllowanceFor } from './rest/limits/allowances.ts';
import { shutOut } from './rest/limits/middleware.ts';
import { RateLimits } from './rest/limits/rate-limits.ts';
import { record } from './rest/record.ts';
import { Refusal } from './rules/refusal.ts';
import { serverError } from './trouble/pages.ts';
import { noFaults, TroubleMaker } from './trouble/trouble.ts';
import { troubled } from './trouble/troubled.ts';
import type { Fetch } from './trouble/troubled.ts';
import { World } from './world/world.ts';

/** Version 10 of the REST API lies below it. */
const API = '/api/v10';

/** How a Discord of one's own is set up. */
export interface DiscordOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly botName?: string;
  /** Privileged intents that the application was granted; all three by default. */
  readonly privilegedIntents?: readonly PrivilegedIntent[];
  readonly clock?: Clock;
  /** The allowance of each route; about Discord's own by default. The rest is set on {@link Discord.rateLimits}. */
  readonly rateLimits?: AllowanceFor;
  /** Numbers of the gateway that are not to be Discord's. */
  readonly gateway?: Partial<Omit<GatewaySettings, 'privilegedIntents'>>;
  /**
   * The path of Discord's OpenAPI document. With it, everything that passes between the bot and this Discord is held
   * against it: see {@link Discord.violations}.
   */
  readonly openApi?: string;
}

/** Starts a Discord on 127.0.0.1, with one guild and one channel. */
export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const clock = cancellable(options.clock ?? systemClock);
  const cdn = new CdnStore(clock);
  const world = new World({ clock, cdn, token: newToken, botName: options.botName ?? 'Moodring' });
  let origin = '';
  const gatewayUrl = (): string => origin.replace('http', 'ws');
  const { privilegedIntents = LIKE_DISCORD.privilegedIntents } = options;
  const contract = options.openApi === undefined ? null : await contractBy(options.openApi);
  const report = (violation: Violation): void => world.violate(violation);
  const gateway = new Gateway(world, {
    settings: { privilegedIntents, ...options.gateway },
    url: gatewayUrl,
    inspect: (name, data) => contract?.event(name, data).forEach(report),
  });
  const rateLimits = new RateLimits(clock, options.rateLimits ?? likeDiscord);
  const app = appOf(world, restApi(world, rateLimits, gateway), [
    // Cloudflare stands before Discord, and what it answers is no part of Discord's API.
    shutOut(world, rateLimits),
    ...(contract ? [listening(contract, API, report)] : []),
  ]);
  const faults = noFaults();
  const serve: Fetch = (request, way) => {
    const gone = new Promise((resolve) => way.outgoing.once('close', resolve));
    if (new URL(request.url).pathname.startsWith(API)) world.answers.send(gone);
    return app.fetch(request, way);
  };
  const fetch = troubled(serve, faults, clock);
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void listener(request, response));
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  origin = cdn.origin = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
  return new Discord({
    world,
    gateway,
    rateLimits,
    server,
    clock,
    origin,
    trouble: new TroubleMaker(faults),
  });
}

function appOf(world: World, api: Hono, before: readonly MiddlewareHandler[]): Hono {
  const app = new Hono();
  for (const handler of before) app.use(`${API}/*`, handler);
  app.route(API, api);
  app.route('/', cdnRoutes(world));
  app.notFound((c) => refuse(new Refusal('route-exists'), c.req));
  app.onError((error, c) => {
    if (error instanceof Refusal) return refuse(error, c.req);
    const where = `${c.req.method} ${c.req.path}`;
    world.violate({ where, what: 'response', message: `the sandbox itself failed: ${String(error.stack)}` });
    return serverError(500);
  });
  const refuse = (
    refusal: Refusal,
    request: { readonly method: string; readonly path: string },
  ): Response => {
    record(world, request.method, request.path, refusal);
    return Response.json(refusal.body, { status: refusal.status });
  };
  return app;
}

/** Loaded only where it is wanted: the validator takes a while. */
const contractBy = async (path: string): Promise<Contract> =>
  (await import('./contract/contract.ts')).contractOf(path);

/** A token in the form of Discord's: the id, a time, a secret. */
const newToken = (id: string): string =>
  [
    Buffer.from(id).toString('base64url'),
    randomBytes(4).toString('base64url'),
    randomBytes(28).toString('base64url'),
  ].join('.');
