import type { AttachmentRecord, MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import type { Component } from './component.ts';
import type { Embed } from './embed.ts';
import { userJson } from './users.ts';
import type { UserJson } from './users.ts';

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
  readonly application_id?: string;
  readonly webhook_id?: string;
  readonly interaction_metadata?: object;
  readonly message_reference?: object;
  readonly referenced_message?: object;
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
  if (!url?.startsWith('attachment://')) return undefined;
  return files.find((file) => file.name === url.slice('attachment://'.length));
}

/** Every picture that an embed links to. */
export const picturesOf = (embed: Embed): string[] =>
  [embed.image?.url, embed.thumbnail?.url, embed.footer?.icon_url, embed.author?.icon_url].filter(
    (url) => typeof url === 'string',
  );

/** A message as the API returns it. Files that an embed shows are not listed again, as on Discord. */
export function messageJson(world: World, message: MessageRecord): MessageJson {
  const shown = message.embeds.flatMap(picturesOf).map((url) => referenced(message.attachments, url));
  const byBot = message.author === world.bot;
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channel.id,
    author: userJson(message.author),
    content: message.content,
    embeds: message.embeds.map((embed) => embedJson(world, message, embed)),
    attachments: message.attachments
      .filter((file) => !shown.includes(file))
      .map((file) => attachmentJson(world, file)),
    components: numbered(message.components),
    flags: message.flags,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    mentions: message.mentions.map(userJson),
    ...{ mention_roles: [], mention_everyone: false, pinned: false, tts: false },
    ...(byBot && message.cause ? { application_id: world.bot.id, webhook_id: world.bot.id } : {}),
    ...(message.cause ? { interaction_metadata: causeJson(message.cause) } : {}),
    ...(message.replyTo
      ? {
          message_reference: { type: 0, message_id: message.replyTo.id, channel_id: message.channel.id },
          // What one person alone may see is not told to the rest.
          ...(message.replyTo.onlyFor && !message.onlyFor
            ? {}
            : { referenced_message: messageJson(world, message.replyTo) }),
        }
      : {}),
  };
}

function causeJson(cause: NonNullable<MessageRecord['cause']>): object {
  return {
    id: cause.id,
    type: cause.type,
    user: userJson(cause.user),
    authorizing_integration_owners: {},
    ...(cause.commandName === null ? {} : { name: cause.commandName }),
    ...(cause.target ? { target_message_id: cause.target.id } : {}),
    ...(cause.component ? { interacted_message_id: cause.component.id } : {}),
  };
}

function embedJson(world: World, message: MessageRecord, embed: Embed): EmbedJson {
  const resolve = <T extends { url: string }>(picture: T): T & { width?: number; height?: number } => {
    const file = referenced(message.attachments, picture.url);
    return file ? { ...picture, url: world.cdn.link(file), ...file.size } : picture;
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
  };
}

function numbered(components: readonly Component[]): Component[] {
  let last = 0;
  const number = (component: Component): Component => ({
    ...component,
    id: component.id ?? ++last,
    ...(component.components ? { components: component.components.map(number) } : {}),
  });
  return components.map(number);
}
