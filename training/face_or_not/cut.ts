// node training/face_or_not/cut.ts: cuts what face-or-not learns from out of photos, with the bot's own code.
import { readdir, readFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { z } from 'zod';

import type { Box, Photo } from '../../src/domain/reading.ts';
import { MoodringError } from '../../src/errors.ts';
import { alignedCrop } from '../../src/vision/core/alignment.ts';
import { propose } from '../../src/vision/core/blazeface.ts';
import { cropFace, type FaceCrop } from '../../src/vision/core/crop.ts';
import type { Engine } from '../../src/vision/core/face-api.ts';
import { FACE_SIDE } from '../../src/vision/core/fernet.ts';
import { blended, overlap } from '../../src/vision/core/suppression.ts';
import { tiles, whole } from '../../src/vision/core/views.ts';
import { decodePhoto } from '../../src/vision/node/decode.ts';
import { startEngine } from '../../src/vision/node/engine.ts';
import { FACE_API_WEIGHTS } from '../../src/vision/node/models.ts';
import { nativeInstalled } from '../../src/vision/node/native.ts';

const PHOTOS = join(process.env['MOODRING_SHARED'] ?? '../shared', 'data/photos');
const OUT = 'var/training/face_or_not';

/** Far below what a face scores: what looks a little like one is what the net has to learn. */
const FAINT = 0.08;

/** Squares of any size at any place, for each photo without a face. */
const SQUARES = 40;

/** What is known of a crop: where it comes from, and how sure the detectors are that it is a face. */
interface Cut {
  readonly photo: string;
  readonly crop: FaceCrop;
  readonly blazeface: number;
  /** The other detector's score of the same face; 0 where it sees none. */
  readonly ssd: number;
}

/** mulberry32: the same squares every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function proposalsIn(engine: Engine, photo: Photo, file: string): Promise<readonly Cut[]> {
  const { tf, faceapi, nets } = engine;
  const tensor = tf.tensor3d(photo.pixels, [photo.height, photo.width, 3], 'int32');
  try {
    const others = await faceapi.detectAllFaces(
      tensor,
      new faceapi.SsdMobilenetv1Options({ minConfidence: 0.3 }),
    );
    const agreed = (box: Box) =>
      Math.max(0, ...others.filter((other) => overlap(other.box, box) > 0.3).map(({ score }) => score));
    const views = [whole(photo, 1), whole(photo, 1.5), whole(photo, 2), ...tiles(photo, 0.6)];
    const seen = await propose(tf, nets.blazeface, tensor, views, FAINT);
    return blended(seen).map((face) => ({
      photo: file,
      crop: alignedCrop(face),
      blazeface: face.score,
      ssd: agreed(face.box),
    }));
  } finally {
    tensor.dispose();
  }
}

function squaresIn({ width, height }: Photo, file: string, random: () => number): readonly Cut[] {
  const longer = Math.max(width, height);
  return Array.from({ length: SQUARES }, () => {
    const side = longer * 1.2 * (24 / longer) ** random();
    const crop = { x: width * random(), y: height * random(), side, tilt: (random() - 0.5) * 0.8 };
    return { photo: file, crop, blazeface: 0, ssd: 0 };
  });
}

async function cutAll(
  name: string,
  files: readonly string[],
  cutsIn: (photo: Photo, file: string) => Promise<readonly Cut[]>,
): Promise<void> {
  const cuts: Cut[] = [];
  const faces: Uint8Array[] = [];
  for (const file of files) {
    const photo = await decodePhoto(await readFile(file)).catch((error: unknown) => {
      if (!(error instanceof MoodringError)) throw error;
    });
    if (!photo) continue;
    for (const cut of await cutsIn(photo, file)) {
      cuts.push(cut);
      faces.push(Uint8Array.from(cropFace(photo, cut.crop, FACE_SIDE), Math.round));
    }
  }
  await writeFile(join(OUT, `${name}.bin`), Buffer.concat(faces));
  await writeFile(join(OUT, `${name}.json`), JSON.stringify(cuts));
  process.stdout.write(`${cuts.length} crops of ${files.length} photos: ${name}\n`);
}

async function filesIn(...path: string[]): Promise<readonly string[]> {
  const folder = join(PHOTOS, ...path);
  return (await readdir(folder)).sort().map((file) => join(folder, file));
}

/** Web photos that nothing is measured on: neither listed, nor the like of a listed one. */
async function webPhotos(): Promise<readonly string[]> {
  const text = await readFile(join(PHOTOS, 'happy_sad/one_face.csv'), 'utf8');
  const rows = z.array(z.object({ file: z.string() })).parse(parse(text, { columns: true }));
  const listed = new Set(rows.map(({ file }) => join(PHOTOS, 'happy_sad', file)));
  const all = [...(await filesIn('happy_sad/happy')), ...(await filesIn('happy_sad/sad'))];
  const thumbnails = new Map(
    await Promise.all(all.map(async (file) => [file, await thumbnail(file)] as const)),
  );
  const alike = (a: string, b: string): number =>
    (thumbnails.get(a) ?? []).reduce(
      (sum, value, index) => sum + value * (thumbnails.get(b)?.[index] ?? 0),
      0,
    );
  return all.filter((file) => !listed.has(file) && ![...listed].some((other) => alike(file, other) > 0.9));
}

/** 16 × 16 greys of mean 0 and length 1, so that the product of two is their correlation; none if it does not open. */
async function thumbnail(file: string): Promise<readonly number[]> {
  const small = sharp(file).flatten().resize(16, 16, { fit: 'fill' }).greyscale().raw();
  const greys = [...(await small.toBuffer().catch(() => []))];
  const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
  const length = Math.hypot(...greys.map((grey) => grey - mean)) || 1;
  return greys.map((grey) => (grey - mean) / length);
}

await mkdir(OUT, { recursive: true });
const engine = await startEngine(nativeInstalled() ? 'tfjs-node' : 'wasm');
await engine.faceapi.nets.ssdMobilenetv1.loadFromDisk(FACE_API_WEIGHTS);
const random = randomFrom(1);
await cutAll('web', await webPhotos(), (photo, file) => proposalsIn(engine, photo, file));
await cutAll('none', await filesIn('no_face_train'), async (photo, file) => [
  ...(await proposalsIn(engine, photo, file)),
  ...squaresIn(photo, file, random),
]);
