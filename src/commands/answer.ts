import { mayRead } from '../domain/listener.ts';
import type { Card } from '../cards/card.ts';
import { consentCard } from '../cards/consent-card.ts';
import { feltCard } from '../cards/felt-card.ts';
import { moodCard } from '../cards/mood-card.ts';
import { whoseOf } from '../cards/whose-mood.ts';
import type { Words } from '../cards/words.ts';
import { boxesIn } from '../domain/reading.ts';
import { MoodringError } from '../errors.ts';
import { answerFeeling, type FeelingRequest } from '../flows/answer-feeling.ts';
import { answerPhoto } from '../flows/answer-photo.ts';
import type { Acknowledgement, AcknowledgedUse, Context } from './command.ts';
import type { PhotoWish, Wish } from './waiting.ts';

/** A person who has not agreed gets the notice, and gets it alone. */
export async function acknowledgeWish(
  { parts }: Context,
  wish: Pick<PhotoWish, 'listener' | 'private'>,
): Promise<Acknowledgement> {
  const agreed = mayRead(await parts.listeners.consent(wish.listener));
  return agreed && !wish.private ? 'public' : 'private';
}

/**
 * The answer to a photo, or the consent notice where that has to come first.
 * @throws MoodringError `not-agreed` where others would see the notice: consent was taken back a moment ago
 */
export async function answerOrAsk(
  { context, t, acknowledged }: AcknowledgedUse<unknown>,
  wish: PhotoWish,
): Promise<Card> {
  if (mayRead(await context.parts.listeners.consent(wish.listener))) return answerWish(context, wish, t);
  if (acknowledged === 'public') throw new MoodringError('not-agreed');
  return noticeFor(context, wish, t);
}

/** The consent notice; what was asked for waits for the answer to it. */
export async function noticeFor({ parts, waiting }: Context, wish: Wish, t: Words): Promise<Card> {
  const { listeners } = parts;
  const before = await listeners.consent(wish.listener);
  const shown = { before, days: await listeners.days(wish.listener), date: new Date() };
  return consentCard(waiting.put(wish), shown, t);
}

/** Waits for its turn, fetches the photo, reads it, and makes the card. The bytes go out of reach with the end of this function. */
export function answerWish(
  { parts, photos, turns, waiting }: Context,
  wish: PhotoWish,
  t: Words,
): Promise<Card> {
  return turns.take({ person: wish.listener, guild: wish.guild }, async () => {
    const photo = await photos.fetch(wish.photoUrl);
    const { reading, list } = await answerPhoto(parts, { ...wish, photo });
    const faces = boxesIn(reading);
    // It can be asked about anew for as long as it waits.
    const whose = faces.length > 1 ? whoseOf(faces, waiting.put(wish), t) : undefined;
    return moodCard({ ...wish, reading }, { ...list, whose }, t);
  });
}

/** The answer to an emoji or words: no face is read, so nobody is asked first, and no photo's turn is taken. */
export async function answerFelt({ parts }: Context, request: FeelingRequest, t: Words): Promise<Card> {
  const list = await answerFeeling(parts, request);
  return feltCard(request.felt, list, list.days, t);
}
