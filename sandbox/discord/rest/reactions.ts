import { Hono } from 'hono';
import { userJson } from '../wire/users.ts';
import { PERMISSION, requireOfBot } from '../world/permissions.ts';
import { clearReactions, react, unreact } from '../world/reactions.ts';
import type { World } from '../world/world.ts';
import { seenMessage } from './seen.ts';

/** Reactions under messages. */
export function reactionRoutes(world: World): Hono {
  const app = new Hono();
  const all = '/channels/:channel/messages/:id/reactions';
  const emoji = `${all}/:emoji`;

  app.get(emoji, (c) => {
    const message = seenMessage(world, c.req.param('channel'), c.req.param('id'));
    const people = [...(message.reactions.get(c.req.param('emoji')) ?? [])];
    return c.json(people.flatMap((id) => world.users.get(id) ?? []).map(userJson));
  });
  app.put(`${emoji}/@me`, (c) => {
    react(
      world,
      seenMessage(world, c.req.param('channel'), c.req.param('id')),
      world.bot,
      c.req.param('emoji'),
    );
    return c.body(null, 204);
  });
  app.delete(all, (c) => {
    const message = seenMessage(world, c.req.param('channel'), c.req.param('id'));
    requireOfBot(world, message.channel, PERMISSION.manageMessages, 'manage-messages');
    clearReactions(world, message);
    return c.body(null, 204);
  });
  app.delete(emoji, (c) => {
    const message = seenMessage(world, c.req.param('channel'), c.req.param('id'));
    requireOfBot(world, message.channel, PERMISSION.manageMessages, 'manage-messages');
    clearReactions(world, message, c.req.param('emoji'));
    return c.body(null, 204);
  });
  app.delete(`${emoji}/:user`, (c) => {
    const message = seenMessage(world, c.req.param('channel'), c.req.param('id'));
    const id = c.req.param('user');
    if (id !== '@me') requireOfBot(world, message.channel, PERMISSION.manageMessages, 'manage-messages');
    const user = id === '@me' ? world.bot : world.users.get(id);
    if (user) unreact(world, message, user, c.req.param('emoji'));
    return c.body(null, 204);
  });
  return app;
}
