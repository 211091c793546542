import { areaOf, type Box, type Photo, type Reading } from '../../domain/reading.ts';
import { MoodringError } from '../../errors.ts';
import type { Engine } from './face-api.ts';
import { findFaces, type FoundFace } from './find-faces.ts';
import { readEmotions } from './read-emotions.ts';
import { findSelfie } from './selfie.ts';

/**
 * Whose emotion to read: the largest face's, everyone's, that of one face, counted from 0 by size, or that of the only
 * face in what is clearly a selfie.
 */
export type Look = 'one' | 'everyone' | 'selfie' | { readonly face: number };

/** Where the time went, in milliseconds. */
export interface ReadingTimings {
  readonly faces: number;
  readonly emotions: number;
}

export interface PhotoReading {
  readonly reading: Reading;
  readonly timings: ReadingTimings;
}

/** A face of fewer pixels than this (its box's height in the decoded photo) shows too little to read. */
export const LEAST_FACE_HEIGHT = 16;

/**
 * Finds the faces in a photo and reads the emotion in those that were asked about; the others stay unread.
 * @throws MoodringError `no-face` if there is none, or not the one asked for; `face-too-small` if there are only tiny ones;
 *   `no-selfie` if a selfie was looked for and this is none
 */
export async function readPhoto(engine: Engine, photo: Photo, look: Look): Promise<PhotoReading> {
  const started = performance.now();
  const readable = look === 'selfie' ? [await findSelfie(engine, photo)] : await findReadable(engine, photo);
  const foundAt = performance.now();
  const asked = askedOf(readable, look);
  if (asked.length === 0) throw new MoodringError('no-face');
  const emotions = await readEmotions(engine, photo, asked);
  const faces = asked.flatMap(({ box, score }, index) => {
    const read = emotions[index];
    return read ? [{ box: scaled(box, photo.scale), score, ...read }] : [];
  });
  return {
    reading: {
      faces,
      others: readable.filter((face) => !asked.includes(face)).map(({ box }) => scaled(box, photo.scale)),
    },
    timings: { faces: foundAt - started, emotions: performance.now() - foundAt },
  };
}

function askedOf(faces: readonly FoundFace[], look: Look): readonly FoundFace[] {
  if (look === 'everyone') return faces;
  const face = typeof look === 'object' ? look.face : 0;
  return faces.slice(face, face + 1);
}

/**
 * The faces that are large enough to read, largest first; at least one.
 * @throws MoodringError `no-face`, `face-too-small`
 */
export async function findReadable(engine: Engine, photo: Photo): Promise<readonly FoundFace[]> {
  const found = await findFaces(engine, photo);
  if (found.length === 0) throw new MoodringError('no-face');
  const readable = found
    .filter(({ box }) => box.height >= LEAST_FACE_HEIGHT)
    .toSorted((a, b) => areaOf(b.box) - areaOf(a.box));
  if (readable.length === 0) throw new MoodringError('face-too-small');
  return readable;
}

function scaled(box: Box, scale: number): Box {
  return { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale };
}
