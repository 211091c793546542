import PQueue from 'p-queue';
import { Piscina } from 'piscina';

import type { EngineName } from '../../domain/engine.ts';
import type { Reading } from '../../domain/reading.ts';
import { MoodringError } from '../../errors.ts';
import type { Look } from '../core/read-photo.ts';
import { type ChosenEngine, chooseEngine } from './choose-engine.ts';
import { setUpNative } from './native.ts';
import type { VisionAnswer, VisionJob, VisionTimings } from './worker.ts';

export interface VisionOptions {
  /** Worker threads, each with its own copy of the nets (about 240 MB); at least 1. */
  readonly workers: number;
  /** The engine to run on; the fastest that runs here if nothing is said. */
  readonly engine?: EngineName | undefined;
  /** How long the reading of one photo may take; a worker that is still at it then is ended and replaced. In milliseconds. */
  readonly deadline?: number;
  /** Told when a worker dies of itself; its photo is answered with `reading-failed`, and the next gets a new worker. */
  readonly onWorkerLost?: (cause: unknown) => void;
}

export interface PhotoRead {
  readonly reading: Reading;
  readonly timings: VisionTimings;
}

/** Reads photos on worker threads, so that the thread that asks stays free. */
export interface Vision {
  readonly engine: ChosenEngine;
  /**
   * Reads the faces in an encoded photo when a worker is free; it gets a copy of the bytes and drops it with the answer.
   * @throws MoodringError whatever is wrong with the photo, `reading-too-slow`, `reading-failed`, or `restarting` once
   *   it is closed
   */
  read(bytes: Uint8Array, look?: Look): Promise<PhotoRead>;
  /** Ends the workers; whatever they are at is given up. */
  close(): Promise<void>;
}

const DEADLINE = 15_000;

/** By how much workers, and the threads that a library starts in them, come after the thread that talks to Discord. */
const NICE = 10;

/**
 * Chooses the engine, starts the workers, and resolves once every one of them has loaded its nets.
 * @throws MoodringError `engine-not-loadable`
 */
export async function startVision({
  workers,
  engine: wish,
  deadline = DEADLINE,
  onWorkerLost = () => undefined,
}: VisionOptions): Promise<Vision> {
  const engine = await chooseEngine(wish);
  if (engine.name === 'tfjs-node') setUpNative(workers);
  const pool = new Piscina<VisionJob, VisionAnswer>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Infinity,
    workerData: engine.name,
    niceIncrement: NICE,
  });
  pool.on('error', onWorkerLost);
  await Promise.all(
    Array.from({ length: workers }, () => pool.run({ bytes: new Uint8Array(), look: 'one' })),
  );

  // The pool's own line would count the waiting into a photo's deadline.
  const line = new PQueue({ concurrency: workers });
  let closed = false;

  const readNow = async (bytes: Uint8Array, look: Look): Promise<PhotoRead> => {
    // A closed pool would start a worker for it, which nobody ends.
    if (closed) throw new MoodringError('restarting');
    const owned = new Uint8Array(bytes);
    const answer = await pool
      .run({ bytes: owned, look }, { transferList: [owned.buffer], signal: AbortSignal.timeout(deadline) })
      .catch((cause: unknown) => {
        if (closed) throw new MoodringError('restarting');
        const late = cause instanceof Error && cause.name === 'AbortError';
        throw new MoodringError(late ? 'reading-too-slow' : 'reading-failed', {}, cause);
      });
    if (!answer.ok) throw new MoodringError(answer.code, answer.details, answer.cause);
    return { reading: answer.reading, timings: answer.timings };
  };

  return {
    engine,
    read: (bytes, look = 'one') => line.add(() => readNow(bytes, look)),
    close: () => {
      closed = true;
      return pool.destroy();
    },
  };
}
