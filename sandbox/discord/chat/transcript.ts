import type { Viewer } from '../members/message.ts';
import { viewOf } from '../members/message.ts';
import type { Embed } from '../wire/embed.ts';
import { listedFiles, picturesOf, shownEmbeds } from '../wire/message.ts';
import { MESSAGE } from '../world/posting.ts';
import type { MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { componentLines, pictureLine } from './component-lines.ts';

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
        : `direct messages with ${channel.recipient?.displayName ?? channel.name}`;
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
  const body = [
    ...(viewed.isThinking ? ['is thinking…'] : []),
    ...message.content.split('\n').filter(Boolean),
    ...shownEmbeds(message).flatMap(embedLines),
    ...listedFiles(message).map((it) => `[file ${it.name}]`),
    ...message.components.flatMap(componentLines),
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
    ...picturesOf(embed).map((url) => pictureLine(url)),
    embed.footer?.text,
  ];
  return lines.filter((line) => typeof line === 'string' && line !== '').map((line) => `│ ${line}`);
}
