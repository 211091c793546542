import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What this process holds, in MB, once its garbage was collected. */
export interface Held {
  readonly resident: number;
  /** Of it, what V8 holds in objects, and what lies outside in buffers. */
  readonly heap: number;
  readonly outside: number;
}

/** Collects garbage, and tells what is left. */
export function heldMemory(): Held {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (isFunction(collect)) collect();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: inMb(rss), heap: inMb(heapUsed), outside: inMb(external) };
}

const inMb = (bytes: number): number => bytes / 2 ** 20;
const isFunction = (it: unknown): it is () => void => typeof it === 'function';
