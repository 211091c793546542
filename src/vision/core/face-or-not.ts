import type { Photo } from '../../domain/reading.ts';
import { cropFace, type FaceCrop } from './crop.ts';
import type { Engine } from './face-api.ts';
import { FACE_SIDE, standardised } from './fernet.ts';

/**
 * Logistic regression on held-out proposals gives detector and net about 0.8 : 1. Here the detector counts for more: it
 * sees hair, ears and shoulders around a face behind a hand, which looks little like one to the net.
 */
const WEIGHTS = { detector: 1.5, net: 1, bias: -2.7 };

/**
 * How much each crop looks like a face, all in one forward pass: a logit, above 0 rather a face. The net learned it from
 * faces, from what BlazeFace takes for some, and from faces cut wrongly (`models/face-or-not`).
 */
export async function faceLogits(
  { tf, nets }: Engine,
  photo: Photo,
  crops: readonly FaceCrop[],
): Promise<readonly number[]> {
  if (crops.length === 0) return [];
  const pictures = standardised(crops.map((crop) => cropFace(photo, crop, FACE_SIDE)));
  const logits = tf.tidy(() => {
    const batch = tf.tensor4d(pictures, [crops.length, FACE_SIDE, FACE_SIDE, 1]);
    return [nets.faceOrNot.execute({ face: batch }, 'logit')].flat();
  });
  try {
    return Array.from((await logits[0]?.data()) ?? []);
  } finally {
    tf.dispose(logits);
  }
}

/**
 * How certain it is that a proposal is a face, in [0, 1]: what the detector thinks of its surroundings and what the net
 * thinks of its crop.
 * @param score the detector's, in (0, 1)
 * @param logit the net's
 */
export function certaintyOf(score: number, logit: number): number {
  const evidence = WEIGHTS.detector * Math.log(score / (1 - score)) + WEIGHTS.net * logit + WEIGHTS.bias;
  return 1 / (1 + Math.exp(-evidence));
}
