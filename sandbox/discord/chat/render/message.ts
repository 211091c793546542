import type { Viewer } from '../../members/message.ts';
import { FLAG } from '../../wire/payload.ts';
import { picturesOf, referenced } from '../../wire/message.ts';
import { MESSAGE } from '../../world/posting.ts';
import type { AttachmentRecord, MessageRecord } from '../../world/records.ts';
import { markdownHtml } from './blocks.ts';
import { controlsHtml } from './controls.ts';
import { embedHtml } from './embed.ts';
import { escapeHtml } from './escape.ts';
import { avatarHtml, imageHtml, inkFor } from './ink.ts';

const GROUP_MS = 7 * 60_000;
const EYE =
  '<svg viewBox="0 0 24 24"><path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Z"/><circle cx="12" cy="12" r="3"/></svg>';
const FILE =
  '<svg viewBox="0 0 24 24"><path d="M6 2h8l5 5v15H6a1 1 0 0 1-1-1V3a1 1 0 0 1 1-1Zm8 0v5h5"/></svg>';

/** One message, with its author above it unless `before` already shows who speaks. */
export function messageHtml(
  message: MessageRecord,
  before: MessageRecord | undefined,
  viewer: Viewer | undefined,
): string {
  const ink = inkFor(message);
  const spine = spineHtml(message, viewer);
  const grouped =
    spine === '' &&
    before?.author === message.author &&
    before.onlyFor === message.onlyFor &&
    message.createdAt - before.createdAt < GROUP_MS;
  const shown = message.embeds.flatMap(picturesOf).map((url) => referenced(message.attachments, url));
  const files = message.attachments.filter((file) => !shown.includes(file));
  const names = ['message', ...(grouped ? ['grouped'] : []), ...(message.onlyFor ? ['ephemeral'] : [])];
  return (
    `<section class="${names.join(' ')}">${spine}` +
    (grouped ? '' : avatarHtml(message.author)) +
    `<div class="body">${grouped ? '' : headHtml(message)}` +
    (message.flags & FLAG.loading ? thinkingHtml(message) : '') +
    (message.content ? `<div class="text content">${markdownHtml(message.content, ink.nameOf)}</div>` : '') +
    files.map(fileHtml).join('') +
    message.embeds.map((embed) => embedHtml(embed, ink)).join('') +
    controlsHtml(message.components) +
    (message.onlyFor ? `<div class="only">${EYE}Only you can see this • <a>Dismiss message</a></div>` : '') +
    `</div></section>`
  );
}

function headHtml(message: MessageRecord): string {
  const app = message.author.bot ? '<span class="app">APP</span>' : '';
  const at = new Date(message.createdAt).toISOString().slice(11, 16);
  const edited = message.editedAt === null ? '' : ' <span class="edited">(edited)</span>';
  const name = `<span class="name${message.author.bot ? ' bot' : ''}">${escapeHtml(message.author.displayName)}</span>`;
  return `<div class="head">${name}${app}<time>${at}${edited}</time></div>`;
}

function spineHtml(message: MessageRecord, viewer: Viewer | undefined): string {
  const { cause, replyTo } = message;
  if (message.type === MESSAGE.reply && replyTo) {
    const words = quoted(replyTo, viewer);
    const name = escapeHtml(replyTo.author.displayName);
    return `<div class="spine">${avatarHtml(replyTo.author)}<b>${name}</b><span>${escapeHtml(words.slice(0, 120))}</span></div>`;
  }
  if (!cause?.commandName) return '';
  const name = cause.target ? cause.commandName : `/${cause.commandName}`;
  return `<div class="spine">${avatarHtml(cause.user)}<b>${escapeHtml(cause.user.displayName)}</b><span>used</span><b class="command">${escapeHtml(name)}</b></div>`;
}

function quoted(message: MessageRecord, viewer: Viewer | undefined): string {
  if (message.deleted) return 'Original message was deleted';
  if (viewer && message.onlyFor && message.onlyFor.id !== viewer.id) return 'Message could not be loaded';
  if (message.content) return message.content;
  return message.embeds.length > 0 ? 'Click to see embed' : 'Click to see attachment';
}

const thinkingHtml = (message: MessageRecord): string =>
  `<div class="thinking"><i></i><i></i><i></i> ${escapeHtml(message.author.displayName)} is thinking…</div>`;

function fileHtml(file: AttachmentRecord): string {
  if (file.contentType.startsWith('image/') && file.size)
    return `<div class="photo">${imageHtml(file)}</div>`;
  const kib = file.bytes.length / 1024;
  const size =
    kib < 1
      ? `${file.bytes.length} bytes`
      : kib < 1024
        ? `${kib.toFixed(2)} KB`
        : `${(kib / 1024).toFixed(2)} MB`;
  return `<div class="file">${FILE}<div><a>${escapeHtml(file.name)}</a><small>${size}</small></div></div>`;
}
