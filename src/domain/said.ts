import { type Emotion, EMOTIONS } from './emotion.ts';
import { EMOTION_PLACES, type Mood, moodAt, MOOD_NAMES, MOOD_PLACES, type MoodName } from './mood.ts';

/**
 * What somebody says they feel, where what was read or understood is wrong. It is one of our moods, since those lie all
 * over the circle and no face shows that somebody feels calm or romantic; or the emotion that a doubtful reading named
 * second, in the word it was named by.
 */
export type Said = MoodName | Emotion;

/** The word that somebody said, if it is one of ours. */
export function saidIn(word: string | undefined): Said | undefined {
  return [...MOOD_NAMES, ...EMOTIONS].find((known) => known === word);
}

/** Whether it is a mood's name; an emotion that is called like a mood is that mood. */
export function isMoodName(said: Said): said is MoodName {
  return said in MOOD_PLACES;
}

/** The mood that somebody said: as certain as any is. */
export function moodSaid(said: Said): Mood {
  return moodAt(isMoodName(said) ? MOOD_PLACES[said] : EMOTION_PLACES[said]);
}
