import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';

import type { z } from 'zod';

import type { EngineName } from '../../src/domain/engine.ts';
import { nextMessage } from '../child-process.ts';
import { type Command, measured, timedSeen, type TimedSeen } from './messages.ts';
import type { SystemName } from './system.ts';

const READER = new URL('./reader.ts', import.meta.url);

/** Where Debian's package `opencv-data` puts the cascade that the seeds use. */
const CASCADE = '/usr/share/opencv4/haarcascades/haarcascade_frontalface_default.xml';

/** One thread each, whatever the library. */
const ONE_THREAD = { TF_NUM_INTRAOP_THREADS: '1', TF_NUM_INTEROP_THREADS: '1', OMP_NUM_THREADS: '1' };

/** A system that runs in a process of its own. */
export interface Reader {
  readonly system: SystemName;
  readonly engine: EngineName;
  readonly read: (bytes: Uint8Array) => Promise<TimedSeen>;
  /** One face through its emotion net, in milliseconds; nothing where that is not measured of it. */
  readonly net: () => Promise<number | undefined>;
  /** The most its process has held in memory so far, in MB. */
  readonly peak: () => Promise<number | undefined>;
  readonly close: () => void;
}

/**
 * Starts every system on every engine that it can run on here, and resolves once all have read their first photos.
 * @param cascade the cascade's path, where it is not Debian's
 */
export async function startReaders(
  engines: readonly EngineName[],
  cascade: string | undefined,
  tell: (line: string) => void,
): Promise<readonly Reader[]> {
  const path = cascade ?? CASCADE;
  if (!existsSync(path))
    tell(`vision: without the Haar cascade: ${path} is missing (apt install opencv-data, or --cascade FILE)`);
  if (!engines.includes('tfjs-node'))
    tell('vision: without tfjs-node: it does not run here (npm run engine -- install)');
  const readers: Reader[] = [];
  for (const engine of engines)
    for (const system of ['moodring', 'face-api tiny', 'face-api ssd'] as const)
      readers.push(await startReader(system, engine));
  if (engines.includes('wasm')) {
    readers.push(await startReader('human', 'wasm'));
    if (existsSync(path)) readers.push(await startReader('haar + cnn', 'wasm', path));
  }
  return readers;
}

async function startReader(system: SystemName, engine: EngineName, ...more: string[]): Promise<Reader> {
  const child = fork(READER, [system, engine, ...more], {
    env: { ...process.env, ...ONE_THREAD },
    serialization: 'advanced',
    // What the libraries print must not mix with the rows.
    stdio: ['ignore', process.stderr, process.stderr, 'ipc'],
  });
  await nextMessage(child);
  return {
    system,
    engine,
    read: (bytes) => ask(child, { kind: 'read', bytes }, timedSeen),
    net: async () => (await ask(child, { kind: 'net' }, measured)).value,
    peak: async () => (await ask(child, { kind: 'memory' }, measured)).value,
    close: () => child.kill(),
  };
}

async function ask<T>(child: ChildProcess, command: Command, answer: z.ZodType<T>): Promise<T> {
  child.send(command);
  return answer.parse(await nextMessage(child));
}
