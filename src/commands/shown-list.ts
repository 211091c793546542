import { EmbedBuilder, type Message } from 'discord.js';

import type { Card } from '../cards/card.ts';
import { BUTTONS, customId } from '../cards/custom-ids.ts';
import { listCard, type ShownList } from '../cards/list-card.ts';
import { PICTURE } from '../cards/reading-embed.ts';
import type { Words } from '../cards/words.ts';

/** A new list under the reading of a message: the picture stays, an attached list of the old tracks goes. */
export function replaced(message: Message, list: ShownList, t: Words): Card {
  const card = listCard({ ...list, gentle: isGentle(message) }, 0, t);
  const picture = pictureOf(message);
  const reading = readingOf(message).map((embed) => (picture.length > 0 ? embed : embed.setImage(null)));
  return { ...card, embeds: [...reading, ...card.embeds], attachments: picture };
}

/** The list that a message shows already, at some page, as it is now. */
export function shownAgain(message: Message, list: ShownList, page: number, t: Words): Card {
  const spotify = list.spotify && { ...list.spotify, addTo: addToIn(message, list.id) };
  const { embeds, components } = listCard({ ...list, spotify, gentle: isGentle(message) }, page, t);
  return { embeds: [...readingOf(message), ...embeds], components };
}

/** Whether a card leads somebody away from dark thoughts, which is kept nowhere but in its buttons. */
function isGentle({ components }: Message): boolean {
  return !JSON.stringify(components).includes(customId(BUTTONS.listIntent, 'match'));
}

/** The earlier list whose playlist a card offers to add this one to, which is kept nowhere but in its buttons either. */
function addToIn({ components }: Message, list: string): string | undefined {
  const ids = JSON.stringify(components).matchAll(
    new RegExp(`"${BUTTONS.spotifyAdd}:\\d+:([\\w-]+):([\\w-]+)"`, 'g'),
  );
  return [...ids].find(([, of]) => of === list)?.[2];
}

/** The reading's embed as the message has it: its numbers were shown once and are not kept anywhere else. */
function readingOf(message: Message): EmbedBuilder[] {
  return message.embeds
    .slice(0, 1)
    .filter(({ image }) => image !== null)
    .map((embed) => EmbedBuilder.from(embed).setImage(`attachment://${PICTURE}`));
}

/** A picture that an embed shows is not among a message's attachments; its id stands in its address alone. */
function pictureOf(message: Message): { id: string }[] {
  const [, id] = /attachments\/\d+\/(\d+)\//.exec(message.embeds[0]?.image?.url ?? '') ?? [];
  return id === undefined ? [] : [{ id }];
}
