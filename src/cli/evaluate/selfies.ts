import { basename, join } from 'node:path';

import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { z } from 'zod';

import type { Face } from '../../domain/reading.ts';
import { asMoodringError } from '../../errors.ts';
import type { Vision } from '../../vision/node/vision.ts';
import type { selfiesContract } from '../contract.ts';
import { type Outcome, readInput } from '../program.ts';
import { madePictures } from './made-pictures.ts';
import { checkedPhotos, filesIn } from './photo-files.ts';
import { withVision } from './photos.ts';

type SelfiesJson = z.infer<typeof selfiesContract>;
type Figure = SelfiesJson['made'];

/** A picture, and its bytes when they are asked for. */
interface Picture {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** How small a face in a photo that should be answered may be, as a share of its height. */
const LEAST_HEIGHT = 0.15;

/** A photo of so many faces is one of a crowd. */
const CROWD = 4;

const countsShape = z.array(z.object({ file: z.string(), yunet_faces: z.coerce.number() }));

/**
 * Which of hand-checked photos and of pictures made here would be answered, where somebody just posts them.
 * @param every takes every so many-th of the photos that are not to be answered, for a quick look
 */
export async function evaluateSelfies(photos?: string, every = 1): Promise<Outcome<SelfiesJson>> {
  return withVision(async (vision) => {
    const made = (await madePictures(0)).map(({ name, bytes }) => ({
      name,
      bytes: () => Promise.resolve(bytes),
    }));
    const { clear, ...others } = photos === undefined ? NO_PHOTOS : await picturesIn(vision, photos, every);
    const answeredAmong = async (pictures: readonly Picture[]): Promise<Figure> => {
      const which = await answered(vision, pictures);
      return { n: pictures.length, answered: which.length, which };
    };
    const replied = await answered(vision, clear);
    const json: SelfiesJson = {
      clear: {
        n: clear.length,
        answered: replied.length,
        which: clear.map(({ name }) => name).filter((name) => !replied.includes(name)),
      },
      hard: await answeredAmong(others.hard),
      none: await answeredAmong(others.none),
      drawings: await answeredAmong(others.drawings),
      crowds: await answeredAmong(others.crowds),
      made: await answeredAmong(made),
    };
    const line = ([name, { n, answered, which }]: [string, Figure]) =>
      `${name.padEnd(9)} ${answered} of ${n} answered${name === 'hard' || which.length === 0 ? '' : `: ${name === 'clear' ? 'all but ' : ''}${which.join(', ')}`}\n`;
    return { json, text: Object.entries(json).map(line).join('') };
  });
}

const NO_PHOTOS = { clear: [], hard: [], none: [], drawings: [], crowds: [] };

async function picturesIn(vision: Vision, photos: string, every: number) {
  const some = <T>(all: readonly T[]): T[] => all.filter((_, index) => index % every === 0);
  const folder = join(photos, 'happy_sad');
  const checked = await checkedPhotos(folder);
  const ofKind = (kind: string) =>
    checked.filter((photo) => photo.kind === kind).map(({ file }) => fileAt(file));
  const counts = countsShape.parse(parse(await readInput(join(folder, 'labels.csv')), { columns: true }));
  const large = await Promise.all(
    ofKind('clear').map(async (picture) => ({ picture, height: await faceHeight(vision, picture) })),
  );
  return {
    clear: large.filter(({ height }) => height >= LEAST_HEIGHT).map(({ picture }) => picture),
    hard: some(ofKind('hard')),
    none: some(await filesIn(join(photos, 'no_face'))).map(fileAt),
    drawings: ofKind('drawing'),
    crowds: some(counts.filter((photo) => photo.yunet_faces >= CROWD)).map(({ file }) =>
      fileAt(join(folder, file)),
    ),
  };
}

function fileAt(file: string): Picture {
  return { name: basename(file), bytes: () => readInput(file) };
}

/** The share of a photo's height that its largest face fills; 0 where none is found. */
async function faceHeight(vision: Vision, { bytes }: Picture): Promise<number> {
  const photo = await bytes();
  const { height } = (await sharp(photo).metadata()).autoOrient;
  const face = await readOrRefuse(vision, photo, 'one');
  return (face?.box.height ?? 0) / height;
}

/** The names of those that are taken for selfies. */
async function answered(vision: Vision, pictures: readonly Picture[]): Promise<string[]> {
  const names: string[] = [];
  for (const { name, bytes } of pictures)
    if (await readOrRefuse(vision, await bytes(), 'selfie')) names.push(name);
  return names;
}

/** The face that speaks for a photo, or undefined where the reading was refused. */
async function readOrRefuse(
  vision: Vision,
  photo: Uint8Array,
  look: 'one' | 'selfie',
): Promise<Face | undefined> {
  try {
    return (await vision.read(photo, look)).reading.faces[0];
  } catch (error) {
    if (asMoodringError(error).code === 'unexpected') throw error;
    return undefined;
  }
}
