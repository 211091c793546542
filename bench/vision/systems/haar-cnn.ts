import { readFile } from 'node:fs/promises';

import cv from '@techstark/opencv-js';
import type { Sequential } from '@tensorflow/tfjs';

import { z } from 'zod';

import type { System } from '../system.ts';
import { decode, type Pixels } from './decode.ts';
import { startTensorflow } from './tensorflow.ts';

/** Side of the square that the CNN looks at, in pixels. */
const SIDE = 48;

/** How the seeds call the cascade: each size 1.3 times the last, five neighbours for a face. */
const SCALE_FACTOR = 1.3;
const MIN_NEIGHBORS = 5;

/** Asked for at once: OpenCV says so only to whom it finds waiting. */
const opencvReady = new Promise<void>((done) => (cv.onRuntimeInitialized = done));

/** OpenCV's COLOR_RGB2GRAY; its types leave the number open. */
const RGB_TO_GREY = 7;

/**
 * The seeds' way: a Haar cascade on the grey photo, and a small CNN on the largest face. The CNN has the shape of theirs
 * and random weights, so it has a time and no accuracy.
 * @param cascade the path of OpenCV's `haarcascade_frontalface_default.xml`
 */
export async function startHaarCnn(cascade: string): Promise<System> {
  const tf = await startTensorflow('wasm');
  await opencvReady;
  cv.FS_createDataFile('/', 'face.xml', await readFile(cascade), true, false, false);
  const classifier = new cv.CascadeClassifier();
  classifier.load('face.xml');
  const cnn = smallCnn(tf);
  const probabilities = (pixels: Uint8Array): Promise<unknown> => {
    const answer = tf.tidy(() => cnn.predict(tf.tensor4d(pixels, [1, SIDE, SIDE, 1], 'int32').div(255)));
    return Promise.all([answer].flat().map((tensor) => tensor.data())).finally(() => tf.dispose(answer));
  };
  return {
    read: async (bytes) => {
      const face = largestFace(classifier, await decode(bytes));
      if (face) await probabilities(face);
      return { found: face !== undefined };
    },
    net: () => probabilities(new Uint8Array(SIDE * SIDE)),
  };
}

/** The grey pixels of the largest face, `SIDE × SIDE`. */
function largestFace(
  classifier: cv.CascadeClassifier,
  { data, width, height }: Pixels,
): Uint8Array | undefined {
  const photo = new cv.Mat(height, width, cv.CV_8UC3);
  const grey = new cv.Mat();
  const boxes = new cv.RectVector();
  const crop = new cv.Mat();
  try {
    bytesOf(photo).set(data);
    cv.cvtColor(photo, grey, RGB_TO_GREY);
    classifier.detectMultiScale(grey, boxes, SCALE_FACTOR, MIN_NEIGHBORS);
    const [largest] = Array.from({ length: boxes.size() }, (_, index) => boxes.get(index)).sort(
      (a, b) => b.width - a.width,
    );
    if (!largest) return undefined;
    const face = grey.roi(largest);
    cv.resize(face, crop, new cv.Size(SIDE, SIDE));
    face.delete();
    return Uint8Array.from(bytesOf(crop));
  } finally {
    for (const each of [photo, grey, boxes, crop]) each.delete();
  }
}

/** A view of what an 8-bit matrix holds; OpenCV's types leave it open. */
function bytesOf(matrix: cv.Mat): Uint8Array {
  return z.instanceof(Uint8Array).parse(matrix.data);
}

/** Convolutions of 32, 64, 128 and 128 filters with pooling and dropout, and a dense layer of 1,024: 2.3 M parameters. */
function smallCnn({ sequential, layers }: Awaited<ReturnType<typeof startTensorflow>>): Sequential {
  const convolution = (filters: number) => layers.conv2d({ filters, kernelSize: 3, activation: 'relu' });
  const pooling = () => layers.maxPooling2d({ poolSize: 2 });
  return sequential({
    layers: [
      layers.inputLayer({ inputShape: [SIDE, SIDE, 1] }),
      convolution(32),
      convolution(64),
      pooling(),
      layers.dropout({ rate: 0.25 }),
      convolution(128),
      pooling(),
      convolution(128),
      pooling(),
      layers.dropout({ rate: 0.25 }),
      layers.flatten(),
      layers.dense({ units: 1024, activation: 'relu' }),
      layers.dropout({ rate: 0.5 }),
      layers.dense({ units: 7, activation: 'softmax' }),
    ],
  });
}
