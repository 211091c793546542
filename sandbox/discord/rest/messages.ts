import { Hono } from 'hono';
import { fault } from '../rules/faults.ts';
import { Refusal, refuseAny } from '../rules/refusal.ts';
import { messageJson } from '../wire/message.ts';
import type { MessageJson } from '../wire/message.ts';
import { withoutContent } from '../wire/message-content.ts';
import { payloadShape } from '../wire/payload.ts';
import type { Payload, Sent } from '../wire/payload.ts';
import { takesMessages } from '../world/channel-types.ts';
import { fileBytesIn } from '../world/file-sizes.ts';
import { sharesGuild } from '../world/guilds.ts';
import { may, PERMISSION, requireOfBot, toWriteIn } from '../world/permissions.ts';
import { editByBot, MESSAGE, postByBot, remove } from '../world/posting.ts';
import type { Rights } from '../world/posting.ts';
import type { ChannelRecord, MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { readBody, shaped } from './body.ts';
import { pageOf } from './paging.ts';
import { messageIn, requireHistory, seenChannel, seenMessage } from './seen.ts';

/** The messages of a channel, as the bot may read and write them. */
export function messageRoutes(world: World): Hono {
  const app = new Hono();

  app.get('/channels/:channel/messages', (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    const readable = may(channel, world.bot, PERMISSION.readMessageHistory) ? channel.messages : [];
    const page = pageOf(
      readable.filter((it) => !it.deleted && !it.onlyFor),
      c.req.query(),
    );
    return c.json(page.map((it) => readJson(world, it)));
  });
  app.post('/channels/:channel/messages', async (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    const { json, files } = await readBody(c);
    const sent = { payload: shaped(payloadShape, json), files };
    return c.json(messageJson(world, await post(world, channel, sent)));
  });

  const one = '/channels/:channel/messages/:id';
  app.get(one, (c) => {
    const channel = seenChannel(world, c.req.param('channel'));
    requireHistory(world, channel);
    return c.json(readJson(world, messageIn(channel, c.req.param('id'))));
  });
  app.patch(one, async (c) => {
    const message = seenMessage(world, c.req.param('channel'), c.req.param('id'));
    if (message.author !== world.bot) throw new Refusal('own-messages');
    const { json, files } = await readBody(c);
    const sent = { payload: shaped(payloadShape, json), files };
    await editByBot(world, message, sent, rightsIn(world, message.channel));
    return c.json(messageJson(world, message));
  });
  app.delete(one, (c) => {
    const message = seenMessage(world, c.req.param('channel'), c.req.param('id'));
    const own = message.author === world.bot;
    if (!own) requireOfBot(world, message.channel, PERMISSION.manageMessages, 'manage-messages');
    remove(world, message);
    return c.body(null, 204);
  });
  return app;
}

/** A message as the bot may read it. */
function readJson(world: World, message: MessageRecord): MessageJson {
  const json = messageJson(world, message);
  return world.readsContent() ? json : withoutContent(world, message, json);
}

/** Posts a message of the bot where and as far as it may. */
export async function post(world: World, channel: ChannelRecord, sent: Sent): Promise<MessageRecord> {
  const writes = channel.thread ? 'send-in-threads' : 'send-messages';
  if (takesMessages(channel.type)) requireOfBot(world, channel, toWriteIn(channel), writes);
  if (sent.files.length > 0) requireOfBot(world, channel, PERMISSION.attachFiles, 'attach-files');
  requireTaker(world, channel);
  const rights = rightsIn(world, channel);
  if (!rights.embeds && isEmbedsAlone(sent)) throw new Refusal('embed-links');
  const replyTo = repliedTo(world, channel, sent.payload.message_reference);
  return postByBot(world, { channel, type: replyTo ? MESSAGE.reply : MESSAGE.plain, replyTo }, sent, rights);
}

const rightsIn = (world: World, channel: ChannelRecord): Rights => ({
  fileBytes: fileBytesIn(channel.guild),
  embeds: may(channel, world.bot, PERMISSION.embedLinks),
});

function isEmbedsAlone({ payload, files }: Sent): boolean {
  const more = [payload.content, payload.components, files].some((part) => part && part.length > 0);
  return !more && (payload.embeds ?? []).length > 0;
}

function requireTaker(world: World, { recipient }: ChannelRecord): void {
  if (!recipient) return;
  if (!recipient.installed && !sharesGuild(world, recipient)) throw new Refusal('mutual-guild');
  if (!recipient.takesDms) throw new Refusal('dms-taken');
}

function repliedTo(
  world: World,
  channel: ChannelRecord,
  reference: Payload['message_reference'],
): MessageRecord | null {
  if (!reference) return null;
  requireOfBot(world, channel, PERMISSION.readMessageHistory, 'reply-history');
  const message = channel.messages.find((it) => it.id === reference.message_id && !it.deleted);
  const unknown = fault(
    'reply-known',
    ['message_reference'],
    'MESSAGE_REFERENCE_UNKNOWN_MESSAGE',
    'Unknown message',
  );
  if (!message && reference.fail_if_not_exists !== false) refuseAny([unknown]);
  return message ?? null;
}
