import { type APIEmbed, EmbedBuilder } from 'discord.js';

import type { Card } from './card.ts';
import { clipped } from './discord-text.ts';
import type { Words } from './words.ts';

/** What a message of ours may hold besides text and buttons, where it is to stand. */
export interface Permitted {
  readonly embeds: boolean;
  readonly files: boolean;
}

/** What Discord takes as a message's text. */
const CONTENT_LIMIT = 2000;

/** A card without what is not permitted there, and a sentence that says so; its words, links and buttons stay. */
export function permittedCard(card: Card, { embeds, files }: Permitted, t: Words): Card {
  const withFiles = files ? card : withoutFiles(card, t);
  return embeds ? withFiles : withoutEmbeds(withFiles, t);
}

function withoutFiles(card: Card, t: Words): Card {
  if (!card.files || card.files.length === 0) return card;
  const embeds = card.embeds.map((embed) => EmbedBuilder.from(embed).setImage(null));
  return { ...card, embeds, files: [], attachments: [], content: t('permitted.noFiles') };
}

function withoutEmbeds(card: Card, t: Words): Card {
  if (card.embeds.length === 0) return card;
  const told = card.embeds.map((embed) => textOf(embed.toJSON()));
  const said = [t('permitted.noEmbeds'), ...(card.content ? [card.content] : []), ...told].join('\n\n');
  const shown = card.embeds.map((embed) => embed.data.image?.url);
  // A picture without its embed would stand alone, and say less than the text does.
  const files = card.files?.filter(({ name }) => !shown.includes(`attachment://${name}`));
  return { ...card, content: clipped(said, CONTENT_LIMIT), embeds: [], ...(files ? { files } : {}) };
}

/** A track in one line with its artists; anything else in full. In angle brackets, a link opens no preview. */
function textOf({ title = '', description = '', url }: APIEmbed): string {
  if (url === undefined) return `**${title}**\n${description}`;
  const [first = ''] = description.split('\n');
  return `[${title}](<${url}>)\n${first}`;
}
