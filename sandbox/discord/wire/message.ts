import type { AttachmentRecord, MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { Component } from './component.ts';
import { componentsJson } from './components-json.ts';
import type { FileJson } from './components-json.ts';
import { embedShape } from './embed.ts';
import type { Embed } from './embed.ts';
import { attachedName } from './file-name.ts';
import { FLAG, isV2 } from './payload.ts';
import { userJson } from './users.ts';
import type { UserJson } from './users.ts';
import { withoutNulls } from './without-nulls.ts';

/** An attachment as the API returns it. */
export interface AttachmentJson {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type: string;
  readonly width?: number;
  readonly height?: number;
  readonly description?: string;
  readonly ephemeral?: boolean;
}

/** An embed as the API returns it: pictures from attachments have become links. */
export type EmbedJson = Embed & { readonly type: 'rich' };

/** How often a message got one reaction. */
export interface ReactionJson {
  readonly emoji: { readonly id: null; readonly name: string };
  readonly count: number;
  readonly me: boolean;
}

/** A message as the API returns it. */
export interface MessageJson {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly author: UserJson;
  readonly content: string;
  readonly embeds: readonly EmbedJson[];
  readonly attachments: readonly AttachmentJson[];
  readonly components: readonly Component[];
  readonly flags: number;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly mentions: readonly UserJson[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly pinned: boolean;
  readonly tts: boolean;
  readonly nonce?: string | number;
  readonly reactions?: readonly ReactionJson[];
  readonly application_id?: string;
  readonly webhook_id?: string;
  readonly interaction_metadata?: object;
  readonly message_reference?: object;
  readonly referenced_message?: object | null;
}

/** An attachment as the API returns it, with a fresh link. */
export function attachmentJson(world: World, file: AttachmentRecord): AttachmentJson {
  const url = world.cdn.link(file);
  return {
    id: file.id,
    filename: file.name,
    size: file.bytes.length,
    url,
    proxy_url: url,
    content_type: file.contentType,
    ...file.size,
    ...(file.description === null ? {} : { description: file.description }),
    ...(file.ephemeral ? { ephemeral: true } : {}),
  };
}

/** The file that an `attachment://` link names, among those of the message. */
export function referenced(
  files: readonly AttachmentRecord[],
  url: string | null | undefined,
): AttachmentRecord | undefined {
  const name = attachedName(url);
  return name === undefined ? undefined : files.find((file) => file.name === name);
}

/** Every picture that an embed links to. */
export const picturesOf = (embed: Embed): string[] =>
  [embed.image?.url, embed.thumbnail?.url, embed.footer?.icon_url, embed.author?.icon_url].filter(
    (url) => typeof url === 'string',
  );

/** The files that a message lists by themselves: not those that an embed shows, and none with components V2. */
export function listedFiles({ flags, embeds, attachments }: MessageRecord): readonly AttachmentRecord[] {
  if (isV2(flags)) return [];
  const shown = embeds.flatMap(picturesOf).map((url) => referenced(attachments, url));
  return attachments.filter((file) => !shown.includes(file));
}

/** The embeds that a message shows, unless it hides them. */
export const shownEmbeds = ({ flags, embeds }: MessageRecord): readonly Embed[] =>
  (flags & FLAG.suppressEmbeds) === 0 ? embeds : [];

/** A message as the API returns it. Files that an embed shows are not listed again, as on Discord. */
export function messageJson(world: World, message: MessageRecord, { quotes = true } = {}): MessageJson {
  const byBot = message.author === world.bot;
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channel.id,
    author: userJson(message.author),
    content: message.content,
    embeds: shownEmbeds(message).map((embed) => embedJson(world, message, embed)),
    attachments: listedFiles(message).map((file) => attachmentJson(world, file)),
    components: componentsJson(message.components, (url) => unfurled(world, message, url)),
    flags: message.flags,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    mentions: message.mentions.users.map(userJson),
    mention_roles: message.mentions.roles,
    mention_everyone: message.mentions.everyone,
    ...(message.reactions.size > 0 ? { reactions: reactionsJson(world, message) } : {}),
    pinned: false,
    tts: message.tts ?? false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(byBot && message.cause ? { application_id: world.bot.id, webhook_id: world.bot.id } : {}),
    ...(message.cause ? { interaction_metadata: causeJson(message.cause) } : {}),
    ...(message.replyTo
      ? {
          message_reference: { type: 0, message_id: message.replyTo.id, channel_id: message.channel.id },
          // What one person alone may see is not told to the rest.
          ...(quotes && (!message.replyTo.onlyFor || message.onlyFor)
            ? { referenced_message: quoteJson(world, message.replyTo) }
            : {}),
        }
      : {}),
  };
}

// A quote quotes nothing itself.
const quoteJson = (world: World, message: MessageRecord): MessageJson | null =>
  message.deleted ? null : messageJson(world, message, { quotes: false });

function reactionsJson(world: World, message: MessageRecord): readonly ReactionJson[] {
  return [...message.reactions].map(([name, people]) => ({
    emoji: { id: null, name },
    count: people.size,
    count_details: { burst: 0, normal: people.size },
    burst_colors: [],
    me_burst: false,
    me: people.has(world.bot.id),
  }));
}

function causeJson(cause: NonNullable<MessageRecord['cause']>): object {
  return {
    id: cause.id,
    type: cause.type,
    user: userJson(cause.user),
    authorizing_integration_owners: cause.owners,
    ...(cause.commandName === null ? {} : { name: cause.commandName }),
    ...(cause.target ? { target_message_id: cause.target.id } : {}),
    ...(cause.trigger ? { triggering_interaction_metadata: causeJson(cause.trigger) } : {}),
    ...(cause.component && !cause.trigger ? { interacted_message_id: cause.component.id } : {}),
  };
}

function embedJson(world: World, message: MessageRecord, sent: Embed): EmbedJson {
  const embed = embedShape.parse(withoutNulls(sent));
  const resolve = <T extends { url: string }>(
    picture: T,
  ): T & { proxy_url: string; width?: number; height?: number } => {
    const file = referenced(message.attachments, picture.url);
    if (!file) return { ...picture, proxy_url: picture.url };
    const url = world.cdn.link(file);
    return { ...picture, url, proxy_url: url, ...file.size };
  };
  const icon = (url: string | null | undefined): { icon_url?: string } => {
    const file = referenced(message.attachments, url);
    if (file) return { icon_url: world.cdn.link(file) };
    return url ? { icon_url: url } : {};
  };
  return {
    type: 'rich',
    ...embed,
    ...(embed.image ? { image: resolve(embed.image) } : {}),
    ...(embed.thumbnail ? { thumbnail: resolve(embed.thumbnail) } : {}),
    ...(embed.footer ? { footer: { text: embed.footer.text, ...icon(embed.footer.icon_url) } } : {}),
    ...(embed.author ? { author: { ...embed.author, ...icon(embed.author.icon_url) } } : {}),
    ...(embed.fields ? { fields: embed.fields.map((it) => ({ ...it, inline: it.inline ?? false })) } : {}),
  };
}

function unfurled(world: World, message: MessageRecord, url: string): FileJson {
  const file = referenced(message.attachments, url);
  // Discord gives every picture an id; one from elsewhere carries that of the message here.
  const away = { id: message.id, url, proxy_url: url, width: null, height: null, content_type: null };
  if (!file) return { media: away, name: null, size: null };
  const link = world.cdn.link(file);
  const { width = null, height = null } = file.size ?? {};
  const media = { id: file.id, attachment_id: file.id, url: link, proxy_url: link, width, height };
  return { media: { ...media, content_type: file.contentType }, name: file.name, size: file.bytes.length };
}
