import { ButtonStyle, EmbedBuilder } from 'discord.js';

import { CONSENT_VERSION } from '../domain/listener.ts';
import { button, type Card, row, textCard } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import type { Words } from './words.ts';

/**
 * The notice before the first reading of a person.
 * @param request the id under which what they asked for waits
 * @param days how long a playlist is kept
 * @param date today, as `YYYY-MM-DD`
 */
export function consentCard(request: string, days: number, date: string, t: Words): Card {
  return {
    ...textCard(
      new EmbedBuilder()
        .setTitle(t('consent.title'))
        .setDescription(t('consent.body', { date, version: CONSENT_VERSION, days })),
    ),
    components: [
      row(
        button(t('button.agree'), customId(BUTTONS.consentAgree, request), ButtonStyle.Success),
        button(t('button.no'), customId(BUTTONS.consentNo, request), ButtonStyle.Secondary),
      ),
    ],
  };
}

/** What the notice turns into once it is answered. */
export function consentAnswerCard(state: 'agreed' | 'done' | 'declined' | 'failed', t: Words): Card {
  return textCard(new EmbedBuilder().setDescription(t(`consent.${state}`)));
}
