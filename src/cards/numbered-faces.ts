import { type FacePlace, placesOf } from '../domain/face-places.ts';
import type { Face } from '../domain/reading.ts';
import { inReadingOrder } from './face-place.ts';

/** The faces of a group that are named one by one: the largest. */
const MOST_NAMED = 12;

/** A face of a group, the number that stands for it in text and picture, and where it is among all. */
export interface NumberedFace {
  readonly number: number;
  readonly face: Face;
  readonly place: FacePlace;
}

/**
 * The largest faces of a group, numbered as one reads: row by row, from the left.
 * @param faces all of them, largest first
 * @returns as many as are named, largest first
 */
export function numberedFaces(faces: readonly Face[]): readonly NumberedFace[] {
  const places = placesOf(faces.map(({ box }) => box));
  const named = faces.slice(0, MOST_NAMED).flatMap((face, index) => {
    const place = places[index];
    return place ? [{ face, place }] : [];
  });
  const inOrder = named.toSorted((a, b) => inReadingOrder(a.place, b.place));
  return named.map((one) => ({ ...one, number: inOrder.indexOf(one) + 1 }));
}
