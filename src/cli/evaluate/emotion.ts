import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { z } from 'zod';

import type { EmotionScores } from '../../domain/emotion.ts';
import { MoodringError } from '../../errors.ts';
import { readSettings } from '../../settings.ts';
import { type Calibration, HEADS, headScores, isSure, shownScores } from '../../vision/core/calibration.ts';
import { usableEngines } from '../../vision/node/choose-engine.ts';
import { startEngine } from '../../vision/node/engine.ts';
import { FERNET } from '../../vision/node/fernet.ts';
import type { emotionContract } from '../contract.ts';
import type { Outcome } from '../program.ts';
import { crossValidate, fit } from './fit.ts';
import { type LabelledFace, readLabelledFaces } from './labelled-faces.ts';
import * as statistics from './statistics.ts';

type EmotionJson = z.infer<typeof emotionContract>;
type Result = EmotionJson['results'][number];

/** Whether to fit the calibration on the first engine's answers, and whether to keep it for the bot. */
export interface Fitting {
  readonly fit: boolean;
  readonly write: boolean;
}

/** The shipped net on labelled faces, on every engine that runs here. */
export async function evaluateEmotion(
  folder: string,
  split: string,
  fitting: Fitting,
): Promise<Outcome<EmotionJson>> {
  const read: { engine: Result['engine']; faces: readonly LabelledFace[] }[] = [];
  let calibration: Calibration | undefined;
  for (const name of await usableEngines(readSettings().engine)) {
    const engine = await startEngine(name);
    const faces = await readLabelledFaces(engine, folder, split);
    if (faces.length === 0)
      throw new MoodringError('file-unreadable', { file: `${basename(folder)} (split ${split})` });
    read.push({ engine: name, faces });
    calibration ??= engine.nets.fernet.calibration;
  }
  const [first] = read;
  if (!first || !calibration) throw new MoodringError('failed', {}, 'no engine runs here');
  const fitted = fitting.fit
    ? { calibration: fit(first.faces, calibration), heldOut: crossValidate(first.faces, calibration) }
    : undefined;
  if (fitted && fitting.write) await keep(fitted.calibration);
  const inForce = fitted?.calibration ?? calibration;
  const json: EmotionJson = {
    model: { sha256: await hashOfWeights() },
    n: first.faces.length,
    results: read.flatMap(({ engine, faces }) =>
      resultsOf(faces, inForce).map((one) => ({ engine, ...one })),
    ),
    calibration: inForce,
    ...(fitted ? { fit: fitted } : {}),
  };
  return { json, text: `${JSON.stringify(json, null, 2)}\n` };
}

/** SHA-256 of the weights that ship, in hexadecimal. */
export async function hashOfWeights(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(join(FERNET, 'weights.bin')))
    .digest('hex');
}

async function keep(calibration: Calibration): Promise<void> {
  await writeFile(join(FERNET, 'calibration.json'), `${JSON.stringify(calibration, null, 2)}\n`);
}

/** Figures of each head and of what people see, of one view and of both. */
function resultsOf(faces: readonly LabelledFace[], calibration: Calibration): Omit<Result, 'engine'>[] {
  return [1, 2].flatMap((views) =>
    [...HEADS, 'shown' as const].map((head) => ({
      head: views === 1 ? head : `${head}+flip`,
      ...figuresOf(
        faces.map((face) => {
          const seen = { ...face, views: face.views.slice(0, views) };
          const scores =
            head === 'shown'
              ? shownScores(seen, calibration)
              : headScores(seen, head, calibration.corrections);
          return { ...face, scores };
        }),
        calibration,
      ),
    })),
  );
}

function figuresOf(
  faces: readonly (LabelledFace & { readonly scores: EmotionScores })[],
  calibration: Calibration,
): Omit<Result, 'head' | 'engine'> {
  const accuracy = statistics.accuracy(faces);
  const leakFree = faces.filter(({ twin }) => !twin);
  const voted = faces.flatMap(({ voted, scores }) => (voted ? [{ truth: voted, scores }] : []));
  const sure = faces.filter(({ scores }) => isSure(scores, calibration));
  return {
    accuracy,
    interval: statistics.interval(accuracy, faces.length),
    leakFree: { n: leakFree.length, accuracy: statistics.accuracy(leakFree) },
    macroF1: statistics.macroF1(faces),
    recall: statistics.recall(faces),
    happySad: statistics.happyAgainstSad(faces),
    ece: statistics.calibrationError(faces),
    nll: statistics.negativeLogLikelihood(faces),
    reliability: [...statistics.reliability(faces)],
    confusion: statistics.confusion(faces),
    ferplus: {
      n: voted.length,
      accuracy: statistics.accuracy(voted),
      ece: statistics.calibrationError(voted),
      reliability: [...statistics.reliability(voted)],
    },
    sureShare: sure.length / faces.length,
    accuracyWhenSure: statistics.accuracy(sure),
  };
}
