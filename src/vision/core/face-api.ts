import type * as tfjs from '@tensorflow/tfjs';
import type * as faceapi from '@vladmandic/face-api';

import type { EngineName } from '../../domain/engine.ts';

export type FaceApi = typeof faceapi;
export type Tensorflow = typeof tfjs;

/** An RGB photo as the nets take it: `[height, width, 3]`, values 0–255. */
export type PhotoTensor = tfjs.Tensor3D;

/** TensorFlow.js on its chosen backend, and face-api bound to that same TensorFlow.js with its weights loaded. */
export interface Engine {
  readonly name: EngineName;
  readonly tf: Tensorflow;
  readonly faceapi: FaceApi;
}

/** The face-api nets that reading a photo needs. */
export const NETS = ['tinyFaceDetector', 'ssdMobilenetv1', 'faceLandmark68Net', 'faceExpressionNet'] as const;
