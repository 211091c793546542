import { getMimeType } from 'hono/utils/mime';
import { textsOf } from '../rules/components.ts';
import { LIMITS } from '../rules/limits.ts';
import { checkAttachments, checkPayload, checkReferences, checkSizes } from '../rules/messages.ts';
import { Refusal } from '../rules/refusal.ts';
import { withPictures } from '../wire/embed.ts';
import type { Payload, Sent, SentFile } from '../wire/payload.ts';
import { FLAG, isV2, normal } from '../wire/payload.ts';
import { announce } from './announce.ts';
import { mentionsOf } from './mentions.ts';
import { CHANNEL, takesMessages } from './channel-types.ts';
import { may, PERMISSION } from './permissions.ts';
import { changeThread } from './places.ts';
import type { AttachmentRecord, Cause, ChannelRecord, MessageRecord, UserRecord } from './records.ts';
import { compareIds } from './snowflake.ts';
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

/** What the bot may put into a message. */
export interface Rights {
  /** Bytes of the largest file. */
  readonly fileBytes: number;
  /** Whether its embeds are shown; otherwise they are dropped without a word. */
  readonly embeds: boolean;
}

/** The bot's message that says "thinking…". */
export function postThinking(world: World, place: Place): MessageRecord {
  requireOpen(world, place.channel);
  const message = blank(world, place);
  message.flags |= FLAG.loading;
  publish(world, message);
  return message;
}

/** Checks what the bot sent and posts it, unless its nonce says that this was done before. */
export async function postByBot(
  world: World,
  place: Place,
  sent: Sent,
  rights: Rights,
): Promise<MessageRecord> {
  requireOpen(world, place.channel);
  const { flags, nonce, tts } = sent.payload;
  const twin = twinOf(world, place.channel, sent.payload);
  if (twin) return twin;
  const message = { ...blank(world, place), ...(nonce ? { nonce } : {}), tts: tts ?? false };
  message.flags |= (flags ?? 0) & FLAG.suppressNotifications;
  await apply(world, message, sent, rights);
  publish(world, message);
  return message;
}

/** Checks what the bot sent and changes the message to it. */
export async function editByBot(
  world: World,
  message: MessageRecord,
  sent: Sent,
  rights: Rights,
): Promise<void> {
  requireUnarchived(message.channel);
  const wasLoading = (message.flags & FLAG.loading) !== 0;
  await apply(world, message, sent, rights);
  message.flags &= ~FLAG.loading;
  if (!wasLoading) message.editedAt = world.clock.now();
  announce(world, 'MESSAGE_UPDATE', message);
}

/** Changes the words of a person's message. */
export function editByPerson(
  world: World,
  message: MessageRecord,
  { content, attachments }: Pick<MessageRecord, 'content' | 'attachments'>,
): void {
  message.content = content;
  message.attachments = attachments;
  message.mentions = mentionsOf(world, message);
  message.editedAt = world.clock.now();
  announce(world, 'MESSAGE_UPDATE', message);
}

/** Takes a message away from everyone. */
export function remove(world: World, message: MessageRecord): void {
  takeAway(world, message);
  announce(world, 'MESSAGE_DELETE', message);
}

/** Marks a message as deleted. Its files go with it, and it no longer holds on to what it answered. */
export function takeAway(world: World, message: MessageRecord): void {
  for (const file of message.attachments) world.cdn.forget(file);
  Object.assign(message, { deleted: true, replyTo: null, cause: null } satisfies Partial<MessageRecord>);
}

/** The id of the next message: a post in a forum begins with one that has the post's own. */
export const nextIdIn = (world: World, { id, parent, messages }: ChannelRecord): string =>
  parent?.type === CHANNEL.forum && messages.length === 0 ? id : world.nextId();

