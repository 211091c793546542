import { getMimeType } from 'hono/utils/mime';
import { checkAttachments, checkPayload, checkReferences } from '../rules/messages.ts';
import { Refusal } from '../rules/refusal.ts';
import type { Sent } from '../wire/payload.ts';
import { FLAG } from '../wire/payload.ts';
import { announce } from './announce.ts';
import type { AttachmentRecord, Cause, ChannelRecord, MessageRecord, UserRecord } from './records.ts';
import type { World } from './world.ts';

/** Discord's numbers for why a message exists. */
export const MESSAGE = { plain: 0, reply: 19, slash: 20, contextMenu: 23 } as const;

/** Where a message of the bot goes and what it answers. */
export interface Place {
  readonly channel: ChannelRecord;
  readonly type?: number;
  readonly cause?: Cause | null;
  readonly replyTo?: MessageRecord | null;
  readonly onlyFor?: UserRecord | null;
}

/** The bot's message that says "thinking…". */
export function postThinking(world: World, place: Place): MessageRecord {
  const message = blank(world, place);
  message.flags |= FLAG.loading;
  publish(world, message);
  return message;
}

/** Checks what the bot sent and posts it. */
export async function postByBot(world: World, place: Place, sent: Sent): Promise<MessageRecord> {
  const message = blank(world, place);
  message.flags |= (sent.payload.flags ?? 0) & FLAG.suppressEmbeds;
  await apply(world, message, sent);
  publish(world, message);
  return message;
}

/** Checks what the bot sent and changes the message to it. */
export async function editByBot(world: World, message: MessageRecord, sent: Sent): Promise<void> {
  const wasLoading = (message.flags & FLAG.loading) !== 0;
  await apply(world, message, sent);
  message.flags &= ~FLAG.loading;
  if (!wasLoading) message.editedAt = world.clock.now();
  announce(world, 'MESSAGE_UPDATE', message);
}

/** Takes a message away from everyone. */
export function remove(world: World, message: MessageRecord): void {
  message.deleted = true;
  announce(world, 'MESSAGE_DELETE', message);
}

/** A message of the bot with nothing in it yet. */
function blank(world: World, place: Place): MessageRecord {
  return {
    id: world.nextId(),
    type: place.type ?? MESSAGE.plain,
    channel: place.channel,
    author: world.bot,
    createdAt: world.clock.now(),
    cause: place.cause ?? null,
    replyTo: place.replyTo ?? null,
    mentions: [],
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags: place.onlyFor ? FLAG.ephemeral : 0,
    editedAt: null,
    deleted: false,
    dismissed: false,
    onlyFor: place.onlyFor ?? null,
    sent: null,
  };
}

async function apply(world: World, message: MessageRecord, sent: Sent): Promise<void> {
  if (message.channel.deleted) throw new Refusal('channel-known');
  const { payload } = sent;
  checkPayload(payload, sent.files);
  const old = message.attachments;
  checkAttachments(
    payload,
    sent.files,
    old.map((file) => file.id),
  );
  const described = new Map((payload.attachments ?? []).map((entry) => [entry.id, entry]));
  const kept = payload.attachments ? old.filter((file) => described.has(file.id)) : old;
  const added: AttachmentRecord[] = [];
  for (const file of sent.files)
    added.push(
      await world.cdn.keep({
        id: world.nextId(),
        ownerId: message.channel.id,
        name: described.get(file.key)?.filename ?? file.name,
        contentType: getMimeType(file.name) ?? file.contentType,
        bytes: file.bytes,
        description: described.get(file.key)?.description ?? null,
        ephemeral: message.onlyFor !== null,
      }),
    );
  const attachments = [...kept, ...added];
  checkReferences(
    payload,
    attachments.map((file) => file.name),
  );
  const content = payload.content === undefined ? message.content : (payload.content ?? '');
  const embeds = payload.embeds === undefined ? message.embeds : (payload.embeds ?? []);
  const components = payload.components === undefined ? message.components : (payload.components ?? []);
  const something = [content, embeds, components, attachments].some((part) => part.length > 0);
  if (!something) throw new Refusal('message-not-empty');
  Object.assign(message, { content, embeds, components, attachments, sent } satisfies Partial<MessageRecord>);
}

/** Puts the message into its channel and tells the bot. */
export function publish(world: World, message: MessageRecord): void {
  message.channel.messages.push(message);
  announce(world, 'MESSAGE_CREATE', message);
}
