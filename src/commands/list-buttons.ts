import { type ButtonInteraction, EmbedBuilder, type Message } from 'discord.js';

import type { Card } from '../cards/card.ts';
import { BUTTONS, customId } from '../cards/custom-ids.ts';
import { listCard, type ShownList, trackCard } from '../cards/list-card.ts';
import { PICTURE } from '../cards/reading-embed.ts';
import type { Words } from '../cards/words.ts';
import { INTENTS } from '../domain/arc.ts';
import { MoodringError } from '../errors.ts';
import { chooseAgain, findList } from '../flows/answer-mood.ts';
import type { ButtonCommand, SelectCommand } from './command.ts';

/** *Match me*, *Calm me* and *Lift me*: the same mood, another way through it. */
export const listIntent: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.listIntent,
  acknowledge: 'update',
  run: async ({ interaction, context, t, args: [wanted, id = ''] }) => {
    const intent = INTENTS.find((known) => known === wanted);
    return replaced(interaction, await chooseAgain(context.parts, interaction.user.id, id, intent), t);
  },
};

/** *More like this*: the same wish, other tracks. */
export const listMore: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.listMore,
  acknowledge: 'update',
  run: async ({ interaction, context, t, args: [id = ''] }) =>
    replaced(interaction, await chooseAgain(context.parts, interaction.user.id, id), t),
};

/** *Previous* and *Next*. */
export const listPage: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.listPage,
  acknowledge: 'update',
  run: async ({ interaction, context, t, args: [page, id = ''] }) => {
    const list = await findList(context.parts, interaction.user.id, id);
    const gentle = isGentle(interaction.message);
    const { embeds, components } = listCard({ ...list, gentle }, Number(page) || 0, t);
    return { embeds: [...readingOf(interaction.message), ...embeds], components };
  },
};

/** The select under a card: shows one track, to the person alone, with a button that opens it. */
export const listOpen: SelectCommand = {
  kind: 'select',
  name: BUTTONS.listOpen,
  acknowledge: 'private',
  run: async ({ interaction, context, t, args: [id = ''] }) => {
    const { playlist } = await findList(context.parts, interaction.user.id, id);
    const card = trackCard(playlist, Number(interaction.values[0]), t);
    if (!card) throw new MoodringError('outdated');
    return card;
  },
};

/** A new list under the same reading: the picture stays, an attached list of the old tracks goes. */
function replaced({ message }: ButtonInteraction, list: ShownList, t: Words): Card {
  const card = listCard({ ...list, gentle: isGentle(message) }, 0, t);
  const picture = pictureOf(message);
  const reading = readingOf(message).map((embed) => (picture.length > 0 ? embed : embed.setImage(null)));
  return { ...card, embeds: [...reading, ...card.embeds], attachments: picture };
}

/** Whether a card leads somebody away from dark thoughts, which is kept nowhere but in its buttons. */
function isGentle({ components }: Message): boolean {
  return !JSON.stringify(components).includes(customId(BUTTONS.listIntent, 'match'));
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
