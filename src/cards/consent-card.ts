import { ButtonStyle, EmbedBuilder } from 'discord.js';

import { type Consent, CONSENT_VERSION } from '../domain/listener.ts';
import { button, type Card, row, textCard } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import type { Words } from './words.ts';

/** What the notice depends on. */
export interface ShownNotice {
  /** How long the person's lists are kept. */
  readonly days: number;
  /** Today. */
  readonly date: Date;
  /** What they answered to the last notice they answered. */
  readonly before?: Consent | undefined;
}

/**
 * The notice before the first reading of a person. Who agreed to an older one is told that it has changed.
 * @param request the id under which what they asked for waits
 */
export function consentCard(request: string, { days, date, before }: ShownNotice, t: Words): Card {
  const body = t('consent.body', { date, version: CONSENT_VERSION, days });
  const changed =
    before?.answer === 'yes'
      ? [t('consent.changed', { date: new Date(before.at), version: before.version })]
      : [];
  return {
    ...textCard(
      new EmbedBuilder().setTitle(t('consent.title')).setDescription([...changed, body].join('\n\n')),
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
