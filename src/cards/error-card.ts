import { ButtonStyle, EmbedBuilder } from 'discord.js';

import type { ErrorCode, ErrorDetails, MoodringError } from '../errors.ts';
import { button, type Card, row, textCard } from './card.ts';
import { asNumber, MOOD_COLOURS } from './colours.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import { clipped, inMarkdown, oneLine } from './discord-text.ts';
import type { Words } from './words.ts';

/** The sentence for an error, with what to do next. */
export function errorText({ code, details }: MoodringError, t: Words): string {
  return t(`error.${code}`, details);
}

/** What linking a Spotify account sets right. */
const NEEDS_LINK: ReadonlySet<ErrorCode> = new Set([
  'spotify-not-linked',
  'spotify-unlinked',
  'spotify-scope-missing',
]);

export function errorCard(error: MoodringError, t: Words): Card {
  const card = textCard(
    new EmbedBuilder()
      .setColor(asNumber(MOOD_COLOURS.tense))
      .setDescription(t(`error.${error.code}`, escaped(error.details))),
  );
  if (!NEEDS_LINK.has(error.code)) return card;
  const link = customId(BUTTONS.spotifyLink, error.details['purpose'] ?? 'save');
  return { ...card, components: [row(button(t('button.link'), link, ButtonStyle.Success))] };
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
