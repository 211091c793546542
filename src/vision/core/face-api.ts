import type * as tfjs from '@tensorflow/tfjs';
import type * as faceapi from '@vladmandic/face-api';

import type { EngineName } from '../../domain/engine.ts';
import type { FerNet } from './fernet.ts';

export type FaceApi = typeof faceapi;
export type Tensorflow = typeof tfjs;

/** An RGB photo as the nets take it: `[height, width, 3]`, values 0–255. */
export type PhotoTensor = tfjs.Tensor3D;

/** The nets that come with Moodring, as `models/` describes them. */
export interface Nets {
  /** Proposes faces in views of a photo. */
  readonly blazeface: tfjs.GraphModel;
  /** Tells faces from what BlazeFace takes for some. */
  readonly faceOrNot: tfjs.GraphModel;
  /** Reads the emotion in a face. */
  readonly fernet: FerNet;
}

/** TensorFlow.js on its chosen backend, and face-api bound to that same TensorFlow.js, all with their weights loaded. */
export interface Engine {
  readonly name: EngineName;
  readonly tf: Tensorflow;
  readonly faceapi: FaceApi;
  readonly nets: Nets;
}

/** The face-api nets that reading a photo needs. */
export const NETS = ['faceExpressionNet'] as const;
