import { EmbedBuilder, type Message } from 'discord.js';

import type { Card } from '../cards/card.ts';
import { BUTTONS, customId } from '../cards/custom-ids.ts';
import { listCard, type ShownList } from '../cards/list-card.ts';
import { PICTURE } from '../cards/reading-embed.ts';
import { asBeforeCard, saidCard } from '../cards/said-card.ts';
import type { Words } from '../cards/words.ts';
import type { Said } from '../domain/said.ts';
import { correctionIn, whoseIn } from './controls.ts';

/** A card as it was when something under it was pressed. */
export type Pressed = Pick<Message, 'embeds' | 'components' | 'attachments'>;

/** Keeps a card as it is now: another press may change the message while this one is answered. */
export function asPressed({ embeds, components, attachments }: Message): Pressed {
  return { embeds, components, attachments };
}

/** A new list under the reading of a message: the picture stays, an attached list of the old tracks goes. */
export function replaced(message: Pressed, list: ShownList, t: Words): Card {
  const { files = [], ...card } = listCard({ ...asShownOn(message), ...list }, 0, t);
  const picture = pictureOf(message);
  const reading = readingOf(message).map((embed) => (picture.length > 0 ? embed : embed.setImage(null)));
  const embeds = [...reading, ...card.embeds];
  // Discord refuses to keep by its id what another press has just replaced, so that nothing is named without need.
  const isListAttached = files.length > 0 || message.attachments.size > 0;
  return isListAttached ? { ...card, embeds, files, attachments: picture } : { ...card, embeds };
}

/** The list that a message shows already, at some page, as it is now. */
export function shownAgain(message: Pressed, list: ShownList, page: number, t: Words): Card {
  const spotify = list.spotify && { ...list.spotify, addTo: addToIn(message, list.id) };
  const { embeds, components } = listCard({ ...asShownOn(message), ...list, spotify }, page, t);
  return { embeds: [...readingOf(message), ...embeds], components };
}

/** A new list for what somebody says they feel, whatever was read. */
export function corrected(message: Pressed, list: ShownList, said: Said, t: Words): Promise<Card> {
  return saidCard(readingOf(message)[0]?.toJSON(), said, { whose: whoseIn(message), ...list }, t);
}

/** A new list for what was read or understood at first. */
export function asBefore(message: Pressed, list: ShownList, t: Words): Promise<Card> {
  const shown = { whose: whoseIn(message), correction: {}, ...list };
  return asBeforeCard(readingOf(message)[0]?.toJSON(), shown, t);
}

/** What is told of a list by nothing but the controls of its card. */
function asShownOn(message: Pressed) {
  return { gentle: isGentle(message), correction: correctionIn(message), whose: whoseIn(message) };
}

/** Whether a card leads somebody away from dark thoughts, which is kept nowhere but in its buttons. */
function isGentle({ components }: Pressed): boolean {
  return !JSON.stringify(components).includes(customId(BUTTONS.listIntent, 'match'));
}

/** The earlier list whose playlist a card offers to add this one to, which is kept nowhere but in its buttons either. */
function addToIn({ components }: Pressed, list: string): string | undefined {
  const ids = JSON.stringify(components).matchAll(
    new RegExp(`"${BUTTONS.spotifyAdd}:\\d+:([\\w-]+):([\\w-]+)"`, 'g'),
  );
  return [...ids].find(([, of]) => of === list)?.[2];
}

/** The reading's embed as the message has it: its numbers were shown once and are not kept anywhere else. */
function readingOf(message: Pressed): EmbedBuilder[] {
  return message.embeds
    .slice(0, 1)
    .filter(({ image }) => image !== null)
    .map((embed) => EmbedBuilder.from(embed).setImage(`attachment://${PICTURE}`));
}

/** A picture that an embed shows is not among a message's attachments; its id stands in its address alone. */
function pictureOf(message: Pressed): { id: string }[] {
  const [, id] = /attachments\/\d+\/(\d+)\//.exec(message.embeds[0]?.image?.url ?? '') ?? [];
  return id === undefined ? [] : [{ id }];
}
