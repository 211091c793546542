import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as tf from '@tensorflow/tfjs';
import { z } from 'zod';

import { MODELS } from './models.ts';

const modelShape = z.object({
  modelTopology: z.object({}).loose(),
  weightsManifest: z.array(
    z.object({
      paths: z.array(z.string()),
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.int()),
          dtype: z.enum(['float32', 'int32', 'bool', 'string', 'complex64']),
          quantization: z
            .object({
              dtype: z.enum(['uint8', 'uint16', 'float16']),
              scale: z.number().optional(),
              min: z.number().optional(),
            })
            .optional(),
        }),
      ),
    }),
  ),
});

/** Loads `models/NAME`, a tfjs graph model, on the backend that is set. */
export async function loadNet(name: string, models = MODELS): Promise<tf.GraphModel> {
  const folder = join(models, name);
  const { modelTopology, weightsManifest } = modelShape.parse(
    JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')),
  );
  const files = weightsManifest.flatMap(({ paths }) => paths);
  const bytes = Buffer.concat(await Promise.all(files.map((file) => readFile(join(folder, file)))));
  const artifacts = {
    modelTopology,
    weightSpecs: weightsManifest.flatMap(({ weights }) => weights),
    weightData: new Uint8Array(bytes).buffer,
  };
  return tf.loadGraphModel(tf.io.fromMemory(artifacts));
}
