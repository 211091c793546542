import { LIMITS } from '../rules/limits.ts';
import { publish, MESSAGE } from '../world/posting.ts';
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
  if (content === '' && files.length === 0) throw new Error('Discord sends no empty message');
  if (content.length > LIMITS.content) throw new Error('Discord sends at most 2,000 characters');
  if (files.length > LIMITS.files) throw new Error('Discord sends at most 10 files');
  const attachments: AttachmentRecord[] = [];
  for (const file of files) attachments.push(await upload(world, file, channel.id, false));
  const record: MessageRecord = {
    id: world.nextId(),
    type: replyTo ? MESSAGE.reply : MESSAGE.plain,
    channel,
    author: user,
    createdAt: world.clock.now(),
    cause: null,
    replyTo: replyTo?.record ?? null,
    mentions: mentioned(world, content, replyTo),
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
  publish(world, record);
  return viewOf(world, record);
}

function mentioned(world: World, content: string, replyTo: Message | undefined): UserRecord[] {
  const ids = [...content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
  const users = [...ids.map((id) => world.users.get(id)), replyTo?.record.author];
  return [...new Set(users.filter((user) => user !== undefined))];
}
