import { basename } from 'node:path';

import type { z } from 'zod';

import type { EmotionScores } from '../../domain/emotion.ts';
import type { Photo } from '../../domain/reading.ts';
import { MoodringError } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import { headScores } from '../../vision/core/calibration.ts';
import { cropFace, type FaceCrop } from '../../vision/core/crop.ts';
import type { Engine } from '../../vision/core/face-api.ts';
import { FACE_SIDE, lookAt, mirrored } from '../../vision/core/fernet.ts';
import { chooseEngine } from '../../vision/node/choose-engine.ts';
import { startEngine } from '../../vision/node/engine.ts';
import type { stepsContract } from '../contract.ts';
import { type Outcome } from '../program.ts';
import { largestFaceIn } from './largest-face.ts';
import { photoFigures, type ReadPhoto } from './photo-figures.ts';
import { labelledPhotos } from './photo-files.ts';

type StepsJson = z.infer<typeof stepsContract>;

/** A way to prepare a face for FERNet. */
interface Step {
  readonly name: string;
  readonly cut?: (crop: FaceCrop) => FaceCrop;
  readonly retouch?: (face: Float32Array) => Float32Array;
}

const sized = (times: number): Step => ({
  name: `crop × ${times}`,
  cut: (crop) => ({ ...crop, side: crop.side * times }),
});

const STEPS: readonly Step[] = [
  { name: 'as shipped' },
  ...[0.8, 0.9, 0.95, 1.05, 1.1, 1.25].map(sized),
  { name: 'not turned upright', cut: (crop) => ({ ...crop, tilt: 0 }) },
  { name: 'histogram equalised', retouch: equalised },
  { name: 'noise removed (median of 3 × 3)', retouch: median },
];

/**
 * What each step of preparing a face is worth to the labels head (both views), on folders of photos named by emotion, or
 * on the photos that a `one_face.csv` lists. The net is the one that ships, so a step it was trained with has an advantage.
 */
export async function evaluateSteps(folder: string): Promise<Outcome<StepsJson>> {
  const engine = await startEngine((await chooseEngine(readSettings().engine)).name);
  const read = STEPS.map((): ReadPhoto[] => []);
  for (const { truth, file } of await labelledPhotos(folder)) {
    const face = await largestFaceIn(engine, file);
    for (const [index, step] of STEPS.entries())
      read[index]?.push({ truth, scores: face && (await scoresAfter(engine, face, step)) });
  }
  if (read[0]?.length === 0) throw new MoodringError('file-unreadable', { file: basename(folder) });
  const rows = STEPS.map(({ name }, index) => {
    const { accuracy, balancedAccuracy, happySad } = photoFigures(read[index] ?? []);
    return { step: name, accuracy, balancedAccuracy, happySad };
  });
  const percent = (share: number): string => (100 * share).toFixed(1).padStart(10);
  const lines = rows.map(
    ({ step, ...figures }) => `${step.padEnd(34)}${Object.values(figures).map(percent).join('')}\n`,
  );
  return {
    json: { n: read[0]?.length ?? 0, rows },
    text: `${''.padEnd(34)}     right  balanced happy/sad\n${lines.join('')}`,
  };
}

async function scoresAfter(
  { tf, nets: { fernet } }: Engine,
  { photo, crop }: { readonly photo: Photo; readonly crop: FaceCrop },
  { cut = (same) => same, retouch = (same) => same }: Step,
): Promise<EmotionScores> {
  const face = retouch(cropFace(photo, cut(crop), FACE_SIDE));
  const views = await lookAt(tf, fernet, [face, mirrored(face)]);
  return headScores({ views }, 'labels', fernet.calibration.corrections);
}

/** Each grey by its rank among all greys of the face, so that all are equally frequent. */
function equalised(face: Float32Array): Float32Array {
  const sorted = face.toSorted();
  const rank = new Map([...sorted].map((grey, index) => [grey, index]));
  return face.map((grey) => (255 * (rank.get(grey) ?? 0)) / face.length);
}

/** Each pixel becomes the middle one of itself and its eight neighbours. */
function median(face: Float32Array): Float32Array {
  const last = FACE_SIDE - 1;
  const at = (row: number, column: number): number =>
    face[Math.min(last, Math.max(0, row)) * FACE_SIDE + Math.min(last, Math.max(0, column))] ?? 0;
  return face.map((_, index) => {
    const [row, column] = [Math.floor(index / FACE_SIDE), index % FACE_SIDE];
    const around = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => at(row + down, column + right)));
    return around.sort((a, b) => a - b)[4] ?? 0;
  });
}
