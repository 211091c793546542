import { Hono } from 'hono';
import { Refusal } from '../rules/refusal.ts';
import type { World } from '../world/world.ts';
import { applicationRoutes } from './applications.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { gatewayRoutes } from './gateway.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import type { RateLimits } from './rate-limits.ts';
import { webhookRoutes } from './webhooks.ts';

// Interactions and their webhooks carry their own token in the path.
const OPEN = /\/(?:interactions|webhooks)\/\d+\/[^/]+/;

/** Version 10 of the REST API. */
export function restApi(world: World, rateLimits: RateLimits, gatewayUrl: () => string): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    if (!OPEN.test(c.req.path) && c.req.header('authorization') !== `Bot ${world.token}`)
      throw new Refusal('authorized');
    const taken = c.req.path.includes('/interactions/') ? null : rateLimits.take(c.req.method, c.req.path);
    for (const [name, value] of Object.entries(taken?.headers ?? {})) c.header(name, value);
    if (taken && !taken.allowed) {
      record(world, c.req.method, c.req.path, new Refusal('rate-limit'));
      const body = {
        message: 'You are being rate limited.',
        retry_after: taken.retryAfterMs / 1000,
        global: false,
      };
      return c.json(body, 429);
    }
    await next();
    return undefined;
  });

  app.route('/', gatewayRoutes(gatewayUrl));
  app.route('/', applicationRoutes(world));
  app.route('/', commandRoutes(world));
  app.route('/', interactionRoutes(world));
  app.route('/', webhookRoutes(world));
  app.route('/', channelRoutes(world));
  app.route('/', guildRoutes(world));
  return app;
}

/** Keeps what was refused, so that a test can tell which rule a bot broke. */
export function record(world: World, method: string, path: string, refusal: Refusal): void {
  const { rule, status, code, body } = refusal;
  world.refusals.push({ rule, status, code, method, path, body });
  world.changed();
}
