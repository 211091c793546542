import { BUTTONS } from '../cards/custom-ids.ts';
import { trackCard } from '../cards/list-card.ts';
import { INTENTS } from '../domain/arc.ts';
import { MoodringError } from '../errors.ts';
import { chooseAgain, findList } from '../flows/answer-mood.ts';
import type { ButtonCommand, SelectCommand } from './command.ts';
import { asPressed, replaced, shownAgain } from './shown-list.ts';

/** *Match me*, *Calm me* and *Lift me*: the same mood, another way through it. */
export const listIntent: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.listIntent,
  acknowledge: 'update',
  run: async ({ interaction, context, t, args: [wanted, id = ''] }) => {
    const intent = INTENTS.find((known) => known === wanted);
    return replaced(
      asPressed(interaction.message),
      await chooseAgain(context.parts, interaction.user.id, id, { intent }),
      t,
    );
  },
};

/** *More like this*: the same wish, other tracks. */
export const listMore: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.listMore,
  acknowledge: 'update',
  run: async ({ interaction, context, t, args: [id = ''] }) =>
    replaced(asPressed(interaction.message), await chooseAgain(context.parts, interaction.user.id, id), t),
};

/** *Previous* and *Next*. */
export const listPage: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.listPage,
  acknowledge: 'update',
  run: async ({ interaction, context, t, args: [page, id = ''] }) => {
    const card = asPressed(interaction.message);
    const list = await findList(context.parts, interaction.user.id, id);
    return shownAgain(card, list, Number(page) || 0, t);
  },
};

/** The select under a card: shows one track, to the person alone, with a button that opens it. */
export const listOpen: SelectCommand = {
  kind: 'select',
  name: BUTTONS.listOpen,
  acknowledge: 'private',
  run: async ({ interaction, context, t, args: [id = ''] }) => {
    const { playlist } = await findList(context.parts, interaction.user.id, id);
    const card = trackCard(playlist, Number(interaction.values[0]), t);
    if (!card) throw new MoodringError('outdated');
    return card;
  },
};
