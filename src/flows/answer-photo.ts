import type { Intent } from '../domain/arc.ts';
import { mayRead } from '../domain/listener.ts';
import { type Mood, mixtureOf, moodOf } from '../domain/mood.ts';
import type { Reading } from '../domain/reading.ts';
import { MoodringError } from '../errors.ts';
import type { VisionTimings } from '../vision/node/worker.ts';
import { type AnsweredList, answerMood } from './answer-mood.ts';
import type { Parts } from './parts.ts';

export const WHO = ['me', 'group'] as const;

/** Whose mood counts when a photo shows several people: the largest face's, or everyone's. */
export type Who = (typeof WHO)[number];

export interface PhotoRequest {
  /** Discord's id of the person who asks. */
  readonly listener: string;
  readonly photo: Uint8Array;
  readonly intent: Intent;
  readonly who: Who;
}

export interface PhotoAnswer {
  readonly reading: Reading;
  readonly who: Who;
  readonly list: AnsweredList;
  readonly timings: VisionTimings;
}

/**
 * The main sentence of the product: a photo in, a reading and a playlist for its mood out. Nothing is read of a
 * person who has not agreed.
 * @throws MoodringError whatever is wrong with the photo; `not-agreed` if consent is missing
 */
export async function answerPhoto(parts: Parts, request: PhotoRequest): Promise<PhotoAnswer> {
  await mustHaveAgreed(parts, request.listener);
  const { reading, timings } = await parts.vision.read(
    request.photo,
    request.who === 'group' ? 'everyone' : 'one',
  );
  // Whoever asked to be forgotten meanwhile gets no new trace.
  await mustHaveAgreed(parts, request.listener);
  const list = await answerMood(parts, {
    listener: request.listener,
    mood: moodOfReading(reading, request.who),
    intent: request.intent,
  });
  return { reading, who: request.who, list, timings };
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

async function mustHaveAgreed({ listeners }: Parts, listener: string): Promise<void> {
  if (!mayRead(await listeners.consent(listener))) throw new MoodringError('not-agreed');
}
