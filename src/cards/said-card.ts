import { type APIEmbed, AttachmentBuilder, EmbedBuilder } from 'discord.js';

import { emojiOf } from '../domain/feeling.ts';
import type { Mood } from '../domain/mood.ts';
import { isMoodName, type Said } from '../domain/said.ts';
import type { Card } from './card.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { clipped } from './discord-text.ts';
import { listCard, type ShownList } from './list-card.ts';
import { drawFeltMood } from './picture.ts';
import { PICTURE } from './reading-embed.ts';
import type { Words } from './words.ts';

/** What Discord takes in a field of an embed. */
const FIELD_LIMIT = 1024;

/**
 * The card once somebody has said what they feel instead: the music and the picture are for that, and what was read or
 * understood before stands below it, from where {@link asBeforeCard} takes it back.
 * @param reading what the card said before; nothing where somebody took it away
 */
export function saidCard(
  reading: APIEmbed | undefined,
  said: Said,
  list: ShownList,
  t: Words,
): Promise<Card> {
  const { mood } = list.playlist;
  const embed = toldAnew(reading, mood)
    .setTitle(t('reading.said', { mood: isMoodName(said) ? t(`mood.${said}`) : t(`emotion.${said}`) }))
    .setDescription(t('reading.saidHint', { emoji: emojiOf(mood), mood: t(`mood.${mood.name}`) }));
  const before = reading && beforeIn(reading);
  return drawn(before ? embed.setFields(before) : embed, list, t);
}

/** The card as it was before it was corrected, but for the bars in its picture: those numbers are kept nowhere. */
export function asBeforeCard(reading: APIEmbed | undefined, list: ShownList, t: Words): Promise<Card> {
  const embed = toldAnew(reading, list.playlist.mood);
  const before = reading && beforeIn(reading);
  return drawn(before ? embed.setTitle(before.name).setDescription(before.value) : embed, list, t);
}

/** What was read or understood at first, as the field of a corrected card holds it. */
function beforeIn({ title, description, fields: [before] = [] }: APIEmbed) {
  if (before) return before;
  return title !== undefined && description !== undefined
    ? { name: title, value: clipped(description, FIELD_LIMIT) }
    : undefined;
}

function toldAnew(reading: APIEmbed | undefined, { name }: Mood): EmbedBuilder {
  const embed = new EmbedBuilder().setColor(asNumber(MOOD_COLOURS[name])).setImage(`attachment://${PICTURE}`);
  return reading?.footer ? embed.setFooter({ text: reading.footer.text }) : embed;
}

async function drawn(embed: EmbedBuilder, list: ShownList, t: Words): Promise<Card> {
  const picture = await drawFeltMood(list.playlist.mood, t);
  const card = listCard(list, 0, t);
  const file = new AttachmentBuilder(Buffer.from(picture.png), { name: PICTURE, description: picture.alt });
  return { ...card, embeds: [embed, ...card.embeds], files: [file, ...(card.files ?? [])] };
}
