import { type Emotion, EMOTIONS, type EmotionScores } from '../../domain/emotion.ts';
import {
  type Calibration,
  type Correction,
  type Corrections,
  correctedWeight,
  type Head,
  headScores,
  isSure,
  shownScores,
} from '../../vision/core/calibration.ts';
import type { LabelledFace } from './labelled-faces.ts';
import * as statistics from './statistics.ts';

/**
 * A reading is called sure from the confidence on at which this share of such readings is right: 85 %, and a little more,
 * for a threshold is always a little too good on the faces that it was fitted on.
 */
const RIGHT_WHEN_SURE = 0.855;

const FOLDS = 5;

/** Changes nothing. */
const NONE: Correction = { floor: 0, temperature: 1 };
const RAW = { labels: NONE, votes: NONE };

/** What a calibration reaches on faces that it was not fitted on. */
export interface HeldOut {
  /** Expected calibration errors, each head's against its own labels: FER-2013's, or the majority of FER+ votes. */
  readonly labels: number;
  readonly votes: number;
  readonly shown: number;
  readonly sureShare: number;
  readonly accuracyWhenSure: number;
}

/** Fits corrections and the threshold for "sure"; what is shown of whom stays as it is. */
export function fit(faces: readonly LabelledFace[], now: Calibration): Calibration {
  const parts = {
    labels: correctionOf(
      judged(
        faces,
        (face) => face.truth,
        (face) => head(face, 'labels', now, RAW),
      ),
    ),
    votes: correctionOf(
      judged(
        faces,
        (face) => face.voted,
        (face) => head(face, 'votes', now, RAW),
      ),
    ),
    expressions: correctionOf(
      judged(
        faces,
        (face) => face.truth,
        ({ expressions }) => expressions,
      ),
      now.corrections.expressions,
    ),
  };
  const unmixed = { ...now, corrections: { ...parts, shown: NONE } };
  const shown = correctionOf(
    judged(
      faces,
      (face) => face.truth,
      (face) => mix(face, unmixed),
    ),
  );
  const calibration = { ...now, corrections: { ...parts, shown } };
  return {
    ...calibration,
    sureFrom: sureFrom(
      judged(
        faces,
        (face) => face.truth,
        (face) => mix(face, calibration),
      ),
    ),
  };
}

/** Fits on four fifths of the faces and judges the rest, five times over. */
export function crossValidate(faces: readonly LabelledFace[], now: Calibration): HeldOut {
  const folds = Array.from({ length: FOLDS }, (_, fold) => ({
    rest: faces.filter((_, index) => index % FOLDS === fold),
    calibration: fit(
      faces.filter((_, index) => index % FOLDS !== fold),
      now,
    ),
  }));
  const errorOf = (
    truthOf: (face: LabelledFace) => Emotion | undefined,
    scoresOf: (face: LabelledFace, calibration: Calibration) => EmotionScores,
  ): number =>
    statistics.calibrationError(
      folds.flatMap(({ rest, calibration }) => judged(rest, truthOf, (face) => scoresOf(face, calibration))),
    );
  const sure = folds.flatMap(({ rest, calibration }) =>
    judged(
      rest,
      (face) => face.truth,
      (face) => mix(face, calibration),
    ).filter(({ scores }) => isSure(scores, calibration)),
  );
  return {
    labels: errorOf(
      (face) => face.truth,
      (face, by) => head(face, 'labels', by, by.corrections),
    ),
    votes: errorOf(
      (face) => face.voted,
      (face, by) => head(face, 'votes', by, by.corrections),
    ),
    shown: errorOf((face) => face.truth, mix),
    sureShare: sure.length / faces.length,
    accuracyWhenSure: statistics.accuracy(sure),
  };
}

/** What each face was given beside what it is; without those that have no truth or were given nothing. */
function judged(
  faces: readonly LabelledFace[],
  truthOf: (face: LabelledFace) => Emotion | undefined,
  scoresOf: (face: LabelledFace) => EmotionScores | undefined,
): readonly statistics.Scored[] {
  return faces.flatMap((face) => {
    const [truth, scores] = [truthOf(face), scoresOf(face)];
    return truth && scores ? [{ truth, scores }] : [];
  });
}

function head(face: LabelledFace, name: Head, now: Calibration, at: Pick<Corrections, Head>): EmotionScores {
  return headScores(asShown(face, now), name, at);
}

function mix(face: LabelledFace, calibration: Calibration): EmotionScores {
  return shownScores(asShown(face, calibration), calibration);
}

/** The face with the views of it that are used. */
function asShown(face: LabelledFace, { mirrored }: Calibration): LabelledFace {
  return mirrored ? face : { ...face, views: face.views.slice(0, 1) };
}

/** The correction of the best likelihood. @param otherwise what stands where there are no answers */
function correctionOf(answers: readonly statistics.Scored[], otherwise = NONE): Correction {
  if (answers.length === 0) return otherwise;
  const all = answers.map(({ truth, scores }) => ({
    truth: scores[truth],
    probabilities: EMOTIONS.map((emotion) => scores[emotion]),
  }));
  const loss = (correction: Correction): number =>
    all.reduce((sum, { truth, probabilities }) => {
      const total = probabilities.reduce((sum, one) => sum + correctedWeight(one, correction), 0);
      return sum - Math.log(Math.max(1e-12, correctedWeight(truth, correction) / total));
    }, 0);
  const at = (floor: number): Correction => ({
    floor: rounded(floor),
    temperature: rounded(lowest([0.2, 5], 0.005, (temperature) => loss({ floor, temperature }))),
  });
  const [none, best] = [at(0), at(lowest([0, 0.06], 0.002, (floor) => loss(at(floor))))];
  return loss(none) <= loss(best) ? none : best;
}

/** Where a function with one valley is lowest: golden-section search (Kiefer 1953). */
function lowest([from, to]: readonly [number, number], within: number, of: (x: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [of(left), of(right)];
  while (high - low > within)
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = of(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = of(right);
    }
  return (low + high) / 2;
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

/** The least confidence from which on readings are right often enough; 1 where none is. */
function sureFrom(answers: readonly statistics.Scored[]): number {
  const judged = answers.map(({ truth, scores }) => {
    const leading = statistics.leading(scores);
    return { confidence: scores[leading], right: leading === truth };
  });
  const thresholds = Array.from({ length: 160 }, (_, step) => 0.2 + step * 0.005);
  const from = thresholds.find((threshold) => {
    const sure = judged.filter(({ confidence }) => confidence >= threshold);
    return statistics.shareOf(sure, ({ right }) => right) >= RIGHT_WHEN_SURE;
  });
  return Number((from ?? 1).toFixed(3));
}
