import type { Channel } from '../../members/channel.ts';
import type { MessageRecord } from '../../world/records.ts';
import { escapeHtml } from './escape.ts';
import type { Drawing } from './ink.ts';
import { messageHtml } from './message.ts';
import { STYLE_SHEET } from './style.ts';

/** Through whose eyes a channel is drawn. */
export type RenderOptions = Pick<Drawing, 'viewer'>;

/** The channel as a page of its own that looks like Discord's dark client. It loads and runs nothing. */
export function renderChat(channel: Channel, options: RenderOptions = {}): string {
  const { viewer } = options;
  const messages = channel.messages.filter((it) => !viewer || it.visibleTo(viewer)).map((it) => it.record);
  const { guild, name, recipient } = channel.record;
  const title = guild ? name : (recipient?.displayName ?? name);
  const sign = guild ? '#' : '@';
  return (
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width,initial-scale=1">` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">` +
    `<title>${sign}${escapeHtml(title)}</title><style>${STYLE_SHEET}</style></head><body>` +
    `<header class="channel"><span>${sign}</span>${escapeHtml(title)}` +
    `${guild ? `<small>${escapeHtml(guild.name)}</small>` : ''}</header>` +
    `<main>${messages.map((it, at) => dayHtml(it, messages[at - 1]) + messageHtml(it, messages[at - 1], options)).join('\n')}` +
    `<div class="write">Message ${sign}${escapeHtml(title)}</div></main></body></html>\n`
  );
}

function dayHtml(message: MessageRecord, before: MessageRecord | undefined): string {
  const day = dayOf(message);
  return before && dayOf(before) === day ? '' : `<div class="day">${day}</div>`;
}

const dayOf = (message: MessageRecord): string =>
  new Date(message.createdAt).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
