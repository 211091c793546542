import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { EMOTIONS } from '../../../src/domain/emotion.ts';
import type { System } from '../system.ts';
import { decode } from './decode.ts';
import { startTensorflow, WASM_FOLDER } from './tensorflow.ts';

// Its package names no way to its WebAssembly build for Node, so that only a path gets there.
import human from '../../../node_modules/@vladmandic/human/dist/human.node-wasm.js';

const MODELS = fileURLToPath(new URL('../models', import.meta.resolve('@vladmandic/human')));

const address = z.union([z.string(), z.instanceof(URL)]);

/**
 * Human with its defaults for the detector and the emotion net, and all else switched off, as its README advises for
 * speed. Nothing is cached from one photo to the next.
 */
export async function startHuman(): Promise<System> {
  const tf = await startTensorflow('wasm');
  // In Node its WebAssembly build loads its weights by HTTP alone.
  globalThis.fetch = async (url) =>
    new Response(await readFile(join(MODELS, basename(new URL(address.parse(url)).pathname))));
  const reader = new human.Human({
    backend: 'wasm',
    wasmPath: WASM_FOLDER,
    modelBasePath: 'http://localhost/models/',
    cacheSensitivity: 0,
    filter: { enabled: false },
    face: {
      enabled: true,
      mesh: { enabled: false },
      iris: { enabled: false },
      description: { enabled: false },
      emotion: { enabled: true, minConfidence: 0 },
    },
    body: { enabled: false },
    hand: { enabled: false },
    object: { enabled: false },
    gesture: { enabled: false },
  });
  await reader.load();
  return {
    read: async (bytes) => {
      const { data, width, height } = await decode(bytes);
      const photo = tf.tensor3d(data, [height, width, 3], 'int32');
      try {
        const [face] = (await reader.detect(photo)).face;
        if (!face) return { found: false };
        const scoreOf = (name: string): number =>
          face.emotion?.find(({ emotion }) => emotion === name)?.score ?? 0;
        return { found: true, emotions: Object.fromEntries(EMOTIONS.map((name) => [name, scoreOf(name)])) };
      } finally {
        photo.dispose();
      }
    },
  };
}
