import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  type MessageActionRowComponentBuilder,
} from 'discord.js';

import { CONSENT_VERSION } from '../domain/listener.ts';
import { type Card, textCard } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import type { Words } from './words.ts';

/**
 * The notice before the first reading of a person.
 * @param request the id under which what they asked for waits
 * @param days how long a playlist is kept
 */
export function consentCard(request: string, days: number, t: Words): Card {
  const date = new Date().toISOString().slice(0, 10);
  const button = (label: string, name: 'consentAgree' | 'consentNo', style: ButtonStyle) =>
    new ButtonBuilder().setLabel(label).setCustomId(customId(BUTTONS[name], request)).setStyle(style);
  return {
    ...textCard(
      new EmbedBuilder()
        .setTitle(t('consent.title'))
        .setDescription(t('consent.body', { date, version: CONSENT_VERSION, days })),
    ),
    components: [
      new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(
        button(t('button.agree'), 'consentAgree', ButtonStyle.Success),
        button(t('button.no'), 'consentNo', ButtonStyle.Secondary),
      ),
    ],
  };
}

/** What the notice turns into once it is answered. */
export function consentAnswerCard(state: 'agreed' | 'done' | 'declined' | 'failed', t: Words): Card {
  return textCard(new EmbedBuilder().setDescription(t(`consent.${state}`)));
}
