import { Hono } from 'hono';
import { z } from 'zod';
import { LIMITS } from '../rules/limits.ts';
import { Refusal } from '../rules/refusal.ts';
import { PERMISSION, requireOfBot } from '../world/permissions.ts';
import { removeAtOnce } from '../world/purge.ts';
import { timeOf } from '../world/snowflake.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';
import { seenChannel } from './seen.ts';

const bulkShape = z.object({ messages: z.array(z.string().regex(/^\d+$/)) });

/** Many messages deleted at once. */
export function bulkDeleteRoutes(world: World): Hono {
  const app = new Hono();
  app.post('/channels/:channel/messages/bulk-delete', async (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    if (!channel.guild) throw new Refusal('bulk-guild');
    requireOfBot(world, channel, PERMISSION.manageMessages, 'manage-messages');
    const { messages: ids } = shaped(bulkShape, (await readBody(c)).json);
    if (ids.length < 2 || ids.length > LIMITS.bulkDelete) throw new Refusal('bulk-count');
    const oldest = world.clock.now() - LIMITS.bulkDeleteMs;
    if (ids.some((id) => timeOf(id) < oldest)) throw new Refusal('bulk-age');
    const there = channel.messages.filter((it) => ids.includes(it.id) && !it.deleted && !it.onlyFor);
    removeAtOnce(world, channel, there);
    return c.body(null, 204);
  });
  return app;
}
