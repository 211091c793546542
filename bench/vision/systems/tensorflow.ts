import { createRequire } from 'node:module';
import { dirname } from 'node:path';

import * as tf from '@tensorflow/tfjs';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

import type { EngineName } from '../../../src/domain/engine.ts';
import { loadNative, NATIVE_BACKEND, setUpNative } from '../../../src/vision/node/native.ts';

/** Where the WebAssembly of TensorFlow.js lies. */
export const WASM_FOLDER = `${dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'))}/`;

/** Starts TensorFlow.js for a peer, on the same build of the engine that ours runs on, with one thread. */
export async function startTensorflow(engine: EngineName): Promise<typeof tf> {
  if (engine === 'wasm') {
    setWasmPaths(WASM_FOLDER);
    setThreadsCount(1);
  } else {
    setUpNative(1);
    loadNative();
  }
  const backend = engine === 'wasm' ? 'wasm' : NATIVE_BACKEND;
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js did not start on ${backend}`);
  await tf.ready();
  return tf;
}
