/** The seven basic emotions of FER-2013, in the order every vector in this project keeps. */
export const EMOTIONS = ['angry', 'disgust', 'fear', 'happy', 'sad', 'surprise', 'neutral'] as const;

export type Emotion = (typeof EMOTIONS)[number];

/** Calibrated probabilities of the seven emotions: each in [0, 1], summing to 1. */
export type EmotionScores = Readonly<Record<Emotion, number>>;

/** The emotions with their probabilities, likeliest first. */
export function ranked(scores: EmotionScores): readonly { emotion: Emotion; probability: number }[] {
  return EMOTIONS.map((emotion) => ({ emotion, probability: scores[emotion] })).sort(
    (a, b) => b.probability - a.probability,
  );
}

/**
 * Builds scores from one value an emotion and scales them to sum to 1.
 * @throws RangeError if a value is negative or not finite, or if all are 0
 */
export function emotionScores(valueOf: (emotion: Emotion) => number): EmotionScores {
  const values = EMOTIONS.map(valueOf);
  const sum = values.reduce((total, value) => total + value, 0);
  if (values.some((value) => !(value >= 0)) || !Number.isFinite(sum) || sum === 0)
    throw new RangeError(`not a distribution over emotions: ${values.join(', ')}`);
  const [angry = 0, disgust = 0, fear = 0, happy = 0, sad = 0, surprise = 0, neutral = 0] = values.map(
    (value) => value / sum,
  );
  return { angry, disgust, fear, happy, sad, surprise, neutral };
}
