import type { Viewer } from '../members/message.ts';
import { viewOf } from '../members/message.ts';
import { isSelect, KIND } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import type { Embed } from '../wire/embed.ts';
import { picturesOf, referenced } from '../wire/message.ts';
import { MESSAGE } from '../world/posting.ts';
import type { MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** The chat as plain text, channel by channel: everything, or what one person sees. */
export function transcriptOf(world: World, viewer?: Viewer): string {
  const channels = [...world.channels.values()].filter((channel) => channel.messages.length > 0);
  return channels
    .map((channel) => {
      const seen = channel.messages.filter((it) =>
        viewer ? viewOf(world, it).visibleTo(viewer) : !it.deleted,
      );
      const name = channel.guild
        ? `#${channel.name}`
        : `direct messages with ${channel.recipient?.displayName ?? ''}`;
      return [name, ...seen.flatMap((it) => messageLines(world, it))].join('\n');
    })
    .join('\n\n');
}

function messageLines(world: World, message: MessageRecord): string[] {
  const viewed = viewOf(world, message);
  const marks = [
    ...(message.author.bot ? ['APP'] : []),
    ...(message.onlyFor ? [`only ${message.onlyFor.displayName} sees this`] : []),
    ...(message.editedAt === null ? [] : ['edited']),
  ];
  const who = `${message.author.displayName}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}:`;
  const shown = message.embeds.flatMap(picturesOf).map((url) => referenced(message.attachments, url));
  const body = [
    ...(viewed.isThinking ? ['is thinking…'] : []),
    ...message.content.split('\n').filter(Boolean),
    ...message.embeds.flatMap(embedLines),
    ...message.attachments.filter((it) => !shown.includes(it)).map((it) => `[file ${it.name}]`),
    ...message.components.map(rowLine),
  ];
  return [...causeLine(message), who, ...body.map((line) => `  ${line}`)];
}

function causeLine(message: MessageRecord): string[] {
  const { cause } = message;
  if (!cause?.commandName || message.type === MESSAGE.reply) return [];
  return [`${cause.user.displayName} used ${cause.target ? cause.commandName : `/${cause.commandName}`}`];
}

function embedLines(embed: Embed): string[] {
  const heading = embed.url ? `${embed.title ?? ''} <${embed.url}>` : embed.title;
  const lines = [
    embed.author?.name,
    heading,
    ...(embed.description ?? '').split('\n'),
    ...(embed.fields ?? []).flatMap((field) => [
      `${field.name}:`,
      ...field.value.split('\n').map((it) => `  ${it}`),
    ]),
    ...picturesOf(embed).map((url) => `[picture ${url.replace('attachment://', '')}]`),
    embed.footer?.text,
  ];
  return lines.filter((line) => typeof line === 'string' && line !== '').map((line) => `│ ${line}`);
}

function rowLine(row: Component): string {
  return (row.components ?? [])
    .map((component) => {
      const off = component.disabled ? ' (disabled)' : '';
      if (isSelect(component)) {
        const options = (component.options ?? []).map((option) => option.label).join(' | ');
        return `[${component.placeholder ?? 'Make a selection'} ▾ ${options}]${off}`;
      }
      const label = [component.emoji?.name, component.label].filter(Boolean).join(' ');
      return component.type === KIND.button
        ? `[ ${label}${component.url ? ` <${component.url}>` : ''} ]${off}`
        : '';
    })
    .join(' ');
}
