import { EmbedBuilder } from 'discord.js';

import type { MoodringError } from '../errors.ts';
import { type Card, textCard } from './card.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import type { Words } from './words.ts';

/** The sentence for an error, with what to do next. */
export function errorText({ code, details }: MoodringError, t: Words): string {
  return t(`error.${code}`, details);
}

export function errorCard(error: MoodringError, t: Words): Card {
  return textCard(
    new EmbedBuilder().setColor(asNumber(MOOD_COLOURS.tense)).setDescription(errorText(error, t)),
  );
}
