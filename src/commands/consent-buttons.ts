import { type Message, MessageFlags } from 'discord.js';

import { BUTTONS } from '../cards/custom-ids.ts';
import { consentAnswerCard } from '../cards/consent-card.ts';
import { withdrawCard } from '../cards/privacy-card.ts';
import { mayRead } from '../domain/listener.ts';
import { MoodringError } from '../errors.ts';
import { answerWish } from './answer.ts';
import type { ButtonCommand, Context } from './command.ts';
import { fitted } from './respond.ts';
import { persist } from './sending.ts';
import type { PhotoWish } from './waiting.ts';
import { webcamLink } from './webcam.ts';

/** *Agree* under the notice: the agreement is kept first, then the photo that waited is read. */
export const consentAgree: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.consentAgree,
  acknowledge: 'update',
  run: async (use) => {
    const { interaction, context, t, args } = use;
    const [id = ''] = args;
    const listener = interaction.user.id;
    const wish = context.waiting.take(id, listener);
    if (!wish) throw new MoodringError('photo-let-go');
    await context.parts.listeners.agree(listener);
    if ('webcam' in wish) return webcamLink(use, wish);
    await persist(() => interaction.editReply(consentAnswerCard('agreed', t)));
    try {
      const card = fitted(interaction, await answerWish(context, wish, t));
      const answer = await persist(() =>
        interaction.followUp(wish.private ? { ...card, flags: MessageFlags.Ephemeral } : card),
      );
      await keepAnswer(context, wish, answer);
    } catch (error) {
      await persist(() => interaction.editReply(consentAnswerCard('failed', t)));
      throw error;
    }
    return consentAnswerCard('done', t);
  },
};

/** The answer to a post goes when that does, or at once where it is gone already. */
async function keepAnswer(
  { parts }: Context,
  { post, guild, ...wish }: PhotoWish,
  answer: Message,
): Promise<void> {
  if (post === undefined || wish.private) return;
  const said = { owner: wish.listener, channel: answer.channelId, message: answer.id };
  const kept = await parts.listeners.whileAgreed(wish.listener, () =>
    parts.meetings.keepReply(guild, post, said),
  );
  if (!kept) await persist(() => answer.delete());
}

/** *No* under the notice: photos are not read, and lists that came of photos while an older notice held are erased. */
export const consentNo: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.consentNo,
  acknowledge: 'update',
  run: async ({ interaction, context, t }) => {
    // An old notice, pressed after agreeing on another: what it takes back is asked for first.
    if (mayRead(await context.parts.listeners.consent(interaction.user.id))) return withdrawCard(t);
    context.waiting.drop(interaction.user.id);
    await context.parts.listeners.decline(interaction.user.id);
    return consentAnswerCard('declined', t);
  },
};
