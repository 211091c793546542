import type { Box, Photo } from '../../domain/reading.ts';
import type { View } from './blazeface.ts';

/** All of the photo, in a square. @param times the square's side, as a multiple of the photo's longer side */
export function whole({ width, height }: Photo, times: number): View {
  const side = times * Math.max(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, side };
}

/** A square around a box. @param times the square's side, as a multiple of the box's longer side */
export function around({ x, y, width, height }: Box, times: number): View {
  const side = times * Math.max(width, height);
  return { x: x + (width - side) / 2, y: y + (height - side) / 2, side };
}

/**
 * The photo in parts that overlap by a fifth of their side at least, for faces in the distance.
 * @param share a part's side, as a share of the photo's longer side
 */
export function tiles({ width, height }: Photo, share: number): readonly View[] {
  const side = share * Math.max(width, height);
  const along = (length: number): readonly number[] => {
    if (length <= side) return [(length - side) / 2];
    const gaps = Math.ceil((length - side) / (0.8 * side));
    return Array.from({ length: gaps + 1 }, (_, index) => (index * (length - side)) / gaps);
  };
  return along(height).flatMap((y) => along(width).map((x) => ({ x, y, side })));
}
