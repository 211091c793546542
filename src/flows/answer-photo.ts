import type { Intent } from '../domain/arc.ts';
import { mayRead } from '../domain/listener.ts';
import { type Mood, mixtureOf, moodOf } from '../domain/mood.ts';
import type { Reading, Who } from '../domain/reading.ts';
import { MoodringError } from '../errors.ts';
import { type AnsweredList, answerMood } from './answer-mood.ts';
import type { Parts } from './parts.ts';

export interface PhotoRequest {
  /** Discord's id of the person who asks. */
  readonly listener: string;
  readonly photo: Uint8Array;
  readonly intent: Intent;
  readonly who: Who;
}

export interface PhotoAnswer {
  readonly reading: Reading;
  readonly list: AnsweredList;
}

/**
 * The main sentence of the product: a photo in, a reading and a playlist for its mood out. Nothing is read of a
 * person who has not agreed, and nothing kept of one who takes it back meanwhile.
 * @throws MoodringError whatever is wrong with the photo; `not-agreed`
 */
export async function answerPhoto(parts: Parts, request: PhotoRequest): Promise<PhotoAnswer> {
  const { listener, photo, intent, who } = request;
  if (!mayRead(await parts.listeners.consent(listener))) throw new MoodringError('not-agreed');
  const { reading } = await parts.vision.read(photo, who === 'group' ? 'everyone' : 'one');
  const list = await answerMood(parts, { listener, mood: moodOfReading(reading, who), intent });
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
