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
    const say = (state: 'agreed' | 'failed') =>
      persist(() => interaction.editReply(fitted(interaction, consentAnswerCard(state, t))));
    await say('agreed');
    try {
      const card = fitted(interaction, await answerWish(context, wish, t));
      const alone = await isForThemAlone(context, wish);
      const answer = await persist(() =>
        interaction.followUp(alone ? { ...card, flags: MessageFlags.Ephemeral } : card),
      );
      if (!alone) await keepAnswer(context, wish, answer);
    } catch (error) {
      await say('failed');
      throw error;
    }
    return consentAnswerCard('done', t);
  },
};

/** Whether nobody else sees the answer: it was asked for so, or what it would stand under is gone or has its reply. */
async function isForThemAlone(
  { parts: { meetings } }: Context,
  { private: hidden, post, guild }: PhotoWish,
): Promise<boolean> {
  if (hidden || post === undefined) return hidden;
  return meetings.isGone(post) || meetings.hasReply(guild, post);
}

/** The answer to a post goes when that does, or at once where it is gone already. */
async function keepAnswer(
  { parts }: Context,
  { post, guild, ...wish }: PhotoWish,
  answer: Message,
): Promise<void> {
  if (post === undefined) return;
  const said = { owner: wish.listener, channel: answer.channelId, message: answer.id };
  let kept = false;
  try {
    kept = await parts.listeners.whileAgreed(wish.listener, () =>
      parts.meetings.keepReply(guild, post, said),
    );
  } finally {
    if (!kept) await persist(() => answer.delete());
  }
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
