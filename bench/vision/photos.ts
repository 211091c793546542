import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { z } from 'zod';

import { type Emotion, EMOTIONS } from '../../src/domain/emotion.ts';
import { randomFrom } from '../../src/music/random.ts';

/**
 * What a photo is read for: its time (one face, 1920 px), or what is seen in it: a face that is clear or hard to see, no
 * face, or one that poses an emotion.
 */
export type PhotoSet = 'timed' | 'clear' | 'hard' | 'none' | 'posed';

export interface BenchPhoto {
  readonly set: PhotoSet;
  readonly file: string;
  /** The emotion it shows, where one was noted. */
  readonly truth?: Emotion | undefined;
  readonly bytes: () => Promise<Buffer>;
}

/** How many of a set are taken if nothing else is said; the hand-checked ones are all needed, since bars count them. */
const USUAL = { timed: 24, posed: 210, handChecked: Infinity };

/** Which ones are taken is the same on every machine. */
const SEED = 4;

/** The longer side of the timed photos, in pixels, and their JPEG quality: what a phone sends through Discord. */
const TIMED_SIDE = 1920;
const TIMED_QUALITY = 90;

const listShape = z.array(z.object({ file: z.string(), emotion: z.string(), kind: z.string() }));

const emotionName = z.enum(EMOTIONS).optional().catch(undefined);

/**
 * The photos under a folder with `happy_sad`, `no_face` and `posed`.
 * @param most how many of each set to take at most, for a look that is quicker or more thorough than the usual
 */
export async function benchPhotos(folder: string, most?: number): Promise<readonly BenchPhoto[]> {
  const happySad = join(folder, 'happy_sad');
  const listed = listShape.parse(
    parse(await readFile(join(happySad, 'one_face.csv'), 'utf8'), { columns: true }),
  );
  const ofKind = (set: 'clear' | 'hard') =>
    listed
      .filter(({ kind }) => kind === set)
      .map((row) => photo(set, join(happySad, row.file), emotionName.parse(row.emotion)));
  const [clear, hard] = [ofKind('clear'), ofKind('hard')];
  const none = (await filesIn(join(folder, 'no_face'))).map((file) => photo('none', file));
  const posed: BenchPhoto[] = [];
  for (const emotion of EMOTIONS)
    for (const file of await filesIn(join(folder, 'posed', emotion)))
      posed.push(photo('posed', file, emotion));
  const timed = await Promise.all(sample([...clear, ...hard], most ?? USUAL.timed).map(enlarged));
  return [
    ...timed,
    ...[clear, hard, none].flatMap((set) => sample(set, most ?? USUAL.handChecked)),
    ...sample(posed, most ?? USUAL.posed),
  ];
}

function photo(set: PhotoSet, file: string, truth?: Emotion): BenchPhoto {
  return { set, file, truth, bytes: () => readFile(file) };
}

/** A photo for its time alone, as a JPEG of {@link TIMED_SIDE}. */
async function enlarged({ file }: BenchPhoto): Promise<BenchPhoto> {
  const jpeg = await sharp(file)
    .autoOrient()
    .resize(TIMED_SIDE, TIMED_SIDE, { fit: 'inside' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: TIMED_QUALITY })
    .toBuffer();
  return { set: 'timed', file, bytes: () => Promise.resolve(jpeg) };
}

/** Some of them, as chance would have it. */
function sample<T>(all: readonly T[], most: number): readonly T[] {
  const random = randomFrom(SEED);
  return all
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ each }) => each);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).sort().map((name) => join(folder, name));
}
