import { avatarSvg } from '../../cdn/avatar.ts';
import { referenced } from '../../wire/message.ts';
import type { AttachmentRecord, MessageRecord, UserRecord } from '../../world/records.ts';
import { dataUri, escapeHtml } from './escape.ts';
import type { NameOf } from './markdown.ts';

/** What it takes to draw one message: its names and its pictures. */
export interface Ink {
  readonly nameOf: NameOf;
  /** The picture behind a link, as an element; `alt` is what it is said to show. */
  readonly picture: (url: string, alt?: string | null) => string;
  /** The file of the message that a link names. */
  readonly file: (url: string) => AttachmentRecord | undefined;
}

/** What it takes to draw the message. */
export function inkFor(message: MessageRecord): Ink {
  const { guild, recipient } = message.channel;
  return {
    nameOf: (id) =>
      guild?.members.get(id)?.user.displayName ??
      guild?.channels.find((channel) => channel.id === id)?.name ??
      (recipient?.id === id ? recipient.displayName : undefined),
    file: (url) => referenced(message.attachments, url),
    picture(url, alt) {
      const file = referenced(message.attachments, url);
      if (file) return imageHtml(file, alt ?? undefined);
      // The page asks nobody for anything: a picture that lives elsewhere is only named.
      const host = URL.canParse(url) ? new URL(url).host : 'unknown';
      return `<span class="elsewhere">picture from ${escapeHtml(host)}</span>`;
    },
  };
}

/** A file as a picture. */
export function imageHtml(file: AttachmentRecord, alt = file.description ?? file.name): string {
  const size = file.size ? ` width="${file.size.width}" height="${file.size.height}"` : '';
  return `<img src="${dataUri(file.contentType, file.bytes)}" alt="${escapeHtml(alt)}"${size}>`;
}

/** A person's avatar. */
export const avatarHtml = (user: UserRecord): string =>
  `<img class="avatar" src="${dataUri('image/svg+xml', avatarSvg(user))}" alt="">`;
