import type { FacePlace } from '../domain/face-places.ts';
import type { Words } from './words.ts';

/** Where a face is, in words; its row is named only where there are several. */
export function placeText({ row, fromLeft }: FacePlace, rows: number, t: Words): string {
  const ordinal = { count: fromLeft, ordinal: true } as const;
  return rows > 1 ? t('place.inRow', { ...ordinal, row }) : t('place.fromLeft', ordinal);
}

/** How many rows there are in some places. */
export function rowsIn(places: readonly FacePlace[]): number {
  return Math.max(0, ...places.map(({ row }) => row));
}

/** As one reads: row by row from the top, each from the left. */
export function inReadingOrder(a: FacePlace, b: FacePlace): number {
  return a.row - b.row || a.fromLeft - b.fromLeft;
}
