import type { Card } from '../cards/card.ts';
import { BUTTONS } from '../cards/custom-ids.ts';
import {
  exportCard,
  forgetCard,
  privacyAnswerCard,
  privacyCard,
  withdrawCard,
} from '../cards/privacy-card.ts';
import type { Words } from '../cards/words.ts';
import { RETENTIONS } from '../domain/retention.ts';
import { MoodringError } from '../errors.ts';
import { exportKept } from '../flows/export-kept.ts';
import type { ButtonCommand, Context, SelectCommand, SlashCommand } from './command.ts';
import { described } from './described.ts';

/** How large a file of an export may be, in bytes, where Discord allows more. */
const MOST_EXPORTED = 8_000_000;

/** `/privacy`: what is kept about the person, shown to them alone. */
export const privacy: SlashCommand = {
  kind: 'slash',
  data: { name: 'privacy', ...described('command.privacy') },
  acknowledge: 'private',
  run: ({ interaction, context, t }) => panel(context, interaction.user.id, t),
};

async function panel({ parts: { listeners } }: Context, id: string, t: Words): Promise<Card> {
  const [consent, kept, days] = await Promise.all([
    listeners.consent(id),
    listeners.kept(id),
    listeners.days(id),
  ]);
  return privacyCard({ consent, kept, days }, t);
}

/** The select for how long lists are kept. */
export const privacyKeep: SelectCommand = {
  kind: 'select',
  name: BUTTONS.privacyKeep,
  acknowledge: 'update',
  run: async ({ interaction, context, t }) => {
    const days = RETENTIONS.find((known) => String(known) === interaction.values[0]);
    if (days === undefined) throw new MoodringError('outdated');
    await context.parts.listeners.keepFor(interaction.user.id, days);
    return panel(context, interaction.user.id, t);
  },
};

/** *Export*, and *Next part* under what did not fit into one message. */
export const privacyExport: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.privacyExport,
  acknowledge: 'private',
  run: async ({ interaction, context, t, args: [from] }) => {
    const most = Math.min(MOST_EXPORTED, interaction.attachmentSizeLimit);
    const { listeners } = context.parts;
    const part = await exportKept(listeners, interaction.user.id, Math.max(1, Number(from) || 1), most);
    return part ? exportCard(part, t) : privacyAnswerCard('exportNothing', t);
  },
};

/** *Withdraw consent* asks once more. */
export const withdrawAsk: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.withdrawAsk,
  acknowledge: 'update',
  run: ({ t }) => Promise.resolve(withdrawCard(t)),
};

export const withdrawYes: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.withdrawYes,
  acknowledge: 'update',
  run: async ({ interaction, context: { parts, waiting }, t }) => {
    waiting.drop(interaction.user.id);
    await parts.listeners.decline(interaction.user.id);
    return privacyAnswerCard('withdrawn', t);
  },
};

/** *Forget me* asks once more. */
export const forgetAsk: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.forgetAsk,
  acknowledge: 'update',
  run: ({ t }) => Promise.resolve(forgetCard(t)),
};

export const forgetYes: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.forgetYes,
  acknowledge: 'update',
  run: async ({ interaction, context: { parts, waiting }, t }) => {
    const listener = interaction.user.id;
    waiting.drop(listener);
    await parts.listeners.forget(listener);
    const left = await parts.listeners.consent(listener);
    return privacyAnswerCard(left ? 'forgottenButNo' : 'forgotten', t);
  },
};

export const forgetNo: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.forgetNo,
  acknowledge: 'update',
  run: ({ t }) => Promise.resolve(privacyAnswerCard('kept', t)),
};
