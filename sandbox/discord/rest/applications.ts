import { Hono } from 'hono';
import { applicationJson } from '../wire/application.ts';
import { userJson } from '../wire/users.ts';
import type { World } from '../world/world.ts';

/** Who the bot is. */
export function applicationRoutes(world: World): Hono {
  const app = new Hono();
  app.get('/users/@me', (c) => c.json(userJson(world.bot)));
  app.get('/applications/@me', (c) => c.json(applicationJson(world)));
  app.get('/oauth2/applications/@me', (c) => c.json(applicationJson(world)));
  return app;
}
