import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
// For both engines: face-api's builds differ in the TensorFlow.js they ask for, and tfjs-node joins this one.
import * as faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';

import type { EngineName } from '../../domain/engine.ts';
import { type Engine, NETS } from '../core/face-api.ts';
import { selfTest } from '../core/self-test.ts';
import { loadFerNet } from './fernet.ts';
import { FACE_API_WEIGHTS } from './models.ts';
import { loadNative, NATIVE_BACKEND, NATIVE_FOLDER, setUpNative } from './native.ts';
import { loadNet } from './nets.ts';

const require = createRequire(import.meta.url);

/**
 * Starts TensorFlow.js on one engine in this thread, loads face-api's nets and ours, and tests that they compute what they
 * should. Never falls back to the plain CPU backend, which takes seconds a photo.
 * @param folder where tfjs-node is installed
 * @throws Error if the engine does not start or computes something else
 */
export async function startEngine(name: EngineName, folder = NATIVE_FOLDER): Promise<Engine> {
  const backend = name === 'wasm' ? prepareWasm() : prepareNative(folder);
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js did not start on ${backend}`);
  await tf.ready();
  await Promise.all(NETS.map((net) => faceapi.nets[net].loadFromDisk(FACE_API_WEIGHTS)));
  const [blazeface, faceOrNot, fernet] = await Promise.all([
    loadNet('blazeface'),
    loadNet('face-or-not'),
    loadFerNet(),
  ]);
  const nets = { blazeface, faceOrNot, fernet };
  const engine = { name, tf, faceapi, nets };
  await selfTest(engine);
  return engine;
}

/** WebAssembly with SIMD where the processor has it. */
function prepareWasm(): string {
  setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
  return 'wasm';
}

function prepareNative(folder: string): string {
  setUpNative(1);
  loadNative(folder);
  return NATIVE_BACKEND;
}
