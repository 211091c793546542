import { Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '../rules/refusal.ts';
import { channelJson } from '../wire/guild.ts';
import { messageJson } from '../wire/message.ts';
import { payloadShape } from '../wire/payload.ts';
import { CHANNEL } from '../world/channel-types.ts';
import { PERMISSION, requireOfBot } from '../world/permissions.ts';
import { changeThread, joinThread, openThread } from '../world/places.ts';
import { requireUnarchived } from '../world/posting.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';
import { post } from './messages.ts';
import { seenChannel, seenMessage } from './seen.ts';

const threadShape = z.object({
  name: z.string().min(1).max(100),
  type: z.int().nullish(),
  message: payloadShape.nullish(),
});
const changeShape = z.object({ archived: z.boolean().optional(), locked: z.boolean().optional() });

/** Threads: opened by the bot, archived and locked. */
export function threadRoutes(world: World): Hono {
  const app = new Hono();

  app.post('/channels/:channel/messages/:id/threads', async (c) => {
    const message = seenMessage(world, c.req.param('channel'), c.req.param('id'));
    requireThreads(world, message.channel, false);
    const { name } = shaped(threadShape, (await readBody(c)).json);
    return c.json(channelJson(world, openThread(world, message.channel, name, world.bot)), 201);
  });
  app.post('/channels/:channel/threads', async (c) => {
    const parent = seenChannel(world, c.req.param('channel'));
    const { json, files } = await readBody(c);
    const { name, type, message: payload } = shaped(threadShape, json);
    // Discord opens private threads when nothing is said; a forum has public ones only.
    const isPrivate =
      parent.type === CHANNEL.text && (type ?? CHANNEL.privateThread) === CHANNEL.privateThread;
    requireThreads(world, parent, isPrivate);
    const thread = openThread(world, parent, name, world.bot, isPrivate);
    if (parent.type !== CHANNEL.forum) return c.json(channelJson(world, thread), 201);
    const message = await post(world, thread, { payload: payload ?? {}, files });
    return c.json({ ...channelJson(world, thread), message: messageJson(world, message) }, 201);
  });
  app.patch('/channels/:channel', async (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    if (!channel.thread) throw new Refusal('thread-place');
    const own = channel.thread.owner === world.bot;
    if (!own) requireOfBot(world, channel, PERMISSION.manageThreads, 'manage-threads');
    const { archived, locked } = shaped(changeShape, (await readBody(c)).json);
    changeThread(world, channel, {
      ...(archived === undefined ? {} : { archived }),
      ...(locked === undefined ? {} : { locked }),
    });
    return c.json(channelJson(world, channel));
  });
  app.put('/channels/:channel/thread-members/@me', (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    requireUnarchived(channel);
    joinThread(world, channel, world.bot);
    return c.body(null, 204);
  });
  return app;
}

function requireThreads(world: World, channel: ChannelRecord, isPrivate: boolean): void {
  const holds = [CHANNEL.text, CHANNEL.announcement, CHANNEL.forum].some((type) => type === channel.type);
  if (!holds) throw new Refusal('thread-place');
  if (channel.type === CHANNEL.forum) requireOfBot(world, channel, PERMISSION.sendMessages, 'create-threads');
  else if (isPrivate) requireOfBot(world, channel, PERMISSION.createPrivateThreads, 'create-threads');
  else requireOfBot(world, channel, PERMISSION.createPublicThreads, 'create-threads');
}
