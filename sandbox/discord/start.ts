import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { cdnRoutes } from './cdn/routes.ts';
import { CdnStore } from './cdn/store.ts';
import { cancellable, systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { Discord } from './discord.ts';
import { Gateway } from './gateway/gateway.ts';
import type { PrivilegedIntent } from './gateway/intents.ts';
import { record, restApi } from './rest/api.ts';
import { generous, RateLimits } from './rest/rate-limits.ts';
import type { AllowanceFor } from './rest/rate-limits.ts';
import { Refusal } from './rules/refusal.ts';
import { World } from './world/world.ts';

/** How a Discord of one's own is set up. */
export interface DiscordOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly botName?: string;
  /** Privileged intents that the application was granted; all three by default. */
  readonly privilegedIntents?: readonly PrivilegedIntent[];
  readonly clock?: Clock;
  readonly rateLimits?: AllowanceFor;
}

/** Starts a Discord on 127.0.0.1, with one guild and one channel. */
export async function startDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const clock = cancellable(options.clock ?? systemClock);
  const cdn = new CdnStore(clock);
  const world = new World({ clock, cdn, token: newToken, botName: options.botName ?? 'Moodring' });
  let origin = '';
  const gatewayUrl = (): string => origin.replace('http', 'ws');
  const privilegedIntents = options.privilegedIntents ?? ['GuildMembers', 'GuildPresences', 'MessageContent'];
  const gateway = new Gateway(world, { privilegedIntents, url: gatewayUrl });
  const rateLimits = new RateLimits(clock, options.rateLimits ?? generous);
  const app = appOf(world, restApi(world, rateLimits, gatewayUrl));
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => void listener(request, response));
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  origin = cdn.origin = `http://127.0.0.1:${await listen(server, options.port ?? 0)}`;
  return new Discord({ world, gateway, server, clock, origin });
}

function appOf(world: World, api: Hono): Hono {
  const app = new Hono();
  app.route('/api/v10', api);
  app.route('/', cdnRoutes(world));
  app.notFound((c) => refuse(new Refusal('route-exists'), c.req));
  app.onError((error, c) => {
    if (error instanceof Refusal) return refuse(error, c.req);
    throw error;
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

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** A token in the form of Discord's: the id, a time, a secret. */
const newToken = (id: string): string =>
  [
    Buffer.from(id).toString('base64url'),
    randomBytes(4).toString('base64url'),
    randomBytes(28).toString('base64url'),
  ].join('.');
