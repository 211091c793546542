import {
  AttachmentBuilder,
  ButtonStyle,
  EmbedBuilder,
  StringSelectMenuBuilder,
  StringSelectMenuOptionBuilder,
} from 'discord.js';

import type { KeptCount } from '../domain/kept.ts';
import type { Consent } from '../domain/listener.ts';
import { RETENTIONS, type Retention } from '../domain/retention.ts';
import { button, type Card, type Row, row, textCard } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import type { Words } from './words.ts';

/** What is kept about a person, as the panel shows it. */
export interface ShownKept {
  readonly consent: Consent | undefined;
  readonly kept: readonly KeptCount[];
  /** How long their lists are kept. */
  readonly days: Retention;
}

/** The panel: what is kept about a person, for how long, and what they can do about it. */
export function privacyCard({ consent, kept, days }: ShownKept, t: Words): Card {
  const lines = [
    ...(consent ? [consentLine(consent, t)] : []),
    ...kept.flatMap((one) => keptLine(one, t)),
  ].map((line) => `- ${line}`);
  const embed = new EmbedBuilder()
    .setTitle(t('privacy.title'))
    .setDescription(
      [
        ...(lines.length > 0 ? lines : [t('privacy.nothing')]),
        '',
        t('privacy.retention', { days }),
        '',
        t('privacy.never'),
      ].join('\n'),
    );
  return {
    ...textCard(embed),
    components: [retentionSelect(days, t), ...(kept.length > 0 ? [buttons(consent, t)] : [])],
  };
}

function consentLine({ answer, at, version }: Consent, t: Words): string {
  return t(answer === 'yes' ? 'privacy.agreed' : 'privacy.declined', { date: new Date(at), version });
}

/** Two kinds have sentences of their own on the panel. */
function keptLine({ name, count, until }: KeptCount, t: Words): readonly string[] {
  if (name === 'consent' || name === 'retention') return [];
  return [t(`kept.${name}`, { count, date: new Date(until ?? Date.now()) })];
}

function retentionSelect(chosen: Retention, t: Words): Row {
  const options = RETENTIONS.map((days) =>
    new StringSelectMenuOptionBuilder()
      .setLabel(t('privacy.keepFor', { days }))
      .setValue(String(days))
      .setDefault(days === chosen),
  );
  return row(
    new StringSelectMenuBuilder()
      .setCustomId(customId(BUTTONS.privacyKeep))
      .setPlaceholder(t('privacy.keepChoose'))
      .addOptions(options),
  );
}

function buttons(consent: Consent | undefined, t: Words): Row {
  const plain = (label: string, id: string) => button(label, id, ButtonStyle.Secondary);
  return row(
    plain(t('button.export'), customId(BUTTONS.privacyExport, 1)),
    ...(consent?.answer === 'yes' ? [plain(t('button.withdraw'), customId(BUTTONS.withdrawAsk))] : []),
    button(t('button.forget'), customId(BUTTONS.forgetAsk), ButtonStyle.Danger),
  );
}

/** The question before everything is erased. */
export function forgetCard(t: Words): Card {
  return askCard('privacy.forgetAsk', t('button.forgetForSure'), customId(BUTTONS.forgetYes), t);
}

/** The question before photos are read no more. */
export function withdrawCard(t: Words): Card {
  return askCard('privacy.withdrawAsk', t('button.withdrawForSure'), customId(BUTTONS.withdrawYes), t);
}

function askCard(
  asked: 'privacy.forgetAsk' | 'privacy.withdrawAsk',
  yes: string,
  id: string,
  t: Words,
): Card {
  return {
    ...textCard(new EmbedBuilder().setDescription(t(asked))),
    components: [
      row(
        button(yes, id, ButtonStyle.Danger),
        button(t('button.keep'), customId(BUTTONS.forgetNo), ButtonStyle.Secondary),
      ),
    ],
  };
}

/** What came of the panel's buttons. */
export function privacyAnswerCard(
  state: 'forgotten' | 'forgottenButNo' | 'withdrawn' | 'kept' | 'exportNothing',
  t: Words,
): Card {
  return textCard(new EmbedBuilder().setDescription(t(`privacy.${state}`)));
}

/** An export's two files, or one part of them. */
export interface ShownExport {
  readonly json: string;
  readonly csv: string;
  /** The first thing in it and the last one, counted from 1. */
  readonly from: number;
  readonly to: number;
  /** Whether others follow. */
  readonly more: boolean;
}

/** What is kept about a person, as files for them to take away. */
export function exportCard({ json, csv, from, to, more }: ShownExport, t: Words): Card {
  const whole = from === 1 && !more;
  const said = whole ? t('privacy.exported', { count: to }) : t('privacy.exportedPart', { from, to });
  const name = whole ? 'moodring' : `moodring-${from}`;
  const next = button(t('button.exportNext'), customId(BUTTONS.privacyExport, to + 1), ButtonStyle.Primary);
  return {
    embeds: [
      new EmbedBuilder()
        .setTitle(t('privacy.exportTitle'))
        .setDescription([said, t('privacy.exportedAs')].join('\n\n')),
    ],
    components: more ? [row(next)] : [],
    files: [
      new AttachmentBuilder(Buffer.from(json), { name: `${name}.json` }),
      new AttachmentBuilder(Buffer.from(csv), { name: `${name}.csv` }),
    ],
  };
}
