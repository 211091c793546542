import { type Intent, INTENTS } from '../../domain/arc.ts';
import { EMOTIONS } from '../../domain/emotion.ts';
import { EMOTION_PLACES, mixtureOf, type Mood, moodAt } from '../../domain/mood.ts';

/** Tracks a list; what people get when they ask for nothing else. */
export const TRACKS_A_LIST = 12;

/** Places a side of the square. */
const SIDE = 7;

/** How wide a mood is that a photo left unsure: a usual spread of a reading between two or three emotions. */
const UNSURE = 0.4;

/** Lists for each mood and intent: together about as many as the embedded catalogue has tracks. */
const LISTS_EACH = 10;

/** What one list of the grid is asked for. */
export interface Occasion {
  readonly mood: Mood;
  readonly intent: Intent;
  readonly length: { readonly tracks: number };
  readonly seed: number;
}

/**
 * Sure moods spread evenly over the square, the seven emotions as unsure ones, and a group of two who feel opposite
 * things.
 */
export function moodsOfGrid(): readonly Mood[] {
  const even = Array.from({ length: SIDE }, (_, at) => (2 * at + 1) / SIDE - 1);
  return [
    ...even.flatMap((arousal) => even.map((valence) => moodAt({ valence, arousal }))),
    ...EMOTIONS.map((emotion) => moodAt(EMOTION_PLACES[emotion], UNSURE)),
    mixtureOf([moodAt(EMOTION_PLACES.happy), moodAt(EMOTION_PLACES.sad)]),
  ];
}

/** Every mood with every intent, so many times each. Seeds never come twice: party sounds alike from any mood. */
export function occasions(listsEach = LISTS_EACH, moods = moodsOfGrid()): readonly Occasion[] {
  return moods
    .flatMap((mood) => INTENTS.map((intent) => ({ mood, intent, length: { tracks: TRACKS_A_LIST } })))
    .flatMap((asked) => Array.from({ length: listsEach }, () => asked))
    .map((asked, seed) => ({ ...asked, seed }));
}
