import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { answerShape, type FerNet } from '../core/fernet.ts';
import { readCalibration } from './calibration.ts';
import { MODELS } from './models.ts';
import { loadNet } from './nets.ts';

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
