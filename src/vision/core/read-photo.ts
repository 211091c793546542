import type { Box, Photo, Reading } from '../../domain/reading.ts';
import { MoodringError } from '../../errors.ts';
import type { Engine } from './face-api.ts';
import { findFaces, type FoundFace } from './find-faces.ts';
import { readEmotions } from './read-emotions.ts';

/** Whose emotion to read: the largest face's, or everyone's. */
export type Look = 'one' | 'everyone';

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
 * Finds the faces in a photo and reads the emotion in the largest, or in all of them where everyone counts. A face that
 * nobody asked about stays unread.
 * @throws MoodringError `no-face` if there is none, `face-too-small` if there are only tiny ones
 */
export async function readPhoto(engine: Engine, photo: Photo, look: Look): Promise<PhotoReading> {
  const started = performance.now();
  const readable = await findReadable(engine, photo);
  const foundAt = performance.now();
  const asked = look === 'one' ? readable.slice(0, 1) : readable;
  const emotions = await readEmotions(engine, photo, asked);
  const faces = asked.flatMap(({ box, score }, index) => {
    const read = emotions[index];
    return read ? [{ box: scaled(box, photo.scale), score, ...read }] : [];
  });
  return {
    reading: { faces, others: readable.length - asked.length },
    timings: { faces: foundAt - started, emotions: performance.now() - foundAt },
  };
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

function areaOf({ width, height }: Box): number {
  return width * height;
}

function scaled(box: Box, scale: number): Box {
  return { x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale };
}
