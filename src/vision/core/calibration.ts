import * as z from 'zod';

import { EMOTIONS, type EmotionScores, emotionScores, ranked } from '../../domain/emotion.ts';

/** FERNet's heads: what FER-2013's label would be, and how FER+ voters would spread. */
export const HEADS = ['labels', 'votes'] as const;

export type Head = (typeof HEADS)[number];

/** What the heads say of one picture of a face: seven logits each, in the order of `EMOTIONS`. */
export type HeadLogits = Readonly<Record<Head, readonly number[]>>;

/** All that was said of one face. */
export interface SeenFace {
  /** FERNet's: of the face as it is, and perhaps as a mirror shows it. */
  readonly views: readonly HeadLogits[];
  /** What face-api's expression net claims, where it was asked. */
  readonly expressions?: EmotionScores | undefined;
}

const share = z.number().min(0).max(1);
const correction = z.object({ floor: share, temperature: z.number().positive() });

/**
 * How what was said of a face becomes the probabilities people see. `npm run evaluate -- emotion --sheets DIR --fit
 * --write` fits corrections and threshold; the rest is chosen by hand on photos (`npm run evaluate -- mixes DIR`).
 */
export const calibrationShape = z.object({
  /** Whether a face is looked at twice, the second time in a mirror. */
  mirrored: z.boolean(),
  /** What each head, and face-api's expression net, count for in what is shown. */
  shares: z
    .object({ labels: share, votes: share, expressions: share })
    .refine(({ labels, votes, expressions }) => Math.abs(labels + votes + expressions - 1) < 1e-9),
  /** What makes each of them, and last of all their mix, mean what it says. */
  corrections: z.object({
    labels: correction,
    votes: correction,
    expressions: correction,
    shown: correction,
  }),
  /** The leading probability from which on a reading is sure. */
  sureFrom: share,
});

export type Calibration = z.infer<typeof calibrationShape>;
export type Shares = Calibration['shares'];
export type Correction = z.infer<typeof correction>;
export type Corrections = Calibration['corrections'];

/** Softmax. */
export function scoresOf(logits: readonly number[]): EmotionScores {
  const most = Math.max(...logits);
  return emotionScores((emotion) => Math.exp((logits[EMOTIONS.indexOf(emotion)] ?? 0) - most));
}

/** What is left of a probability below the floor, which must not become impossible. */
const LEFT_BELOW = 0.1;

/**
 * A net that learned from smoothed labels leaves something on every emotion (Szegedy et al. 2016): the floor takes it
 * away again. A temperature above 1 then makes what is left less confident, p^(1/T), scaled to sum to 1 (Guo et al.
 * 2017, "On Calibration of Modern Neural Networks"). The order of the emotions stays.
 */
export function corrected(scores: EmotionScores, correction: Correction): EmotionScores {
  return emotionScores((emotion) => correctedWeight(scores[emotion], correction));
}

/** One probability corrected, before all are scaled to sum to 1. */
export function correctedWeight(probability: number, { floor, temperature }: Correction): number {
  return Math.max(probability - floor, LEFT_BELOW * probability) ** (1 / temperature);
}

/** One head's calibrated answer: the mean over the views of a face. */
export function headScores(
  { views }: SeenFace,
  head: Head,
  corrections: Pick<Corrections, Head>,
): EmotionScores {
  return corrected(blend(views.map((view) => [1, scoresOf(view[head])])), corrections[head]);
}

/** The calibrated mix of all that was said: what people see. */
export function shownScores(
  face: SeenFace,
  { shares, corrections }: Pick<Calibration, 'shares' | 'corrections'>,
): EmotionScores {
  const heads = HEADS.map((head) => [shares[head], headScores(face, head, corrections)] as const);
  const claimed = face.expressions && corrected(face.expressions, corrections.expressions);
  const mix = blend(claimed ? [...heads, [shares.expressions, claimed]] : heads);
  return corrected(mix, corrections.shown);
}

/** Whether the leading emotion can be named without a "perhaps". */
export function isSure(scores: EmotionScores, { sureFrom }: Pick<Calibration, 'sureFrom'>): boolean {
  return (ranked(scores)[0]?.probability ?? 0) >= sureFrom;
}

/** The weighted mean of distributions. */
function blend(parts: readonly (readonly [weight: number, scores: EmotionScores])[]): EmotionScores {
  return emotionScores((emotion) =>
    parts.reduce((sum, [weight, scores]) => sum + weight * scores[emotion], 0),
  );
}
