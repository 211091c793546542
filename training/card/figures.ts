import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import {
  emotionContract,
  facesContract,
  mixesContract,
  photosContract,
  stepsContract,
} from '../../src/cli/contract.ts';
import { FERNET } from '../../src/vision/node/fernet.ts';

const storageShape = z.record(
  z.string(),
  z.object({ accuracy: z.number(), ferplus: z.number(), nll: z.number() }),
);

const modelShape = z.object({
  weightsManifest: z.array(
    z.object({ weights: z.array(z.object({ shape: z.array(z.number()), dtype: z.string() })) }),
  ),
});

/** What was measured of the net that ships: each file is what a program printed. */
export interface Figures {
  readonly emotion: z.infer<typeof emotionContract>;
  /** Where they were measured too. */
  readonly posed: z.infer<typeof photosContract> | undefined;
  readonly faces: z.infer<typeof facesContract> | undefined;
  readonly posedMixes: z.infer<typeof mixesContract> | undefined;
  readonly happySadMixes: z.infer<typeof mixesContract> | undefined;
  readonly posedSteps: z.infer<typeof stepsContract> | undefined;
  readonly happySadSteps: z.infer<typeof stepsContract> | undefined;
  /** In percent, by how the weights are stored. */
  readonly storage: z.infer<typeof storageShape> | undefined;
  readonly parameters: number;
  readonly bytes: number;
}

/** Reads `models/fernet/figures`. */
export async function readFigures(): Promise<Figures> {
  const model = modelShape.parse(JSON.parse(await readFile(join(FERNET, 'model.json'), 'utf8')));
  const weights = model.weightsManifest.flatMap((group) => group.weights);
  return {
    emotion: emotionContract.parse(JSON.parse(await readFile(join(FERNET, 'figures/emotion.json'), 'utf8'))),
    posed: await optional('posed', photosContract),
    faces: await optional('faces', facesContract),
    posedMixes: await optional('mixes-posed', mixesContract),
    happySadMixes: await optional('mixes-happy_sad', mixesContract),
    posedSteps: await optional('steps-posed', stepsContract),
    happySadSteps: await optional('steps-happy_sad', stepsContract),
    storage: await optional('storage', storageShape),
    parameters: weights
      .filter(({ dtype }) => dtype === 'float32')
      .reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0),
    bytes: (await readFile(join(FERNET, 'weights.bin'))).length,
  };
}

/** The card's words, with blanks for figures: `{{name}}`. */
export function readTemplate(): Promise<string> {
  return readFile(join(import.meta.dirname, 'template.md'), 'utf8');
}

async function optional<T>(name: string, shape: z.ZodType<T>): Promise<T | undefined> {
  const file = join(FERNET, 'figures', `${name}.json`);
  return existsSync(file) ? shape.parse(JSON.parse(await readFile(file, 'utf8'))) : undefined;
}
