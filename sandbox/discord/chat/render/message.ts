import type { Viewer } from '../../members/message.ts';
import { FLAG } from '../../wire/payload.ts';
import { listedFiles, shownEmbeds } from '../../wire/message.ts';
import { MESSAGE } from '../../world/posting.ts';
import type { MessageRecord } from '../../world/records.ts';
import { markdownHtml } from './blocks.ts';
import { embedHtml } from './embed.ts';
import { escapeHtml } from './escape.ts';
import { attachmentHtml } from './file.ts';
import { avatarHtml, inkFor } from './ink.ts';
import { componentHtml } from './layout.ts';

const GROUP_MS = 7 * 60_000;
const EYE =
  '<svg viewBox="0 0 24 24"><path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Z"/><circle cx="12" cy="12" r="3"/></svg>';

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
  const names = ['message', ...(grouped ? ['grouped'] : []), ...(message.onlyFor ? ['ephemeral'] : [])];
  return (
    `<section class="${names.join(' ')}">${spine}` +
    (grouped ? '' : avatarHtml(message.author)) +
    `<div class="body">${grouped ? '' : headHtml(message)}` +
    (message.flags & FLAG.loading ? thinkingHtml(message) : '') +
    (message.content ? `<div class="text content">${markdownHtml(message.content, ink.nameOf)}</div>` : '') +
    listedFiles(message).map(attachmentHtml).join('') +
    shownEmbeds(message)
      .map((embed) => embedHtml(embed, ink))
      .join('') +
    message.components.map((component) => componentHtml(component, ink)).join('') +
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
