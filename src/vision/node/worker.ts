import { workerData } from 'node:worker_threads';

import { z } from 'zod';

import { ENGINES } from '../../domain/engine.ts';
import type { Reading } from '../../domain/reading.ts';
import { asMoodringError, type ErrorCode, type ErrorDetails } from '../../errors.ts';
import { type Look, readPhoto, type ReadingTimings } from '../core/read-photo.ts';
import { decodePhoto } from './decode.ts';
import { startEngine } from './engine.ts';

/** A photo's bytes for a worker, which owns them. */
export interface VisionJob {
  readonly bytes: Uint8Array;
  readonly look: Look;
}

/** A worker's answer. Errors cross the thread as data: an Error would lose its class on the way. */
export type VisionAnswer =
  | { readonly ok: true; readonly reading: Reading; readonly timings: VisionTimings }
  | { readonly ok: false; readonly code: ErrorCode; readonly details: ErrorDetails; readonly cause?: string };

/** Where the time went, in milliseconds. */
export interface VisionTimings extends ReadingTimings {
  readonly decode: number;
}

const engine = await startEngine(z.enum(ENGINES).parse(workerData));

export default async function read({ bytes, look }: VisionJob): Promise<VisionAnswer> {
  try {
    const started = performance.now();
    const photo = await decodePhoto(bytes);
    const decode = performance.now() - started;
    const { reading, timings } = await readPhoto(engine, photo, look);
    return { ok: true, reading, timings: { decode, ...timings } };
  } catch (error) {
    const { code, details, cause } = asMoodringError(error);
    return { ok: false, code, details, ...(cause === undefined ? {} : { cause: describe(cause) }) };
  }
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
