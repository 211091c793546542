import { mayRead } from '../domain/listener.ts';
import type { Card } from '../cards/card.ts';
import { consentCard } from '../cards/consent-card.ts';
import { moodCard } from '../cards/mood-card.ts';
import type { Words } from '../cards/words.ts';
import { answerPhoto } from '../flows/answer-photo.ts';
import { PLAYLIST_DAYS } from '../memory/playlists.ts';
import type { Acknowledgement, Context } from './command.ts';
import type { MoodRequest } from './waiting.ts';

/** A person who has not agreed gets the notice, and gets it alone. */
export async function acknowledgeMood(
  { parts }: Context,
  request: Pick<MoodRequest, 'listener' | 'private'>,
): Promise<Acknowledgement> {
  const agreed = mayRead(await parts.listeners.consent(request.listener));
  return agreed && !request.private ? 'public' : 'private';
}

/** The answer to a photo, or the consent notice where that has to come first. */
export async function answerOrAsk(context: Context, request: MoodRequest, t: Words): Promise<Card> {
  const agreed = mayRead(await context.parts.listeners.consent(request.listener));
  return agreed ? answer(context, request, t) : consentCard(context.waiting.put(request), PLAYLIST_DAYS, t);
}

/** Fetches the photo, reads it, and makes the card. The bytes go out of reach with the end of this function. */
export async function answer({ parts, photos }: Context, request: MoodRequest, t: Words): Promise<Card> {
  const photo = await photos.fetch(request.photoUrl);
  const { reading, who, list } = await answerPhoto(parts, { ...request, photo });
  return moodCard(reading, who === 'group', list, t);
}
