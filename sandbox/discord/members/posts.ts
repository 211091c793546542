import { charactersIn } from '../rules/characters.ts';
import { LIMITS } from '../rules/limits.ts';
import { takesMessages } from '../world/channel-types.ts';
import { fileBytesFor } from '../world/file-sizes.ts';
import { mentionsOf } from '../world/mentions.ts';
import { may, PERMISSION, sees, toWriteIn } from '../world/permissions.ts';
import { changeThread } from '../world/places.ts';
import { MESSAGE, nextIdIn, publish } from '../world/posting.ts';
import type { AttachmentRecord, ChannelRecord, MessageRecord, UserRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { upload } from './files.ts';
import type { LocalFile } from './files.ts';
import { viewOf } from './message.ts';
import type { Message } from './message.ts';

/** What a person writes. */
export interface Post {
  readonly content?: string;
  readonly files?: readonly LocalFile[];
  readonly replyTo?: Message;
}

/** Puts a person's message into a channel. */
export async function write(
  world: World,
  user: UserRecord,
  channel: ChannelRecord,
  post: Post,
): Promise<Message> {
  const { content = '', files = [], replyTo } = post;
  requireWriter(world, user, channel, files.length > 0);
  if (content === '' && files.length === 0) throw new Error('Discord sends no empty message');
  requireShort(content);
  const attachments = await attach(world, user, channel, files);
  const replied = replyTo?.record ?? null;
  const record: MessageRecord = {
    id: nextIdIn(world, channel),
    type: replyTo ? MESSAGE.reply : MESSAGE.plain,
    channel,
    author: user,
    createdAt: world.clock.now(),
    cause: null,
    replyTo: replied,
    reactions: new Map(),
    mentions: mentionsOf(world, { content, channel, author: user, replyTo: replied }),
    content,
    embeds: [],
    components: [],
    attachments,
    flags: 0,
    editedAt: null,
    deleted: false,
    dismissed: false,
    onlyFor: null,
    sent: null,
  };
  if (channel.thread?.archived) changeThread(world, channel, { archived: false });
  publish(world, record);
  return viewOf(world, record);
}

/**
 * Uploads files for a message.
 * @param already how many it has
 * @throws when they are too many or too large
 */
export async function attach(
  world: World,
  user: UserRecord,
  channel: ChannelRecord,
  files: readonly LocalFile[],
  already = 0,
): Promise<AttachmentRecord[]> {
  if (already + files.length > LIMITS.files) throw new Error('Discord sends at most 10 files');
  const mostBytes = fileBytesFor(user, channel.guild);
  const attachments: AttachmentRecord[] = [];
  for (const file of files) attachments.push(await upload(world, file, channel.id, false, mostBytes));
  return attachments;
}

/** @throws when the text is longer than Discord's client sends */
export function requireShort(content: string): void {
  if (charactersIn(content) > LIMITS.content) throw new Error('Discord sends at most 2,000 characters');
}

function requireWriter(world: World, user: UserRecord, channel: ChannelRecord, withFiles: boolean): void {
  const { displayName: who } = user;
  const where = `#${channel.name}`;
  if (!sees(channel, user)) throw new Error(`${who} does not see ${where}`);
  if (!takesMessages(channel.type)) throw new Error(`${where} takes no messages`);
  if (!may(channel, user, toWriteIn(channel))) throw new Error(`${who} may not write in ${where}`);
  if (withFiles && !may(channel, user, PERMISSION.attachFiles))
    throw new Error(`${who} may not attach files in ${where}`);
  if (channel.thread?.locked && !may(channel, user, PERMISSION.manageThreads))
    throw new Error(`The thread ${where} is locked`);
  const wait = slowmodeLeft(world, user, channel);
  if (wait > 0) throw new Error(`Slowmode is on in ${where}: ${user.displayName} waits ${wait} ms more`);
}

function slowmodeLeft(world: World, user: UserRecord, channel: ChannelRecord): number {
  const exempt = PERMISSION.manageMessages | PERMISSION.manageChannels;
  if (channel.slowmode === 0 || may(channel, user, exempt)) return 0;
  const last = channel.messages.findLast((it) => it.author === user);
  return last ? last.createdAt + channel.slowmode * 1_000 - world.clock.now() : 0;
}
