import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { onTestFinished } from 'vitest';

const TFJS = resolve(import.meta.dirname, '../../../node_modules/@tensorflow/tfjs');

/** The WebAssembly engine under the native one's name: computes what it should. */
export const RIGHT = `
  const tf = require('@tensorflow/tfjs');
  const start = tf.findBackendFactory('wasm');
  tf.copyRegisteredKernels('wasm', 'tensorflow');
  tf.registerBackend('tensorflow', async () => Object.assign(await start(), { binding: { TF_Version: '0.1.2' } }));
`;

/** The same, but for a kernel that does nothing where it should cut off what is negative. */
export const WRONG = `
  ${RIGHT}
  tf.unregisterKernel('Relu', 'tensorflow');
  tf.registerKernel({ ...tf.getKernel('Identity', 'wasm'), kernelName: 'Relu', backendName: 'tensorflow' });
`;

/** A folder with a tfjs-node whose module is this; removed after the test. */
export async function fakeNative(source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-native-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const packages = join(folder, 'node_modules', '@tensorflow');
  await mkdir(join(packages, 'tfjs-node'), { recursive: true });
  await writeFile(join(packages, 'tfjs-node', 'index.js'), source);
  await symlink(TFJS, join(packages, 'tfjs'));
  return folder;
}
