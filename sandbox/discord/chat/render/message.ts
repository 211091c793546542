import type { Viewer } from '../../members/message.ts';
import { FLAG } from '../../wire/payload.ts';
import { listedFiles, shownEmbeds } from '../../wire/message.ts';
import { MESSAGE } from '../../world/posting.ts';
import type { MessageRecord } from '../../world/records.ts';
import { markdownHtml } from './blocks.ts';
import { embedHtml } from './embed.ts';
import { escapeHtml, timeHtml } from './escape.ts';
import { attachmentHtml } from './file.ts';
import { avatarHtml, inkFor } from './ink.ts';
import type { Drawing, Ink } from './ink.ts';
import { componentHtml } from './layout.ts';

const GROUP_MS = 7 * 60_000;
const EYE =
  '<svg viewBox="0 0 24 24"><path d="M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12Z"/><circle cx="12" cy="12" r="3"/></svg>';

/** One message, with its author above it unless `before` already shows who speaks. */
export function messageHtml(
  message: MessageRecord,
  before: MessageRecord | undefined,
  { viewer, ...drawing }: Drawing,
): string {
  const ink = inkFor(message, drawing);
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
    listedFiles(message)
      .map((file) => attachmentHtml(file, ink))
      .join('') +
    shownEmbeds(message)
      .map((embed) => embedHtml(embed, ink))
      .join('') +
    message.components.map((component) => componentHtml(component, ink)).join('') +
    reactionsHtml(message, viewer, ink) +
    (message.onlyFor ? onlyHtml(ink) : '') +
    `</div></section>`
  );
}

function headHtml(message: MessageRecord): string {
  const app = message.author.bot ? '<span class="app">APP</span>' : '';
  const at = timeHtml(message.createdAt, new Date(message.createdAt).toISOString().slice(11, 16), 'message');
  const edited = message.editedAt === null ? '' : ' <span class="edited">(edited)</span>';
  const name = `<span class="name${message.author.bot ? ' bot' : ''}">${escapeHtml(message.author.displayName)}</span>`;
  return `<div class="head">${name}${app}<small>${at}${edited}</small></div>`;
}

const onlyHtml = ({ address }: Ink): string =>
  `<div class="only">${EYE}Only you can see this • ${address ? '<button type="button" data-dismiss>Dismiss message</button>' : '<a>Dismiss message</a>'}</div>`;

function reactionsHtml({ reactions }: MessageRecord, viewer: Viewer | undefined, { address }: Ink): string {
  if (reactions.size === 0) return '';
  const tag = address ? 'button type="button"' : 'span';
  const each = [...reactions].map(([emoji, people]) => {
    const own = viewer !== undefined && people.has(viewer.id);
    const pressed = address ? ` data-react="${escapeHtml(emoji)}" aria-pressed="${String(own)}"` : '';
    const words = `<span>${escapeHtml(emoji)}</span> ${people.size}`;
    return `<${tag} class="reaction${own ? ' own' : ''}"${pressed}>${words}</${address ? 'button' : 'span'}>`;
  });
  return `<div class="reactions">${each.join('')}</div>`;
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
