import { Hono } from 'hono';
import { z } from 'zod';
import { Refusal } from '../rules/refusal.ts';
import { channelJson } from '../wire/guild.ts';
import { messageJson } from '../wire/message.ts';
import { payloadShape } from '../wire/payload.ts';
import { openDm } from '../world/places.ts';
import { grants, PERMISSION, requireOfBot } from '../world/permissions.ts';
import { editByBot, MESSAGE, postByBot, remove } from '../world/posting.ts';
import type { ChannelRecord, MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';

/** Channels and the messages in them, as the bot may see and change them. */
export function channelRoutes(world: World): Hono {
  const app = new Hono();

  const seen = (id: string): ChannelRecord => {
    const channel = world.channel(id);
    requireOfBot(channel, PERMISSION.viewChannel, 'view-channel');
    return channel;
  };

  app.get('/channels/:channel', (c) => c.json(channelJson(world, seen(c.req.param('channel')))));
  app.post('/channels/:channel/typing', (c) => {
    requireOfBot(seen(c.req.param('channel')), PERMISSION.sendMessages, 'send-messages');
    return c.body(null, 204);
  });

  app.get('/channels/:channel/messages', (c) => {
    const limit = Number(c.req.query('limit') ?? 50);
    const messages = seen(c.req.param('channel')).messages.filter((it) => !it.deleted && !it.onlyFor);
    return c.json(
      messages
        .slice(-limit)
        .toReversed()
        .map((it) => messageJson(world, it)),
    );
  });
  app.post('/channels/:channel/messages', async (c) => {
    const channel = seen(c.req.param('channel'));
    requireOfBot(channel, PERMISSION.sendMessages, 'send-messages');
    const { json, files } = await readBody(c);
    if (files.length > 0) requireOfBot(channel, PERMISSION.attachFiles, 'attach-files');
    const payload = shaped(payloadShape, json);
    const replyTo = repliedTo(channel, payload.message_reference);
    const type = replyTo ? MESSAGE.reply : MESSAGE.plain;
    const message = await postByBot(world, { channel, type, replyTo }, { payload, files });
    return c.json(messageJson(world, message));
  });

  const one = '/channels/:channel/messages/:id';
  app.get(one, (c) => c.json(messageJson(world, found(seen(c.req.param('channel')), c.req.param('id')))));
  app.patch(one, async (c) => {
    const message = found(seen(c.req.param('channel')), c.req.param('id'));
    if (message.author !== world.bot) throw new Refusal('own-messages');
    const { json, files } = await readBody(c);
    await editByBot(world, message, { payload: shaped(payloadShape, json), files });
    return c.json(messageJson(world, message));
  });
  app.delete(one, (c) => {
    const message = found(seen(c.req.param('channel')), c.req.param('id'));
    const may =
      message.author === world.bot || grants(message.channel.botPermissions, PERMISSION.manageMessages);
    if (!may) throw new Refusal('manage-messages');
    remove(world, message);
    return c.body(null, 204);
  });

  app.post('/users/@me/channels', async (c) => {
    const { recipient_id } = shaped(z.object({ recipient_id: z.string() }), (await readBody(c)).json);
    const user = world.users.get(recipient_id);
    if (!user || user.bot) throw new Refusal('user-known');
    return c.json(channelJson(world, openDm(world, user)));
  });
  return app;
}

function found(channel: ChannelRecord, id: string): MessageRecord {
  const message = channel.messages.find((it) => it.id === id);
  if (message?.onlyFor) throw new Refusal('ephemeral-private');
  if (!message || message.deleted) throw new Refusal('message-known');
  return message;
}

function repliedTo(
  channel: ChannelRecord,
  reference: { message_id: string; fail_if_not_exists?: boolean | null | undefined } | null | undefined,
): MessageRecord | null {
  if (!reference) return null;
  const message = channel.messages.find((it) => it.id === reference.message_id && !it.deleted);
  if (!message && reference.fail_if_not_exists !== false) throw new Refusal('message-known');
  return message ?? null;
}