/** A message of the bot with nothing in it yet. */
function blank(world: World, place: Place): MessageRecord {
  return {
    id: nextIdIn(world, place.channel),
    type: place.type ?? MESSAGE.plain,
    channel: place.channel,
    author: world.bot,
    createdAt: world.clock.now(),
    cause: place.cause ?? null,
    replyTo: place.replyTo ?? null,
    reactions: new Map(),
    mentions: { users: [], roles: [], everyone: false },
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

// "If another message was created by the same author with the same nonce, that message will be returned."
function twinOf(world: World, channel: ChannelRecord, payload: Payload): MessageRecord | undefined {
  const { nonce, enforce_nonce: enforced } = payload;
  if (!enforced || !nonce) return undefined;
  const since = world.clock.now() - LIMITS.nonceMs;
  return channel.messages.find(
    (it) => it.author === world.bot && it.createdAt >= since && String(it.nonce) === String(nonce),
  );
}

// A post takes an archived thread up again, unless it is locked.
function requireOpen(world: World, channel: ChannelRecord): void {
  if (channel.deleted) throw new Refusal('channel-known');
  if (!takesMessages(channel.type)) throw new Refusal('text-channel');
  if (!channel.thread?.archived) return;
  if (channel.thread.locked && !may(channel, world.bot, PERMISSION.manageThreads))
    throw new Refusal('thread-open');
  changeThread(world, channel, { archived: false });
}

/** Refuses changes in a thread that was archived. */
export function requireUnarchived(channel: ChannelRecord): void {
  if (channel.deleted) throw new Refusal('channel-known');
  if (channel.thread?.archived) throw new Refusal('thread-open');
}

async function apply(world: World, message: MessageRecord, sent: Sent, rights: Rights): Promise<void> {
  const payload = normal(sent.payload);
  checkSizes(sent.files, rights.fileBytes);
  checkPayload(payload, message);
  const old = message.attachments;
  checkAttachments(
    payload,
    sent.files,
    old.map((file) => file.id),
  );
  const described = new Map((payload.attachments ?? []).map((entry) => [entry.id, entry]));
  const kept = payload.attachments ? old.filter((file) => described.has(file.id)) : old;
  const added: AttachmentRecord[] = [];
  const files: SentFile[] = [];
  for (const file of sent.files) {
    const stored = await world.cdn.prepare({
      id: world.nextId(),
      ownerId: message.channel.id,
      name: described.get(file.key)?.filename ?? file.name,
      contentType: getMimeType(file.name) ?? file.contentType,
      bytes: file.bytes,
      description: described.get(file.key)?.description ?? null,
      ephemeral: message.onlyFor !== null,
    });
    added.push(stored);
    files.push({ ...file, bytes: stored.bytes });
  }
  const attachments = [...kept, ...added];
  const names = attachments.map((file) => file.name);
  checkReferences(payload, names);
  const revision = revised(world, message, payload, rights);
  const embeds = revision.embeds.map((embed) => withPictures(embed, names));
  const parts = { ...revision, embeds, attachments };
  requireSomething(parts);
  Object.assign(message, {
    ...parts,
    sent: { payload: sent.payload, files },
  } satisfies Partial<MessageRecord>);
  for (const file of old) if (!kept.includes(file)) world.cdn.forget(file);
  for (const file of added) world.cdn.publish(file);
}

type Parts = Pick<MessageRecord, 'content' | 'embeds' | 'components' | 'flags' | 'mentions'>;

function revised(world: World, message: MessageRecord, payload: Payload, rights: Rights): Parts {
  const content = payload.content === undefined ? message.content : (payload.content ?? '');
  const given = rights.embeds ? (payload.embeds ?? []) : [];
  const embeds = payload.embeds === undefined ? message.embeds : given;
  const components = payload.components === undefined ? message.components : (payload.components ?? []);
  const words = [content, ...textsOf(components)].join('\n');
  const mentions = mentionsOf(world, { ...message, content: words }, payload.allowed_mentions);
  return { content, embeds, components, flags: flagsAfter(message.flags, payload.flags), mentions };
}

// The flag for components V2 can only be set, the one that hides embeds can be taken back.
function flagsAfter(before: number, asked: number | null | undefined): number {
  if (asked === null || asked === undefined) return before;
  return (before & ~FLAG.suppressEmbeds) | (asked & (FLAG.suppressEmbeds | FLAG.componentsV2));
}

function requireSomething({
  flags,
  content,
  embeds,
  components,
  attachments,
}: Omit<Parts, 'mentions'> & Pick<MessageRecord, 'attachments'>): void {
  const shown = isV2(flags) ? [components] : [content, embeds, components, attachments];
  if (!shown.some((part) => part.length > 0)) throw new Refusal('message-not-empty');
}

/** Puts the message into its channel and tells the bot. */
export function publish(world: World, message: MessageRecord): void {
  const { messages } = message.channel;
  // Ids are given before files are stored, so that a message can come behind a younger one.
  const at = messages.findLastIndex((it) => compareIds(it.id, message.id) < 0);
  messages.splice(at + 1, 0, message);
  announce(world, 'MESSAGE_CREATE', message);
}
