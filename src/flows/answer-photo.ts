import type { Intent } from '../domain/arc.ts';
import type { FeltMood } from '../domain/feeling.ts';
import { mayRead } from '../domain/listener.ts';
import { type Mood, mixtureOf, moodOf } from '../domain/mood.ts';
import type { Reading, Who } from '../domain/reading.ts';
import { MoodringError } from '../errors.ts';
import { type AnsweredList, answerMood, type MusicWish } from './answer-mood.ts';
import type { Parts } from './parts.ts';

export interface PhotoRequest extends MusicWish {
  /** Discord's id of the person who asks. */
  readonly listener: string;
  readonly photo: Uint8Array;
  readonly who: Who;
  /** Of one face, whose: counted from 0 by size. The largest if left out. */
  readonly face?: number | undefined;
  /** What they told of their mood besides; it counts half. */
  readonly felt?: FeltMood | undefined;
  /** Whether nobody asked: only what is clearly a selfie is read then. */
  readonly unasked?: boolean | undefined;
}

export interface PhotoAnswer {
  readonly reading: Reading;
  readonly list: AnsweredList;
}

/**
 * The main sentence of the product: a photo in, a reading and a playlist for its mood out. Nothing is read of a
 * person who has not agreed, and nothing kept of one who takes it back meanwhile.
 * @throws MoodringError whatever is wrong with the photo; `not-agreed`, `nothing-fits`
 */
export async function answerPhoto(parts: Parts, request: PhotoRequest): Promise<PhotoAnswer> {
  const { listener, photo, who, face = 0, felt, unasked, ...wish } = request;
  if (!mayRead(await parts.listeners.consent(listener))) throw new MoodringError('not-agreed');
  const look = unasked ? 'selfie' : who === 'group' ? 'everyone' : { face };
  const { reading } = await parts.vision.read(photo, look);
  const seen = moodOfReading(reading, who);
  const mood = felt ? mixtureOf([seen, felt.mood]) : seen;
  const intent = wish.intent ?? usualIntent(reading, who);
  const list = await parts.listeners.whileAgreed(listener, () =>
    answerMood(parts, { ...wish, intent, listener, mood }),
  );
  return { reading, list };
}

/**
 * The mood of a reading: the largest face's, or the mixture of all.
 * @throws MoodringError `no-face` if the reading has none
 */
export function moodOfReading({ faces }: Reading, who: Who): Mood {
  const [largest, ...others] = faces.map(({ emotions }) => moodOf(emotions));
  if (!largest) throw new MoodringError('no-face');
  return who === 'group' ? mixtureOf([largest, ...others]) : largest;
}

/** What music is for if nothing was said: several people who are read together want a party. */
function usualIntent({ faces }: Reading, who: Who): Intent {
  return who === 'group' && faces.length > 1 ? 'party' : 'match';
}
