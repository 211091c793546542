import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { z } from 'zod';

import type { EngineName } from '../../domain/engine.ts';
import { MoodringError } from '../../errors.ts';
import { NATIVE_FOLDER, NATIVE_OFFERED, nativeInstalled } from './native.ts';

/** How tfjs-node does on this machine; WebAssembly runs on all that Node runs on. */
export type Native =
  | { readonly state: 'runs'; /** TensorFlow's. */ readonly version: string }
  | { readonly state: 'fails'; readonly reason: string }
  /** `npm run engine -- install` gets it. */
  | { readonly state: 'absent' }
  /** Neither built nor tested for machines of this kind. */
  | { readonly state: 'not-offered' };

export interface ChosenEngine {
  readonly name: EngineName;
  /** Undefined where nobody looked, since WebAssembly was asked for. */
  readonly native: Native | undefined;
}

/** Whether `npm run engine -- install` may bring a faster engine than this one. */
export function mayGetFaster({ native }: ChosenEngine): boolean {
  return native?.state === 'absent' || native?.state === 'fails';
}

const PROBE = fileURLToPath(new URL('./probe.ts', import.meta.url));
const PROBE_WITHIN = 60_000;

/**
 * The engine that was asked for, else tfjs-node where it runs, else WebAssembly.
 * @param folder where tfjs-node is installed
 * @throws MoodringError `engine-not-loadable` if tfjs-node was asked for and does not run
 */
export async function chooseEngine(
  wish: EngineName | undefined,
  folder = NATIVE_FOLDER,
): Promise<ChosenEngine> {
  if (wish === 'wasm') return { name: 'wasm', native: undefined };
  const native = await probeNative(folder);
  if (native.state === 'runs') return { name: 'tfjs-node', native };
  if (wish === 'tfjs-node') throw new MoodringError('engine-not-loadable', { reason: reasonOf(native) });
  return { name: 'wasm', native };
}

/**
 * The engines to compare: the one that was asked for, else all that run here, the fastest first.
 * @throws MoodringError `engine-not-loadable`
 */
export async function usableEngines(wish: EngineName | undefined): Promise<readonly EngineName[]> {
  const { name } = await chooseEngine(wish);
  return wish === undefined ? [...new Set([name, 'wasm'] as const)] : [wish];
}

/**
 * Loads tfjs-node, runs the nets on it and holds the answer against a stored one. This happens in a process of its own:
 * a library that does not suit the processor takes its process down with it.
 */
export async function probeNative(folder = NATIVE_FOLDER): Promise<Native> {
  if (!nativeInstalled(folder)) return { state: NATIVE_OFFERED ? 'absent' : 'not-offered' };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [PROBE, folder], {
      timeout: PROBE_WITHIN,
    });
    return { state: 'runs', version: stdout };
  } catch (error) {
    return { state: 'fails', reason: whatFailed(error) };
  }
}

const ended = z.object({ stderr: z.string(), signal: z.string().nullish() });

/** The line in which a process said why it ended, or how it ended where it said nothing. */
function whatFailed(error: unknown): string {
  const { stderr, signal } = ended.parse(error);
  const line = stderr.split('\n').find((text) => /^\w*Error\b/.test(text));
  return line ?? (signal ? `its process ended by ${signal}` : 'its process ended without a word');
}

function reasonOf(native: Exclude<Native, { state: 'runs' }>): string {
  switch (native.state) {
    case 'fails':
      return native.reason;
    case 'absent':
      return 'it is not installed';
    case 'not-offered':
      return 'it is for Linux on x64 only';
  }
}
