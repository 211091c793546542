import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as faceapi from '@vladmandic/face-api/dist/face-api.esm-nobundle.js';
import type { z } from 'zod';

import { calibrationShape } from '../../../vision/core/calibration.ts';
import { type Engine, NETS } from '../../../vision/core/face-api.ts';
import { answerShape } from '../../../vision/core/fernet.ts';
import { selfTest } from '../../../vision/core/self-test.ts';

/**
 * Starts TensorFlow.js on WebAssembly with SIMD in this worker, loads the nets, and tests that they compute what they
 * should.
 * @param base the address of the folder with the nets, with a slash at its end
 * @throws Error if the browser has no SIMD, something does not load, or the nets compute something else
 */
export async function startEngine(base: string): Promise<Engine> {
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('no SIMD');
  setWasmPaths(base);
  if (!(await tf.setBackend('wasm'))) throw new Error('no WebAssembly');
  await tf.ready();
  tellFaceApi();
  const [blazeface, faceOrNot, graph, calibration, answer] = await Promise.all([
    tf.loadGraphModel(`${base}blazeface/model.json`),
    tf.loadGraphModel(`${base}face-or-not/model.json`),
    tf.loadGraphModel(`${base}fernet/model.json`),
    fetchJson(`${base}fernet/calibration.json`, calibrationShape),
    fetchJson(`${base}fernet/answer.json`, answerShape),
    ...NETS.map((net) => faceapi.nets[net].loadFromUri(`${base}face-api`)),
  ]);
  const nets = { blazeface, faceOrNot, fernet: { graph, calibration, answer } };
  const engine: Engine = { name: 'wasm', tf, faceapi, nets };
  await selfTest(engine);
  return engine;
}

/**
 * face-api finds out by itself what a page has, or Node, but not a worker: it asks of whatever it is given whether that
 * is an image, a canvas or a film, and none of them is there.
 */
function tellFaceApi(): void {
  const none = (): never => {
    throw new Error('a worker has no elements and no files');
  };
  // Nothing is an instance of it: what is read are tensors.
  const Nothing = WeakMap;
  faceapi.env.setEnv({
    Canvas: Nothing,
    CanvasRenderingContext2D: Nothing,
    Image: Nothing,
    ImageData: Nothing,
    Video: Nothing,
    createCanvasElement: none,
    createImageElement: none,
    createVideoElement: none,
    readFile: none,
    fetch: (url, init) => fetch(url, init),
  });
}

async function fetchJson<T>(url: string, shape: z.ZodType<T>): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return shape.parse(await response.json());
}
