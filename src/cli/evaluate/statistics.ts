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

/** Answers whose confidence falls into one of 15 equal parts of [0, 1]. */
export interface Bin {
  readonly n: number;
  /** The mean of their confidence, and the share that is right; 0 where there are none. */
  readonly confidence: number;
  readonly accuracy: number;
}

const BINS = 15;

/** What a reliability diagram shows. */
export function reliability(answers: readonly Scored[]): readonly Bin[] {
  const confidence = ({ scores }: Scored): number => scores[leading(scores)];
  const binned = Map.groupBy(answers, (answer) => Math.min(BINS - 1, Math.floor(confidence(answer) * BINS)));
  return Array.from({ length: BINS }, (_, index) => {
    const inside = binned.get(index) ?? [];
    const total = inside.reduce((sum, answer) => sum + confidence(answer), 0);
    return { n: inside.length, confidence: total / Math.max(1, inside.length), accuracy: accuracy(inside) };
  });
}

/** Expected calibration error: how far confidence and accuracy lie apart, over the bins (Guo et al. 2017). */
export function calibrationError(answers: readonly Scored[]): number {
  const gaps = reliability(answers).map(({ n, confidence, accuracy }) => n * Math.abs(confidence - accuracy));
  return gaps.reduce((sum, gap) => sum + gap, 0) / answers.length;
}

/** Answers by truth (rows) and leading emotion (columns), both in the order of `EMOTIONS`. */
export function confusion(answers: readonly Scored[]): number[][] {
  return EMOTIONS.map((truth) =>
    EMOTIONS.map(
      (named) =>
        answers.filter((answer) => answer.truth === truth && leading(answer.scores) === named).length,
    ),
  );
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
