import { MessageFlags } from 'discord.js';

import { BUTTONS } from '../cards/custom-ids.ts';
import { consentAnswerCard } from '../cards/consent-card.ts';
import { forgetCard } from '../cards/privacy-card.ts';
import { mayRead } from '../domain/listener.ts';
import { MoodringError } from '../errors.ts';
import { answerWish } from './answer.ts';
import type { ButtonCommand } from './command.ts';
import { persist } from './sending.ts';

/** *Agree* under the notice: the agreement is kept first, then the photo that waited is read. */
export const consentAgree: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.consentAgree,
  acknowledge: 'update',
  run: async ({ interaction, context, t, args: [id = ''] }) => {
    const listener = interaction.user.id;
    const wish = context.waiting.take(id, listener);
    if (!wish) throw new MoodringError('photo-let-go');
    await context.parts.listeners.agree(listener);
    await persist(() => interaction.editReply(consentAnswerCard('agreed', t)));
    try {
      const card = await answerWish(context, wish, t);
      await persist(() =>
        interaction.followUp(wish.private ? { ...card, flags: MessageFlags.Ephemeral } : card),
      );
    } catch (error) {
      await persist(() => interaction.editReply(consentAnswerCard('failed', t)));
      throw error;
    }
    return consentAnswerCard('done', t);
  },
};

/** *No* under the notice: that one fact is kept, and nothing is read. */
export const consentNo: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.consentNo,
  acknowledge: 'update',
  run: async ({ interaction, context, t }) => {
    // An old notice, pressed after agreeing on another: erasing what there is by now is asked for first.
    if (mayRead(await context.parts.listeners.consent(interaction.user.id))) return forgetCard(t);
    context.waiting.drop(interaction.user.id);
    await context.parts.listeners.decline(interaction.user.id);
    return consentAnswerCard('declined', t);
  },
};
