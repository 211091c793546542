import { EMOTIONS, type Emotion, type EmotionScores, ranked } from '../../domain/emotion.ts';

/** One answer of a net beside the truth. */
export interface Scored {
  readonly truth: Emotion;
  readonly scores: EmotionScores;
}

/** The emotion that a distribution puts first. */
export function leading(scores: EmotionScores): Emotion {
  return ranked(scores)[0]?.emotion ?? 'neutral';
}

/** The share of answers whose leading emotion is the truth, in [0, 1]; 0 of none. */
export function accuracy(answers: readonly Scored[]): number {
  return shareOf(answers, ({ truth, scores }) => leading(scores) === truth);
}

/** The 95 % Wilson interval around a share of `n` (Wilson 1927). */
export function interval(share: number, n: number): [number, number] {
  const z = 1.96;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return [middle - half, middle + half];
}

/** For each emotion the share of its own faces that were given its name. */
export function recall(answers: readonly Scored[]): Record<Emotion, number> {
  const of = (emotion: Emotion): number => accuracy(answers.filter(({ truth }) => truth === emotion));
  const [angry, disgust, fear, happy, sad, surprise, neutral] = EMOTIONS;
  return {
    angry: of(angry),
    disgust: of(disgust),
    fear: of(fear),
    happy: of(happy),
    sad: of(sad),
    surprise: of(surprise),
    neutral: of(neutral),
  };
}

/** The mean over emotions of the harmonic mean of precision and recall, in [0, 1]. */
export function macroF1(answers: readonly Scored[]): number {
  const f1 = EMOTIONS.map((emotion) => {
    const named = answers.filter(({ scores }) => leading(scores) === emotion).length;
    const meant = answers.filter(({ truth }) => truth === emotion).length;
    const both = answers.filter(
      ({ truth, scores }) => truth === emotion && leading(scores) === emotion,
    ).length;
    return named + meant === 0 ? 0 : (2 * both) / (named + meant);
  });
  return f1.reduce((sum, value) => sum + value, 0) / f1.length;
}

/** Of the happy and the sad faces, the share that were given the likelier of those two. */
export function happyAgainstSad(answers: readonly Scored[]): number {
  const either = answers.filter(({ truth }) => truth === 'happy' || truth === 'sad');
  return shareOf(either, ({ truth, scores }) => scores.happy > scores.sad === (truth === 'happy'));
}

/** Expected calibration error: how far confidence and accuracy lie apart, over 15 equal bins (Guo et al. 2017). */
export function calibrationError(answers: readonly Scored[]): number {
  const bins = Array.from({ length: 15 }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { truth, scores } of answers) {
    const confidence = scores[leading(scores)];
    const bin = bins[Math.min(14, Math.floor(confidence * 15))];
    if (!bin) continue;
    bin.count += 1;
    bin.confidence += confidence;
    bin.right += leading(scores) === truth ? 1 : 0;
  }
  return bins.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / answers.length;
}

/** Mean negative log likelihood of the truth, in nats. */
export function negativeLogLikelihood(answers: readonly Scored[]): number {
  return (
    answers.reduce((sum, { truth, scores }) => sum - Math.log(Math.max(1e-12, scores[truth])), 0) /
    answers.length
  );
}

export function shareOf<T>(all: readonly T[], counts: (one: T) => boolean): number {
  return all.length === 0 ? 0 : all.filter(counts).length / all.length;
}
