import { readSettings } from '../../src/settings.ts';
import { usableEngines } from '../../src/vision/node/choose-engine.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../../tests/shared-data.ts';
import type { Bench, BenchOptions } from '../row.ts';
import { type BenchPhoto, benchPhotos } from './photos.ts';
import { type Reader, startReaders } from './readers.ts';
import { type Measurement, type Reading, VISION_BARS, visionRows } from './rows.ts';

const NET_ROUNDS = 15;
const TIMED_ROUNDS = 3;

/** After how many photos to say how far it is. */
const TELL_EVERY = 50;

/**
 * The same photos read by ours and by the peers, from their bytes to the reading. Each system has a process of its own
 * with one thread; they take turns photo by photo, so that what else the machine does hits all alike.
 */
export const vision: Bench = {
  name: 'vision',
  run: async ({ tell, cascade, photos: most }) => {
    const engines = await usableEngines(readSettings().engine);
    // Before the photos are in memory: a process starts out with its parent's peak.
    const readers = await startReaders(engines, cascade, tell);
    try {
      tell(`vision: ${readers.map(({ system, engine }) => `${system} on ${engine}`).join(', ')}`);
      const nets = await timeNets(readers);
      const readings = await readAll(readers, await photosToRead(most, tell), tell);
      const measurements: Measurement[] = [];
      for (const reader of readers)
        measurements.push({
          system: reader.system,
          engine: reader.engine,
          readings: readings.get(reader) ?? [],
          net: nets.get(reader) ?? [],
          peak: await reader.peak(),
        });
      return visionRows(measurements);
    } finally {
      for (const reader of readers) reader.close();
    }
  },
  bars: VISION_BARS,
};

/** The timed ones come several times, the others once. */
async function photosToRead(
  most: number | undefined,
  tell: BenchOptions['tell'],
): Promise<readonly BenchPhoto[]> {
  const folder = sharedData('photos');
  if (folder === undefined) {
    tell(`vision: photos ${NEEDS_SHARED_DATA}`);
    return [];
  }
  const photos = await benchPhotos(folder, most);
  const timed = photos.filter(({ set }) => set === 'timed');
  return [...Array.from({ length: TIMED_ROUNDS - 1 }, () => timed).flat(), ...photos];
}

async function timeNets(readers: readonly Reader[]): Promise<ReadonlyMap<Reader, readonly number[]>> {
  const times = new Map(readers.map((reader) => [reader, [] as number[]]));
  for (let round = 0; round < NET_ROUNDS; round += 1)
    for (const reader of inTurn(readers, round)) {
      const ms = await reader.net();
      if (ms !== undefined) times.get(reader)?.push(ms);
    }
  return times;
}

async function readAll(
  readers: readonly Reader[],
  photos: readonly BenchPhoto[],
  tell: BenchOptions['tell'],
): Promise<ReadonlyMap<Reader, readonly Reading[]>> {
  const readings = new Map(readers.map((reader) => [reader, [] as Reading[]]));
  for (const [index, photo] of photos.entries()) {
    const bytes = await photo.bytes();
    for (const reader of inTurn(readers, index))
      readings.get(reader)?.push({ photo, ...(await reader.read(bytes)) });
    if ((index + 1) % TELL_EVERY === 0) tell(`vision: ${index + 1} of ${photos.length} photos`);
  }
  return readings;
}

/** Another one first each time, so that nobody always follows the same neighbour. */
function inTurn(readers: readonly Reader[], turn: number): readonly Reader[] {
  const first = turn % readers.length;
  return [...readers.slice(first), ...readers.slice(0, first)];
}
