import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import util from 'node:util';

/** Where tfjs-node lives: a package of its own, since npm would remove it from the bot's when its download fails. */
export const NATIVE_FOLDER = fileURLToPath(new URL('../../../engine', import.meta.url));

/** The native engine's name among the backends of TensorFlow.js. */
export const NATIVE_BACKEND = 'tensorflow';

/** Whether this is a machine that tfjs-node is built and tested for here: Linux on x64. */
export const NATIVE_OFFERED = process.platform === 'linux' && process.arch === 'x64';

/** Where the package of tfjs-node lies in its folder. */
export function tfjsNodeIn(folder: string): string {
  return join(folder, 'node_modules', '@tensorflow', 'tfjs-node');
}

/** Whether somebody has put tfjs-node there; whether it works is for {@link probeNative} to tell. */
export function nativeInstalled(folder = NATIVE_FOLDER): boolean {
  return existsSync(tfjsNodeIn(folder));
}

/**
 * Tells TensorFlow's library, which listens to the process's environment alone, to keep its start-up notes to itself
 * and how many threads its kernels may use; what an operator has set stays. Only the main thread can do this, before
 * the library is loaded.
 * @param workers threads that read photos; they share one pool for the kernels, which gets the cores they leave
 */
export function setUpNative(workers: number): void {
  // eslint-disable-next-line no-restricted-properties -- the library's environment is written here, not ours read
  const { env } = process;
  env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
  env['TF_NUM_INTRAOP_THREADS'] ??= String(Math.max(1, availableParallelism() - workers + 1));
}

/** Loads tfjs-node, which makes itself known to the TensorFlow.js that everything else uses. */
export function loadNative(folder = NATIVE_FOLDER): void {
  // tfjs-node 4.22.0 calls two helpers of Node's: the first is gone since Node 23, the second prints a warning.
  Object.assign(util, {
    isNullOrUndefined: (value: unknown) => value === null || value === undefined,
    isArray: Array.isArray,
  });
  createRequire(join(folder, 'package.json'))('@tensorflow/tfjs-node');
}
