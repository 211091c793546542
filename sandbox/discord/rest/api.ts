import { Hono } from 'hono';
import { Refusal } from '../rules/refusal.ts';
import type { World } from '../world/world.ts';
import { applicationRoutes } from './applications.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { gatewayRoutes } from './gateway.ts';
import type { GatewayAddress } from './gateway.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { limitRate } from './limits/middleware.ts';
import type { RateLimits } from './limits/rate-limits.ts';
import { webhookRoutes } from './webhooks.ts';

// Interactions and their webhooks carry their own token in the path.
const OPEN = /\/(?:interactions|webhooks)\/\d+\/[^/]+/;

/** Version 10 of the REST API. */
export function restApi(world: World, rateLimits: RateLimits, gateway: GatewayAddress): Hono {
  const app = new Hono();

  app.use(async (c, next) => {
    if (!OPEN.test(c.req.path) && c.req.header('authorization') !== `Bot ${world.token}`)
      throw new Refusal('authorized');
    await next();
  });
  app.use(limitRate(world, rateLimits));

  app.route('/', gatewayRoutes(gateway));
  app.route('/', applicationRoutes(world));
  app.route('/', commandRoutes(world));
  app.route('/', interactionRoutes(world));
  app.route('/', webhookRoutes(world));
  app.route('/', channelRoutes(world));
  app.route('/', guildRoutes(world));
  return app;
}
