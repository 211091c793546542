import { EmbedBuilder } from 'discord.js';

import type { ErrorDetails, MoodringError } from '../errors.ts';
import { type Card, textCard } from './card.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { clipped, inMarkdown, oneLine } from './discord-text.ts';
import type { Words } from './words.ts';

/** The sentence for an error, with what to do next. */
export function errorText({ code, details }: MoodringError, t: Words): string {
  return t(`error.${code}`, details);
}

export function errorCard(error: MoodringError, t: Words): Card {
  return textCard(
    new EmbedBuilder()
      .setColor(asNumber(MOOD_COLOURS.tense))
      .setDescription(t(`error.${error.code}`, escaped(error.details))),
  );
}

/** Names in the catalogue may hold anything. */
const NAMES_LIMIT = 500;

function escaped(details: ErrorDetails): ErrorDetails {
  return Object.fromEntries(
    Object.entries(details).map(([key, value]) => [
      key,
      typeof value === 'string' ? inMarkdown(clipped(oneLine(value), NAMES_LIMIT)) : value,
    ]),
  );
}
