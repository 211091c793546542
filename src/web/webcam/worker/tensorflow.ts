/** The parts of TensorFlow.js that nets run on: without those that train, load data, or draw on a graphics card. */
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js';

export * from '@tensorflow/tfjs-converter';
export * from '@tensorflow/tfjs-core';
