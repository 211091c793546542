import type { EmotionScores } from '../domain/emotion.ts';
import type { FeltMood } from '../domain/feeling.ts';
import { mixtureOf } from '../domain/mood.ts';
import type { Reading } from '../domain/reading.ts';
import { isSure } from '../vision/core/calibration.ts';
import { readCalibration } from '../vision/node/calibration.ts';
import { answerMood, type MusicWish } from './answer-mood.ts';
import { moodOfReading, type PhotoAnswer } from './answer-photo.ts';
import type { Parts } from './parts.ts';

export interface ScoresRequest extends MusicWish {
  /** Discord's id of the person who asks. */
  readonly listener: string;
  /** What was read of their face where the face is. */
  readonly scores: EmotionScores;
  /** What they told of their mood besides; it counts half. */
  readonly felt?: FeltMood | undefined;
}

/** Nobody here has seen where in a picture the face was. */
const NOWHERE = { x: 0, y: 0, width: 0, height: 0 };

/**
 * A playlist for what a person's own device has read in their face. Nothing is kept of a person who has not agreed.
 * @throws MoodringError `not-agreed`, `nothing-fits`
 */
export async function answerScores(
  parts: Parts,
  { listener, scores, felt, ...wish }: ScoresRequest,
): Promise<PhotoAnswer> {
  const sure = isSure(scores, await readCalibration());
  const reading: Reading = { faces: [{ box: NOWHERE, score: 1, emotions: scores, sure }], others: [] };
  const seen = moodOfReading(reading, 'me');
  const mood = felt ? mixtureOf([seen, felt.mood]) : seen;
  const list = await parts.listeners.whileAgreed(listener, () =>
    answerMood(parts, { ...wish, listener, mood }),
  );
  return { reading, list };
}
