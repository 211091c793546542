import { Piscina } from 'piscina';

import type { Reading } from '../../domain/reading.ts';
import { MoodringError } from '../../errors.ts';
import type { Look } from '../core/read-photo.ts';
import type { VisionAnswer, VisionJob, VisionTimings } from './worker.ts';

export interface VisionOptions {
  /** Worker threads, each with its own copy of the nets (about 500 MB); at least 1. */
  readonly workers: number;
  /** Photos that may wait while all workers are busy; one more is refused. */
  readonly waiting?: number;
  /** How long one photo may take, its waiting included; a worker that is still at it then is ended and replaced. In milliseconds. */
  readonly deadline?: number;
  /** Told when a worker dies of itself; the next photo gets a new one. */
  readonly onWorkerLost?: (cause: unknown) => void;
}

export interface PhotoRead {
  readonly reading: Reading;
  readonly timings: VisionTimings;
}

/** Reads photos on worker threads, so that the thread that asks stays free. */
export interface Vision {
  /**
   * Reads the faces in an encoded photo; a worker gets a copy of the bytes and drops it with the answer.
   * @throws MoodringError whatever is wrong with the photo, `busy`, `reading-too-slow`, `unexpected`, or `restarting`
   *   once it is closed
   */
  read(bytes: Uint8Array, look?: Look): Promise<PhotoRead>;
  /** Ends the workers once what was asked for before has been read. */
  close(): Promise<void>;
}

const WAITING = 64;
const DEADLINE = 30_000;

/** Starts the workers and resolves once every one of them has loaded its nets. */
export async function startVision({
  workers,
  waiting = WAITING,
  deadline = DEADLINE,
  onWorkerLost = () => undefined,
}: VisionOptions): Promise<Vision> {
  const pool = new Piscina<VisionJob, VisionAnswer>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    maxQueue: waiting,
    idleTimeout: Infinity,
  });
  pool.on('error', onWorkerLost);
  await Promise.all(
    Array.from({ length: workers }, () => pool.run({ bytes: new Uint8Array(), look: 'one' })),
  );

  let closed = false;

  return {
    read: async (bytes, look = 'one') => {
      // A closed pool would start a worker for it, which nobody ends.
      if (closed) throw new MoodringError('restarting');
      if (pool.queueSize >= waiting) throw new MoodringError('busy');
      const owned = new Uint8Array(bytes);
      const answer = await pool
        .run({ bytes: owned, look }, { transferList: [owned.buffer], signal: AbortSignal.timeout(deadline) })
        .catch((cause: unknown) => {
          const late = cause instanceof Error && cause.name === 'AbortError';
          throw new MoodringError(late ? 'reading-too-slow' : 'unexpected', {}, cause);
        });
      if (!answer.ok) throw new MoodringError(answer.code, answer.details, answer.cause);
      return { reading: answer.reading, timings: answer.timings };
    },
    close: () => {
      closed = true;
      return pool.close();
    },
  };
}
