import { type Attachment, type Message, MessageType } from 'discord.js';

/** A person's message, as far as it matters whether it is answered. */
export interface Post {
  readonly message: Message;
  readonly author: string;
  /** Null in direct messages. */
  readonly guild: string | null;
  /** The channel that managers pick: of a thread or a forum's post, the one that it belongs to. */
  readonly place: string;
  /** The addresses of its photos, in order. */
  readonly photos: readonly string[];
  /** Whether the bot was asked: by a mention, or by writing to it alone. */
  readonly asked: boolean;
}

/** So many photos of one message are looked at; Discord takes up to ten. */
const MOST_PHOTOS = 4;

/** What a person writes; all other types are Discord's own words, or a bot's. */
const WRITTEN: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/**
 * A person's message with photos. Bots, webhooks and Discord's own messages are none.
 * @param photos the attachments that count; all if left out
 */
export function postOf(
  message: Message,
  photos: Iterable<Attachment> = message.attachments.values(),
): Post | undefined {
  const { author, channel, client, webhookId, guildId, mentions } = message;
  if (author.bot || webhookId !== null || !WRITTEN.has(message.type)) return undefined;
  const addresses = photosIn(photos).slice(0, MOST_PHOTOS);
  if (addresses.length === 0) return undefined;
  return {
    message,
    author: author.id,
    guild: guildId,
    place: (channel.isThread() ? channel.parentId : null) ?? channel.id,
    photos: addresses.map(({ url }) => url),
    asked: guildId === null || mentions.users.has(client.user.id),
  };
}

/** Those that may be photos: Discord may leave the type out, and then the bytes tell. */
export function photosIn(attachments: Iterable<Attachment>): readonly Attachment[] {
  return [...attachments].filter(({ contentType }) => contentType?.startsWith('image/') ?? true);
}
