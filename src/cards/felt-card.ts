import { AttachmentBuilder, EmbedBuilder } from 'discord.js';

import { emojiOf, type FeltMood } from '../domain/feeling.ts';
import type { Card } from './card.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { partsText } from './felt-text.ts';
import { listCard, type ShownList } from './list-card.ts';
import { drawFeltMood } from './picture.ts';
import { PICTURE } from './reading-embed.ts';
import type { Words } from './words.ts';

/** More parts of what somebody told would push the music out of sight. */
const MOST_PARTS = 8;

/**
 * The answer to a mood that somebody told: what was understood, and the first page of the list.
 * @param days how long the list is kept
 */
export async function feltCard(felt: FeltMood, list: ShownList, days: number, t: Words): Promise<Card> {
  const picture = await drawFeltMood(felt.mood, t);
  const { concern } = felt;
  // Whoever is led away from dark thoughts is not asked for another mood.
  const card = listCard({ ...list, gentle: concern, correction: concern ? undefined : {} }, 0, t);
  return {
    ...card,
    embeds: [feltEmbed(felt, days, t), ...card.embeds],
    files: [
      new AttachmentBuilder(Buffer.from(picture.png), { name: PICTURE, description: picture.alt }),
      ...(card.files ?? []),
    ],
  };
}

/** Where somebody speaks of death or of hurting themselves, the way to help stands in place of their own words. */
function feltEmbed(felt: FeltMood, days: number, t: Words): EmbedBuilder {
  const { mood, concern } = felt;
  const title = t('feeling.title', { emoji: emojiOf(mood), mood: t(`mood.${mood.name}`) });
  return new EmbedBuilder()
    .setColor(asNumber(MOOD_COLOURS[mood.name]))
    .setTitle(concern ? t('feeling.concernTitle') : title)
    .setDescription(
      concern ? t('feeling.concern') : t('feeling.understood', { parts: partsText(felt, MOST_PARTS, t) }),
    )
    .setImage(`attachment://${PICTURE}`)
    .setFooter({ text: t('feeling.footer', { days }) });
}
