import { Hono } from 'hono';
import { z } from 'zod';
import { fault } from '../rules/faults.ts';
import { Refusal, refuseAny } from '../rules/refusal.ts';
import { channelJson } from '../wire/guild.ts';
import { messageJson } from '../wire/message.ts';
import { FLAG, payloadShape } from '../wire/payload.ts';
import { announce } from '../world/announce.ts';
import { CHANNEL } from '../world/channel-types.ts';
import { PERMISSION, requireOfBot } from '../world/permissions.ts';
import { changeThread, closeChannel, joinThread, openThread } from '../world/places.ts';
import type { ThreadChange, ThreadPlan } from '../world/places.ts';
import { requireUnarchived } from '../world/posting.ts';
import type { ChannelRecord, UserRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';
import { post } from './messages.ts';
import { seenChannel, seenMessage } from './seen.ts';

const name = z.string().min(1).max(100);
const autoArchive = z.literal([60, 1_440, 4_320, 10_080]).nullish();

const threadShape = z.object({
  name,
  type: z.int().nullish(),
  auto_archive_duration: autoArchive,
  message: payloadShape.nullish(),
});
const changeShape = z.object({
  name: name.exactOptional(),
  archived: z.boolean().exactOptional(),
  locked: z.boolean().exactOptional(),
  auto_archive_duration: autoArchive,
});

/** Threads: opened by the bot, renamed, archived, locked and deleted. */
export function threadRoutes(world: World): Hono {
  const app = new Hono();

  app.post('/channels/:channel/messages/:id/threads', async (c) => {
    const message = seenMessage(world, c.req.param('channel'), c.req.param('id'));
    const { id, channel } = message;
    requireThreads(world, channel, false);
    const form = shaped(threadShape, (await readBody(c)).json);
    if (world.channels.has(id)) throw new Refusal('thread-once');
    const thread = openThread(world, channel, { ...planOf(form), owner: world.bot, id });
    message.flags |= FLAG.hasThread;
    announce(world, 'MESSAGE_UPDATE', message);
    return c.json(channelJson(world, thread), 201);
  });
  app.post('/channels/:channel/threads', async (c) => {
    const parent = seenChannel(world, c.req.param('channel'));
    const { json, files } = await readBody(c);
    const form = shaped(threadShape, json);
    // Discord opens private threads when nothing is said; a forum has public ones only.
    const isPrivate =
      parent.type === CHANNEL.text && (form.type ?? CHANNEL.privateThread) === CHANNEL.privateThread;
    requireThreads(world, parent, isPrivate);
    const thread = openThread(world, parent, { ...planOf(form), owner: world.bot, isPrivate });
    if (parent.type !== CHANNEL.forum) return c.json(channelJson(world, thread), 201);
    const message = await post(world, thread, { payload: form.message ?? {}, files });
    return c.json({ ...channelJson(world, thread), message: messageJson(world, message) }, 201);
  });
  app.patch('/channels/:channel', async (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    if (!channel.thread) refuseAny([fault('simulated', ['name'], 'UNSUPPORTED', 'Not part of the sandbox')]);
    const own = channel.thread?.owner === world.bot;
    if (!own) requireOfBot(world, channel, PERMISSION.manageThreads, 'manage-threads');
    changeThread(world, channel, changeOf(shaped(changeShape, (await readBody(c)).json)));
    return c.json(channelJson(world, channel));
  });
  app.delete('/channels/:channel', (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    const wanted = channel.thread ? PERMISSION.manageThreads : PERMISSION.manageChannels;
    requireOfBot(world, channel, wanted, 'manage-channels');
    if (channel.guild) closeChannel(world, channel);
    return c.json(channelJson(world, channel));
  });
  app.put('/channels/:channel/thread-members/:user', (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    requireUnarchived(channel);
    joinThread(world, channel, memberOf(world, channel, c.req.param('user')));
    return c.body(null, 204);
  });
  return app;
}

function memberOf(world: World, { guild }: ChannelRecord, id: string): UserRecord {
  if (id === '@me') return world.bot;
  const member = guild?.members.get(id);
  if (!member) throw new Refusal('member-known');
  return member.user;
}

function planOf({
  name,
  auto_archive_duration: minutes,
}: z.infer<typeof threadShape>): Pick<ThreadPlan, 'name' | 'autoArchiveMinutes'> {
  return { name, ...(minutes ? { autoArchiveMinutes: minutes } : {}) };
}

function changeOf({ auto_archive_duration: minutes, ...change }: z.infer<typeof changeShape>): ThreadChange {
  return { ...change, ...(minutes ? { autoArchiveMinutes: minutes } : {}) };
}

function requireThreads(world: World, channel: ChannelRecord, isPrivate: boolean): void {
  const holds = [CHANNEL.text, CHANNEL.announcement, CHANNEL.forum].some((type) => type === channel.type);
  if (!holds) throw new Refusal('thread-place');
  if (channel.type === CHANNEL.forum) requireOfBot(world, channel, PERMISSION.sendMessages, 'create-threads');
  else if (isPrivate) requireOfBot(world, channel, PERMISSION.createPrivateThreads, 'create-threads');
  else requireOfBot(world, channel, PERMISSION.createPublicThreads, 'create-threads');
}
