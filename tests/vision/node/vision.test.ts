import { readdir, readFile } from 'node:fs/promises';
import { getPriority } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { MoodringError } from '../../../src/errors.ts';
import { startVision, type Vision, type VisionOptions } from '../../../src/vision/node/vision.ts';
import { ENGINE } from '../../engine.ts';
import { gradient, head, sample } from '../photos.ts';

let selfie: Buffer;
let group: Buffer;

beforeAll(async () => {
  selfie = await (await head('man', 0.4)).jpeg().toBuffer();
  group = await sample(1);
});

/** Runs with a pool of its own and closes it. */
async function withVision<T>(options: VisionOptions, work: (vision: Vision) => Promise<T>): Promise<T> {
  const vision = await startVision({ engine: ENGINE, ...options });
  try {
    return await work(vision);
  } finally {
    await vision.close();
  }
}

/** What became of each: the code of its error, or the number of faces. */
async function outcomes(readings: readonly ReturnType<Vision['read']>[]): Promise<(string | number)[]> {
  return Promise.all(
    readings.map((one) =>
      one.then(
        ({ reading }) => reading.faces.length,
        (error: unknown) => (error instanceof MoodringError ? error.code : String(error)),
      ),
    ),
  );
}

describe('the pool that reads photos', () => {
  let vision: Vision;

  beforeAll(async () => {
    vision = await startVision({ engine: ENGINE, workers: 1 });
  });
  afterAll(() => vision.close());

  it('reads the faces, says where the time went, and leaves the caller’s bytes alone', async () => {
    const bytes = new Uint8Array(selfie);
    const { reading, timings } = await vision.read(bytes);
    expect(reading.faces).toHaveLength(1);
    expect(Object.keys(timings).toSorted()).toEqual(['decode', 'emotions', 'faces']);
    expect(Buffer.compare(bytes, selfie)).toBe(0);
    expect((await vision.read(group, 'everyone')).reading.faces).toHaveLength(3);
  });

  it('hands errors over with their code, details and cause', async () => {
    const png = (width: number) => gradient(width, 50).png().toBuffer();
    const large = await png(400);
    await expect(vision.read(await png(20))).rejects.toEqual(
      new MoodringError('image-too-small', { limit: 32 }),
    );
    await expect(vision.read(Buffer.from('no photo'))).rejects.toMatchObject({ code: 'not-an-image' });
    await expect(vision.read(large)).rejects.toMatchObject({ code: 'no-face' });
    const damaged: unknown = await vision.read(large.subarray(0, 500)).catch((error: unknown) => error);
    if (!(damaged instanceof MoodringError)) throw new Error('no refusal');
    expect(damaged.code).toBe('image-damaged');
    expect(String(damaged.cause)).toContain('png');
  });

  it('leaves the thread that asks free while a photo is read', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    const { timings } = await vision.read(group, 'everyone');
    clearInterval(timer);
    // A clock of a millisecond; on the nets' own thread it would stand still while they run.
    expect(ticks).toBeGreaterThan((timings.faces + timings.emotions) / 5);
  });
});

it.runIf(process.platform === 'linux')('lets the thread that asks go first', async () => {
  await withVision({ workers: 1 }, async (vision) => {
    await vision.read(selfie);
    const own = getPriority();
    const threads = await Promise.all((await readdir('/proc/self/task')).map(niceness));
    expect(await niceness(String(process.pid))).toBe(own);
    // Its own thread and, on tfjs-node, those that compute for it.
    expect(threads.filter((nice) => nice === own + 10).length).toBeGreaterThanOrEqual(1);
  });
});

/** The niceness of one of our threads; see proc_pid_stat(5). */
async function niceness(thread: string): Promise<number> {
  const stat = await readFile(`/proc/self/task/${thread}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
}

describe('a photo that takes too long', () => {
  it('is given up, and its worker replaced by one that reads the next', async () => {
    await withVision({ workers: 1, deadline: 100 }, async (vision) => {
      expect(await outcomes([vision.read(group, 'everyone')])).toEqual(['reading-too-slow']);
      // The new worker loads its nets first; what comes before that is too slow as well.
      await vi.waitFor(
        async () => expect(await outcomes([vision.read(Buffer.from('text'))])).toEqual(['not-an-image']),
        { timeout: 30_000, interval: 100 },
      );
    });
  });
});

describe('a pool that is closed', () => {
  it('has ended its threads', async () => {
    const threads: Worker[] = [];
    const note = (worker: Worker): unknown => threads.push(worker);
    process.on('worker', note);
    const vision = await startVision({ engine: ENGINE, workers: 2 });
    process.off('worker', note);
    expect(threads).toHaveLength(2);
    for (const { threadId } of threads) expect(threadId).toBeGreaterThan(0);
    await vision.close();
    // Node gives a thread that has ended this number.
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
  });

  it('has given up what it was asked before, and takes no more', async () => {
    const vision = await startVision({ engine: ENGINE, workers: 1 });
    const given = outcomes([vision.read(selfie), vision.read(selfie), vision.read(selfie)]);
    await vision.close();
    expect(await given).toEqual(['restarting', 'restarting', 'restarting']);
    expect(await outcomes([vision.read(selfie)])).toEqual(['restarting']);
  });
});
