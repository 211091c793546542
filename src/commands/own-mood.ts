import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';

import type { Card } from '../cards/card.ts';
import { AS_BEFORE } from '../cards/correction.ts';
import { BUTTONS } from '../cards/custom-ids.ts';
import { moodSaid, type Said, saidIn } from '../domain/said.ts';
import { MoodringError } from '../errors.ts';
import { chooseAgain } from '../flows/answer-mood.ts';
import type { AcknowledgedUse, ButtonCommand, SelectCommand } from './command.ts';
import { asBefore, asPressed, corrected } from './shown-list.ts';

/** *More like …*: of the two emotions that a doubtful reading named, it was the other. */
export const listLike: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.listLike,
  acknowledge: 'update',
  run: (use) => {
    const [like, id = ''] = use.args;
    return chooseFor(use, saidIn(like), { before: id, id });
  },
};

/** *Not my mood? Pick yours*: the same wish for the mood that somebody says, or again for what was read. */
export const listMood: SelectCommand = {
  kind: 'select',
  name: BUTTONS.listMood,
  acknowledge: 'update',
  run: (use) => {
    const [before = '', id = ''] = use.args;
    const [picked] = use.interaction.values;
    if (picked === AS_BEFORE) return chooseAsBefore(use, { before, id });
    return chooseFor(use, saidIn(picked), { before: before === '' ? id : before, id });
  },
};

interface Lists {
  /** The list for what was read or understood at first. */
  readonly before: string;
  /** The one on the card. */
  readonly id: string;
}

type Pressed = AcknowledgedUse<ButtonInteraction | StringSelectMenuInteraction>;

async function chooseFor(
  { interaction, context: { parts }, t }: Pressed,
  said: Said | undefined,
  { before, id }: Lists,
): Promise<Card> {
  if (!said) throw new MoodringError('outdated');
  const card = asPressed(interaction.message);
  const list = await chooseAgain(parts, interaction.user.id, id, { mood: moodSaid(said) });
  return corrected(card, { ...list, correction: { before } }, said, t);
}

async function chooseAsBefore(
  { interaction, context: { parts }, t }: Pressed,
  { before, id }: Lists,
): Promise<Card> {
  const card = asPressed(interaction.message);
  const list = await chooseAgain(parts, interaction.user.id, id, { moodOf: before });
  return asBefore(card, list, t);
}
