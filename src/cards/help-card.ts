import { EmbedBuilder } from 'discord.js';

import { type Card, textCard } from './card.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import type { Words } from './words.ts';

/**
 * @param megabytes the largest photo that is read
 * @param engine a sentence on what the photos are read with
 */
export function helpCard(megabytes: number, engine: string, t: Words): Card {
  const buttons = { match: t('button.match'), lift: t('button.lift'), more: t('button.more') };
  return textCard(
    new EmbedBuilder()
      .setColor(asNumber(MOOD_COLOURS.calm))
      .setTitle(t('help.title'))
      .setDescription(`${t('help.body', buttons)}\n${t('help.formats', { megabytes })}\n\n${engine}`),
  );
}
