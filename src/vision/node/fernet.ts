import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Calibration, calibrationShape } from '../core/calibration.ts';
import { answerShape, type FerNet } from '../core/fernet.ts';
import { loadNet, MODELS } from './nets.ts';

/** Where FERNet's weights, its calibration and its card stand. */
export const FERNET = join(MODELS, 'fernet');

/** Loads FERNet on the backend that is set. */
export async function loadFerNet(): Promise<FerNet> {
  const [graph, calibration, answer] = await Promise.all([
    loadNet('fernet'),
    readCalibration(),
    readFile(join(FERNET, 'answer.json'), 'utf8'),
  ]);
  return { graph, calibration, answer: answerShape.parse(JSON.parse(answer)) };
}

async function readCalibration(): Promise<Calibration> {
  return calibrationShape.parse(JSON.parse(await readFile(join(FERNET, 'calibration.json'), 'utf8')));
}
