import {
  type ButtonBuilder,
  ButtonStyle,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from 'discord.js';

import type { Emotion } from '../domain/emotion.ts';
import { emojiOf } from '../domain/feeling.ts';
import { MOOD_NAMES } from '../domain/mood.ts';
import { button, type Row, row } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import type { Words } from './words.ts';

/** Stands for what was read or understood at first, among the moods to pick from. */
export const AS_BEFORE = 'as-before';

/** How somebody can correct the mood of a card. */
export interface Correction {
  /** The emotion that a doubtful reading named second. */
  readonly like?: Emotion | undefined;
  /** Once it is corrected, the list for what was read or understood at first. */
  readonly before?: string | undefined;
}

/** One tap says that it was the other of the two. */
export function likeButtons({ like }: Correction, list: string, t: Words): readonly ButtonBuilder[] {
  if (like === undefined) return [];
  const label = t('button.like', { emotion: t(`emotion.${like}`) });
  return [button(label, customId(BUTTONS.listLike, like, list), ButtonStyle.Secondary)];
}

/** @param list the id of the list on the card */
export function correctionRow({ before }: Correction, list: string, t: Words): Row {
  const asBefore = new StringSelectMenuOptionBuilder()
    .setValue(AS_BEFORE)
    .setLabel(t('button.asBefore'))
    .setEmoji('↩️');
  const moods = MOOD_NAMES.map((name) =>
    new StringSelectMenuOptionBuilder()
      .setValue(name)
      .setLabel(t(`mood.${name}`))
      .setEmoji(emojiOf({ name })),
  );
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(customId(BUTTONS.listMood, before ?? '', list))
      .setPlaceholder(t('button.pickMood'))
      .addOptions(...(before === undefined ? [] : [asBefore]), ...moods),
  );
}
