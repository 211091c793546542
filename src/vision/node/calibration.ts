import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Calibration, calibrationShape } from '../core/calibration.ts';
import { MODELS } from './models.ts';

/** How what FERNet says becomes probabilities, as it ships with the net. */
export async function readCalibration(): Promise<Calibration> {
  return calibrationShape.parse(
    JSON.parse(await readFile(join(MODELS, 'fernet', 'calibration.json'), 'utf8')),
  );
}
