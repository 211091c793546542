import { avatarSvg } from '../../cdn/avatar.ts';
import type { Viewer } from '../../members/message.ts';
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
  /** Where the page finds a file; nothing on a page that asks nobody. */
  readonly address: ((file: AttachmentRecord) => string) | null;
}

/** How a chat is drawn. */
export interface Drawing {
  /** Only what this person sees; everything when nobody is named. */
  readonly viewer?: Viewer;
  /** Where a live page finds a file. Without it the page stands alone: files lie in it, and nothing can be pressed. */
  readonly address?: (file: AttachmentRecord) => string;
}

/** What it takes to draw the message. */
export function inkFor(message: MessageRecord, { address }: Pick<Drawing, 'address'> = {}): Ink {
  const { guild, recipient } = message.channel;
  return {
    nameOf: (id) =>
      guild?.members.get(id)?.user.displayName ??
      guild?.channels.find((channel) => channel.id === id)?.name ??
      guild?.roles.find((role) => role.id === id)?.name ??
      (recipient?.id === id ? recipient.displayName : undefined),
    address: address ?? null,
    file: (url) => referenced(message.attachments, url),
    picture(url, alt) {
      const file = referenced(message.attachments, url);
      if (file) return imageHtml(file, address ?? null, alt ?? undefined);
      // The page asks nobody for anything: a picture that lives elsewhere is only named.
      const host = URL.canParse(url) ? new URL(url).host : 'unknown';
      return `<span class="elsewhere">picture from ${escapeHtml(host)}</span>`;
    },
  };
}

/** A file as a picture. */
export function imageHtml(
  file: AttachmentRecord,
  address: Ink['address'],
  alt = file.description ?? file.name,
): string {
  const source = address ? escapeHtml(address(file)) : dataUri(file.contentType, file.bytes);
  const size = file.size ? ` width="${file.size.width}" height="${file.size.height}"` : '';
  return `<img src="${source}" alt="${escapeHtml(alt)}"${size}>`;
}

/** A person's avatar. */
export const avatarHtml = (user: UserRecord): string =>
  `<img class="avatar" src="${dataUri('image/svg+xml', avatarSvg(user))}" alt="">`;
