import { ButtonStyle, EmbedBuilder } from 'discord.js';

import type { Consent } from '../domain/listener.ts';
import { button, type Card, row, textCard } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import type { Words } from './words.ts';

/** What is kept about a person, as the card shows it. */
export interface ShownKept {
  readonly consent: Consent | undefined;
  readonly playlists: number;
  /** Whether their Spotify account is linked. */
  readonly spotify: boolean;
  /** How long a playlist is kept. */
  readonly days: number;
}

/** What is kept about a person, and the way to erase it. */
export function privacyCard({ consent, playlists, spotify, days }: ShownKept, t: Words): Card {
  const kept = [
    ...(consent ? [consentLine(consent, t)] : []),
    ...(playlists > 0 ? [t('privacy.playlists', { count: playlists, days })] : []),
    ...(spotify ? [t('privacy.spotify')] : []),
  ];
  const lines = kept.length > 0 ? kept.map((line) => `- ${line}`) : [t('privacy.nothing')];
  const card = textCard(
    new EmbedBuilder()
      .setTitle(t('privacy.title'))
      .setDescription([...lines, '', t('privacy.never')].join('\n')),
  );
  return kept.length > 0
    ? {
        ...card,
        components: [row(button(t('button.forget'), customId(BUTTONS.forgetAsk), ButtonStyle.Danger))],
      }
    : card;
}

/** The question before everything is erased. */
export function forgetCard(t: Words): Card {
  return {
    ...textCard(new EmbedBuilder().setDescription(t('privacy.forgetAsk'))),
    components: [
      row(
        button(t('button.forgetForSure'), customId(BUTTONS.forgetYes), ButtonStyle.Danger),
        button(t('button.keep'), customId(BUTTONS.forgetNo), ButtonStyle.Secondary),
      ),
    ],
  };
}

export function forgetAnswerCard(state: 'forgotten' | 'forgottenButNo' | 'kept', t: Words): Card {
  return textCard(new EmbedBuilder().setDescription(t(`privacy.${state}`)));
}

function consentLine({ answer, at, version }: Consent, t: Words): string {
  return t(answer === 'yes' ? 'privacy.agreed' : 'privacy.declined', { date: at.slice(0, 10), version });
}
