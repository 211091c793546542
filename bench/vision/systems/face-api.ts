import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import * as faceapi from '@vladmandic/face-api/dist/face-api.node-wasm.js';

import type { EngineName } from '../../../src/domain/engine.ts';
import type { System } from '../system.ts';
import { decode } from './decode.ts';
import { startTensorflow } from './tensorflow.ts';

const WEIGHTS = join(
  dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'model',
);

/** Side of the square that the expression net looks at, in pixels. */
const CROP_SIDE = 112;

/** The detectors of its tutorial. At 0.4 both find more faces than at their default of 0.5, for a few more false alarms. */
const DETECTORS = {
  tiny: {
    net: faceapi.nets.tinyFaceDetector,
    options: new faceapi.TinyFaceDetectorOptions({ inputSize: 416, scoreThreshold: 0.4 }),
  },
  ssd: {
    net: faceapi.nets.ssdMobilenetv1,
    options: new faceapi.SsdMobilenetv1Options({ minConfidence: 0.4 }),
  },
};

/** face-api's own chain as its tutorial shows it for a single face: detector, 68 landmarks, expressions. */
export async function startFaceApi(engine: EngineName, detector: keyof typeof DETECTORS): Promise<System> {
  const tf = await startTensorflow(engine);
  const { net, options } = DETECTORS[detector];
  const { faceLandmark68Net, faceExpressionNet } = faceapi.nets;
  for (const each of [net, faceLandmark68Net, faceExpressionNet]) await each.loadFromDisk(WEIGHTS);
  const crop = tf.randomUniform([CROP_SIDE, CROP_SIDE, 3], 0, 255).as3D(CROP_SIDE, CROP_SIDE, 3);
  return {
    read: async (bytes) => {
      const { data, width, height } = await decode(bytes);
      const photo = tf.tensor3d(data, [height, width, 3], 'int32');
      try {
        const face = await faceapi.detectSingleFace(photo, options).withFaceLandmarks().withFaceExpressions();
        if (!face) return { found: false };
        const { angry, disgusted, fearful, happy, sad, surprised, neutral } = face.expressions;
        return {
          found: true,
          emotions: { angry, disgust: disgusted, fear: fearful, happy, sad, surprise: surprised, neutral },
        };
      } finally {
        photo.dispose();
      }
    },
    net: () => faceExpressionNet.predictExpressions(crop),
  };
}
