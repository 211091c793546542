import { EMOTIONS, type Emotion, type EmotionScores, emotionScores } from './emotion.ts';

/** A place in mood space (Russell's circumplex): valence is unpleasant to pleasant, arousal is quiet to intense, each in [−1, 1]. */
export interface MoodPlace {
  readonly valence: number;
  readonly arousal: number;
}

/** A place that somebody may be at, how likely, and how far around it they may be (a standard deviation in mood space). */
export interface MoodPoint extends MoodPlace {
  /** Share of the mood, in (0, 1]; the weights of a mood sum to 1. */
  readonly weight: number;
  readonly spread: number;
}

export const MOOD_NAMES = [
  'happy',
  'energetic',
  'calm',
  'sad',
  'tense',
  'romantic',
  'sombre',
  'cheerful',
] as const;

export type MoodName = (typeof MOOD_NAMES)[number];

/** One point for one face, several for a group or for mixed feelings. */
export interface Mood {
  readonly name: MoodName;
  readonly points: readonly [MoodPoint, ...MoodPoint[]];
}

/**
 * Where each emotion lies in mood space: starting values from the affective-computing literature on Russell's
 * circumplex (Russell 1980), to be tuned by listeners' corrections. A face at rest lies a little to the quiet side of
 * the middle, where the music is that people call calm.
 */
export const EMOTION_PLACES: Readonly<Record<Emotion, MoodPlace>> = {
  happy: { valence: 0.8, arousal: 0.5 },
  surprise: { valence: 0.3, arousal: 0.8 },
  neutral: { valence: 0.05, arousal: -0.25 },
  sad: { valence: -0.7, arousal: -0.4 },
  angry: { valence: -0.6, arousal: 0.7 },
  fear: { valence: -0.6, arousal: 0.6 },
  disgust: { valence: -0.6, arousal: 0.3 },
};

/**
 * The heart of each named mood's region. They lie further in than the emotions' own places: a mood is a mean, and a
 * face that is mostly happy already lies a good way from the corner.
 */
export const MOOD_PLACES: Readonly<Record<MoodName, MoodPlace>> = {
  happy: { valence: 0.62, arousal: 0.42 },
  energetic: { valence: 0.25, arousal: 0.82 },
  cheerful: { valence: 0.55, arousal: 0.05 },
  romantic: { valence: 0.45, arousal: -0.35 },
  calm: { valence: 0.1, arousal: -0.65 },
  sad: { valence: -0.6, arousal: -0.3 },
  sombre: { valence: -0.4, arousal: -0.75 },
  tense: { valence: -0.55, arousal: 0.5 },
};

const MIDDLE: MoodPlace = { valence: 0, arousal: 0 };

/** Nobody's mood is a point: even a certain reading leaves this much room around it. */
export const LEAST_SPREAD = 0.1;

/** Distance in mood space, in [0, 2√2]. */
export function moodDistance(a: MoodPlace, b: MoodPlace): number {
  return Math.hypot(a.valence - b.valence, a.arousal - b.arousal);
}

/** How far a place is from the heart of a mood's region. In the middle no mood stands out, and people call that calm. */
export function distanceFrom(name: MoodName, place: MoodPlace): number {
  const toHeart = moodDistance(place, MOOD_PLACES[name]);
  return name === 'calm' ? Math.min(toHeart, moodDistance(place, MIDDLE)) : toHeart;
}

/** The name of the region that a place lies in. */
export function moodNameAt(place: MoodPlace): MoodName {
  return MOOD_NAMES.reduce((best, next) =>
    distanceFrom(next, place) < distanceFrom(best, place) ? next : best,
  );
}

/** The weighted mean of a mood's points. */
export function centreOf(mood: Pick<Mood, 'points'>): MoodPlace {
  return mood.points.reduce(
    (sum, point) => ({
      valence: sum.valence + point.weight * point.valence,
      arousal: sum.arousal + point.weight * point.arousal,
    }),
    { valence: 0, arousal: 0 },
  );
}

/** A mood at one place; what lies outside the square is moved to its edge. */
export function moodAt(place: MoodPlace, spread = LEAST_SPREAD): Mood {
  const point = { weight: 1, spread, valence: toUnit(place.valence), arousal: toUnit(place.arousal) };
  return { name: moodNameAt(point), points: [point] };
}

/**
 * The mood of one face: the mean of its emotions' places, each weighted by the square of its probability. What a
 * calibrated net leaves on every emotion is its doubt, not a trace of them all; weighted plainly, it draws resting faces
 * towards the three emotions that are tense. The doubt shows in the spread instead: the less the emotions agree, the
 * wider (the standard deviation around that mean, weighted by the probabilities themselves).
 * @param shift what to add for a listener who reads higher or lower than their face shows
 */
export function moodOf(scores: EmotionScores, shift = MIDDLE): Mood {
  const mean = centreOf({ points: asPoints(emotionScores((emotion) => scores[emotion] ** 2)) });
  const variance = EMOTIONS.reduce(
    (sum, emotion) => sum + scores[emotion] * moodDistance(EMOTION_PLACES[emotion], mean) ** 2,
    0,
  );
  return moodAt(
    { valence: mean.valence + shift.valence, arousal: mean.arousal + shift.arousal },
    Math.max(LEAST_SPREAD, Math.sqrt(variance)),
  );
}

/** The mood of a group: everybody's points side by side, each person counting the same. */
export function mixtureOf(moods: readonly [Mood, ...Mood[]]): Mood {
  const share = 1 / moods.length;
  const [first, ...rest] = moods.flatMap((mood) =>
    mood.points.map((point) => ({ ...point, weight: point.weight * share })),
  );
  if (!first) return moods[0];
  const points: Mood['points'] = [first, ...rest];
  return { name: moodNameAt(centreOf({ points })), points };
}

function asPoints(scores: EmotionScores): Mood['points'] {
  const point = (emotion: Emotion): MoodPoint => ({
    ...EMOTION_PLACES[emotion],
    weight: scores[emotion],
    spread: 0,
  });
  const [first, ...rest] = EMOTIONS;
  return [point(first), ...rest.map(point)];
}

function toUnit(value: number): number {
  return Math.min(1, Math.max(-1, value));
}
