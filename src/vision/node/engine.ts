import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';

import { type Engine, NETS } from '../core/face-api.ts';

const require = createRequire(import.meta.url);

/** Where the face-api package keeps its weights. */
export const FACE_API_WEIGHTS = join(dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');

/**
 * Starts TensorFlow.js on its WebAssembly backend (SIMD where the processor has it) and loads face-api's nets.
 * Never falls back to the plain CPU backend, which takes seconds a photo.
 */
export async function startEngine(): Promise<Engine> {
  setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  if (!(await tf.setBackend('wasm')))
    throw new Error('the WebAssembly backend of TensorFlow.js did not start');
  await tf.ready();
  await Promise.all(NETS.map((net) => faceapi.nets[net].loadFromDisk(FACE_API_WEIGHTS)));
  return { tf, faceapi };
}
