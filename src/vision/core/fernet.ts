import type * as tfjs from '@tensorflow/tfjs';
import * as z from 'zod';

import { EMOTIONS } from '../../domain/emotion.ts';
import { type Calibration, HEADS, type HeadLogits } from './calibration.ts';
import type { Tensorflow } from './face-api.ts';

/** Side of the square picture of a face that FERNet looks at, in pixels. */
export const FACE_SIDE = 48;

const logits = z.array(z.number()).length(EMOTIONS.length);

/** The shape of `answer.json`: what PyTorch says of the self-test's pattern, written when the net was exported. */
export const answerShape = z.object({ labels: logits, votes: logits });

/** The emotion net as it ships in `models/fernet`; its card tells how it came to be and what it reaches. */
export interface FerNet {
  /** Faces `[N, 48, 48, 1]` of mean 0 and deviation 1 in, logits `labels` and `votes` `[N, 7]` out. */
  readonly graph: tfjs.GraphModel;
  readonly calibration: Calibration;
  /** What it must say of the self-test's pattern. */
  readonly answer: HeadLogits;
}

/** What FERNet says of pictures of faces, 48 × 48 grey values each of any range, in one batch. */
export async function lookAt(
  tf: Tensorflow,
  { graph }: FerNet,
  faces: readonly Float32Array[],
): Promise<readonly HeadLogits[]> {
  if (faces.length === 0) return [];
  const batch = tf.tensor4d(standardised(faces), [faces.length, FACE_SIDE, FACE_SIDE, 1]);
  const heads = [graph.execute({ face: batch }, [...HEADS])].flat();
  try {
    const [labels, votes] = await Promise.all(heads.map((head) => head.data()));
    return faces.map((_, index) => ({ labels: rowOf(labels, index), votes: rowOf(votes, index) }));
  } finally {
    tf.dispose([batch, ...heads]);
  }
}

/** The picture as a mirror shows it. */
export function mirrored(face: Float32Array): Float32Array {
  return face.map((_, at) => face[at - (at % FACE_SIDE) + FACE_SIDE - 1 - (at % FACE_SIDE)] ?? 0);
}

/** Each face to mean 0 and deviation 1, one after the other; the same as `standardise` in training/augment.py. */
export function standardised(faces: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(faces.length * FACE_SIDE ** 2);
  for (const [index, face] of faces.entries()) {
    const mean = face.reduce((sum, value) => sum + value, 0) / face.length;
    const variance = face.reduce((sum, value) => sum + (value - mean) ** 2, 0) / face.length;
    // A face of one flat colour has no deviation to divide by.
    const deviation = Math.max(Math.sqrt(variance), 1e-3);
    all.set(
      face.map((value) => (value - mean) / deviation),
      index * FACE_SIDE ** 2,
    );
  }
  return all;
}

function rowOf(logits: ArrayLike<number> | undefined, index: number): readonly number[] {
  return EMOTIONS.map((_, column) => logits?.[index * EMOTIONS.length + column] ?? NaN);
}
