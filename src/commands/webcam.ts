import { MessageFlags } from 'discord.js';

import type { Card } from '../cards/card.ts';
import { BUTTONS } from '../cards/custom-ids.ts';
import { moodCard } from '../cards/mood-card.ts';
import { waysCard, webcamDoneCard, webcamLinkCard } from '../cards/webcam-card.ts';
import { mayRead } from '../domain/listener.ts';
import { MoodringError } from '../errors.ts';
import { answerPhoto } from '../flows/answer-photo.ts';
import { answerScores } from '../flows/answer-scores.ts';
import { type Seen, WEBCAM_MINUTES, WEBCAM_PATH, type WebcamAnswer } from '../flows/webcam-links.ts';
import { noticeFor } from './answer.ts';
import type { ButtonCommand, Context, Use } from './command.ts';
import { type Answerable, fitted } from './respond.ts';
import { persist } from './sending.ts';
import type { WebcamWish } from './waiting.ts';

/** How long Discord may take to show an answer, in milliseconds: somebody waits for their songs at the page. */
const SHOWN_WITHIN = 20_000;

/** A way to the webcam page, or the consent notice where that has to come first. @throws MoodringError `webcam-not-offered` */
export async function linkOrAsk(use: Use<Answerable>, wish: WebcamWish): Promise<Card> {
  const { parts } = use.context;
  if (parts.publicUrl === undefined) throw new MoodringError('webcam-not-offered');
  if (!mayRead(await parts.listeners.consent(wish.listener))) return noticeFor(use.context, wish, use.t);
  return webcamLink(use, wish);
}

/** A way to the webcam page for somebody who has agreed. @throws MoodringError `webcam-not-offered` */
export function webcamLink({ interaction, context, t }: Use<Answerable>, wish: WebcamWish): Card {
  const { publicUrl } = context.parts;
  if (publicUrl === undefined) throw new MoodringError('webcam-not-offered');
  const show = async (made: Card): Promise<void> => {
    const [card, done] = [fitted(interaction, made), fitted(interaction, webcamDoneCard(t))];
    await persist(
      () => interaction.followUp(wish.private ? { ...card, flags: MessageFlags.Ephemeral } : card),
      SHOWN_WITHIN,
    );
    // Somebody may have put the message with the link away: the answer is there all the same.
    await persist(() => interaction.editReply(done), SHOWN_WITHIN).catch(() => undefined);
  };
  const id = context.webcam.make({
    locale: interaction.locale,
    answer: async (seen): Promise<WebcamAnswer> => {
      const { reading, list } = await answerSeen(context, wish, seen);
      const from = seen.kind === 'scores' ? 'webcam' : 'photo';
      const card = await moodCard({ reading, from, who: 'me', felt: wish.felt }, list, t);
      return show(card).then(
        () => ({ list }),
        (untold: unknown) => ({ list, untold }),
      );
    },
  });
  return webcamLinkCard(`${publicUrl}${WEBCAM_PATH}/${id}`, WEBCAM_MINUTES, t);
}

/** A snapshot takes its turn like any photo; numbers are no work. */
function answerSeen({ parts, turns }: Context, wish: WebcamWish, seen: Seen) {
  if (seen.kind === 'scores') return answerScores(parts, { ...wish, scores: seen.scores });
  return turns.take({ person: wish.listener, guild: wish.guild }, () =>
    answerPhoto(parts, { ...wish, photo: seen.photo, who: 'me' }),
  );
}

/** For somebody who told nothing: the ways to do so, where the webcam is one of them. @throws MoodringError `nothing-told` */
export function waysOrSentence({ context, t }: Use<Answerable>, wish: WebcamWish): Card {
  if (context.parts.publicUrl === undefined) throw new MoodringError('nothing-told');
  return waysCard(context.waiting.put(wish), t);
}

/** *Use my webcam* under the ways to tell a mood. */
export const webcamStart: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.webcamStart,
  acknowledge: 'update',
  run: async (use) => {
    const wish = use.context.waiting.take(use.args[0] ?? '', use.interaction.user.id);
    if (!wish || !('webcam' in wish)) throw new MoodringError('webcam-let-go');
    return linkOrAsk(use, wish);
  },
};
