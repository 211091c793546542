import { areaOf, type Face, type Photo } from '../../domain/reading.ts';
import type { Engine } from './face-api.ts';
import { findFaces, findFacesAround, findFacesAtAGlance, type FoundFace } from './find-faces.ts';
import { readEmotions } from './read-emotions.ts';
import { LEAST_FACE_HEIGHT } from './read-photo.ts';

/** Reads one picture after the other of a film; resolves to the largest face in it, or to nothing where there is none. */
export type LiveReader = (picture: Photo) => Promise<Face | undefined>;

/** Where a glance shows nobody, it is looked closely once in so many milliseconds: that takes as long as many glances. */
const CLOSE_LOOK_EVERY = 1_000;

/**
 * Reads pictures as photos are read, in a fraction of the time: a glance finds whoever sits before a camera. Where it
 * does not, the last face is looked for around its place, and now and then everywhere.
 * @param now the time in milliseconds
 */
export function createLiveReader(engine: Engine, now = () => performance.now()): LiveReader {
  let last: FoundFace | undefined;
  let nextCloseLook = 0;

  const find = async (picture: Photo): Promise<readonly FoundFace[]> => {
    const atAGlance = await findFacesAtAGlance(engine, picture);
    if (atAGlance.length > 0) return atAGlance;
    const nearby = last ? await findFacesAround(engine, picture, last.box) : [];
    if (nearby.length > 0 || now() < nextCloseLook) return nearby;
    nextCloseLook = now() + CLOSE_LOOK_EVERY;
    return findFaces(engine, picture);
  };

  return async (picture) => {
    last = largest(await find(picture));
    if (!last) return undefined;
    const { box, score } = last;
    const [read] = await readEmotions(engine, picture, [last]);
    return read && { box, score, ...read };
  };
}

function largest(faces: readonly FoundFace[]): FoundFace | undefined {
  return faces
    .filter(({ box }) => box.height >= LEAST_FACE_HEIGHT)
    .toSorted((a, b) => areaOf(b.box) - areaOf(a.box))[0];
}
