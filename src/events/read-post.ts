import type { Card } from '../cards/card.ts';
import { moodCard } from '../cards/mood-card.ts';
import type { Words } from '../cards/words.ts';
import { answerWish } from '../commands/answer.ts';
import type { Context } from '../commands/command.ts';
import { inHouse } from '../commands/house-rules.ts';
import type { PhotoWish } from '../commands/waiting.ts';
import type { GuildSettings } from '../domain/guild.ts';
import { asMoodringError, type ErrorCode, MoodringError } from '../errors.ts';
import { answerPhoto } from '../flows/answer-photo.ts';
import type { Post } from './post.ts';

/** What is wrong with one photo alone: the next one of the message may do. */
const NEXT_PHOTO: ReadonlySet<ErrorCode> = new Set([
  'no-selfie',
  'no-face',
  'face-too-small',
  'not-an-image',
  'image-damaged',
  'image-heic',
  'image-too-heavy',
  'image-too-many-pixels',
  'image-too-small',
  'photo-gone',
  'reading-too-slow',
]);

/** What a post's photo asks for, as `/mood` would put it. */
export function wishOf(
  { author, guild, message }: Post,
  photoUrl: string,
  settings: GuildSettings,
): PhotoWish {
  const music = inHouse({ settings, quiet: false }, {});
  return { ...music, listener: author, guild, photoUrl, who: 'me', private: false, post: message.id };
}

/**
 * The card for the first photo of a post that can be read; of a post that nobody asked about, for the first selfie.
 * @param isThere whether the post still is; it is not read on once it is gone
 * @throws MoodringError what was wrong with the first photo where all are refused, `busy`, `busy-with-yours`, `restarting`
 */
export async function readPost(
  context: Context,
  post: Post,
  settings: GuildSettings,
  t: Words,
  isThere: () => boolean,
): Promise<Card | undefined> {
  let refused: MoodringError | undefined;
  for (const photoUrl of post.photos) {
    if (!isThere()) return undefined;
    const wish = wishOf(post, photoUrl, settings);
    try {
      return await (post.asked ? answerWish(context, wish, t) : answerSelfie(context, wish, t));
    } catch (cause) {
      const error = asMoodringError(cause);
      if (!NEXT_PHOTO.has(error.code)) throw cause;
      refused ??= error;
    }
  }
  throw refused ?? new MoodringError('photo-missing');
}

/** Like `answerWish`, but for a selfie alone. @throws MoodringError `no-selfie` */
function answerSelfie({ parts, photos, turns }: Context, wish: PhotoWish, t: Words): Promise<Card> {
  return turns.take({ person: wish.listener, guild: wish.guild }, async () => {
    const photo = await photos.fetch(wish.photoUrl);
    const { reading, list } = await answerPhoto(parts, { ...wish, photo, unasked: true });
    return moodCard({ ...wish, reading }, list, t);
  });
}
