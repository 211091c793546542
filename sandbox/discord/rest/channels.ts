import { Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '../rules/refusal.ts';
import { channelJson } from '../wire/guild.ts';
import { openDm } from '../world/places.ts';
import { requireOfBot, toWriteIn } from '../world/permissions.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';
import { bulkDeleteRoutes } from './bulk-delete.ts';
import { messageRoutes } from './messages.ts';
import { reactionRoutes } from './reactions.ts';
import { seenChannel } from './seen.ts';
import { threadRoutes } from './threads.ts';

/** Channels and what is in them, as the bot may see and change them. */
export function channelRoutes(world: World): Hono {
  const app = new Hono();

  app.get('/channels/:channel', (c) =>
    c.json(channelJson(world, seenChannel(world, c.req.param('channel')))),
  );
  app.post('/channels/:channel/typing', (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    requireOfBot(world, channel, toWriteIn(channel), 'send-messages');
    return c.body(null, 204);
  });
  app.post('/users/@me/channels', async (c) => {
    const { recipient_id } = shaped(z.object({ recipient_id: z.string() }), (await readBody(c)).json);
    const user = world.users.get(recipient_id);
    if (!user || user.bot) throw new Refusal('user-known');
    return c.json(channelJson(world, openDm(world, user)));
  });

  app.route('/', bulkDeleteRoutes(world));
  app.route('/', messageRoutes(world));
  app.route('/', reactionRoutes(world));
  app.route('/', threadRoutes(world));
  return app;
}
