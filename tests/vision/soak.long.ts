import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { MoodringError } from '../../src/errors.ts';
import type { Engine } from '../../src/vision/core/face-api.ts';
import { readPhoto } from '../../src/vision/core/read-photo.ts';
import { decodePhoto } from '../../src/vision/node/decode.ts';
import { startEngine } from '../../src/vision/node/engine.ts';
import { ENGINE } from '../engine.ts';
import { sharedData } from '../shared-data.ts';
import { sample, SAMPLES } from './photos.ts';

/** How many; `SOAK=300` reads fewer. */
const READINGS = Number(process.env['SOAK'] ?? 5000);

/** Memory is looked at each time this many more were read. */
const EVERY = 20;

/**
 * How far memory may grow from the second quarter to the last, as a share. What JavaScript holds is exact; of what is
 * resident, glibc keeps some for the next photo, the more so the more their sizes differ.
 */
const GROWTH = { held: 0.05, resident: 0.1 };

const PATIENCE = { timeout: 3_600_000 };

describe(`${READINGS} readings in a row`, PATIENCE, () => {
  let engine: Engine;
  let photos: readonly Buffer[];

  beforeAll(async () => {
    engine = await startEngine(ENGINE);
    photos = [...(await Promise.all(SAMPLES.map(sample))), ...(await sharedPhotos())];
  });

  it('keep no tensor and no memory', async () => {
    const memory: { readonly held: number; readonly resident: number }[] = [];
    const tensors = new Set<number>();
    let read = 0;
    for (let reading = 0; reading < READINGS; reading += 1) {
      if (await readOne(reading)) read += 1;
      tensors.add(engine.tf.memory().numTensors);
      if (reading % EVERY === 0) memory.push(memoryNow());
    }
    expect(read).toBeGreaterThan(READINGS / 2);
    expect(tensors.size).toBe(1);
    const quarter = Math.floor(memory.length / 4);
    for (const kind of ['held', 'resident'] as const) {
      const bytes = memory.map((one) => one[kind]);
      const [before, after] = [median(bytes.slice(quarter, 2 * quarter)), median(bytes.slice(-quarter))];
      process.stdout.write(
        `${kind} on ${ENGINE}: ${megabytes(before)} MB, at the end ${megabytes(after)} MB\n`,
      );
      expect(after / before - 1).toBeLessThan(GROWTH[kind]);
    }
  });

  /** Whether a face was read; a photo may also be refused. */
  async function readOne(reading: number): Promise<boolean> {
    try {
      const photo = await decodePhoto(photos[reading % photos.length] ?? Buffer.alloc(0));
      await readPhoto(engine, photo, reading % 2 === 0 ? 'one' : 'everyone');
      return true;
    } catch (error) {
      if (!(error instanceof MoodringError)) throw error;
      return false;
    }
  }
});

/** Photos from the web of all sizes, where they are at hand. */
async function sharedPhotos(): Promise<readonly Buffer[]> {
  const folders = [sharedData('photos', 'happy_sad', 'happy'), sharedData('photos', 'happy_sad', 'sad')];
  const files = folders.map(async (folder) =>
    folder === undefined
      ? []
      : (await readdir(folder))
          .sort()
          .slice(0, 60)
          .map((name) => join(folder, name)),
  );
  return Promise.all((await Promise.all(files)).flat().map((file) => readFile(file)));
}

setFlagsFromString('--expose-gc');
const collectGarbage = z.function({ output: z.unknown() }).implement(runInNewContext('gc'));

/** In bytes, once what nobody holds any more is gone. */
function memoryNow(): { held: number; resident: number } {
  collectGarbage();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { held: heapUsed + external, resident: rss };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
