import type { Box } from './reading.ts';

/** Where a face is in a photo, by which people tell it from the others; both count from 1. */
export interface FacePlace {
  /** Its row, from the top. */
  readonly row: number;
  /** Its place in that row, from the left. */
  readonly fromLeft: number;
}

/** Faces further below the one above than their mean height, by this much, are in a row of their own. */
const ROW_GAP = 1;

/**
 * The place of each face among them all, in their order. Faces go by their middles: a near, wide face begins further
 * left than it is. People side by side are of different heights, so a row ends only where the next face down, by its
 * middle, is a whole face further down.
 */
export function placesOf(boxes: readonly Box[]): readonly FacePlace[] {
  const rows = rowsOf(boxes);
  return boxes.map((box) => {
    const row = rows.findIndex((inRow) => inRow.includes(box));
    return { row: row + 1, fromLeft: (rows[row] ?? []).indexOf(box) + 1 };
  });
}

/** The rows from the top, each from the left. */
function rowsOf(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const rows: Box[][] = [];
  let above: Box | undefined;
  for (const box of boxes.toSorted((a, b) => middleOf(a).y - middleOf(b).y)) {
    const row = rows.at(-1);
    if (row && above && !isBelow(above, box)) row.push(box);
    else rows.push([box]);
    above = box;
  }
  return rows.map((row) => row.toSorted((a, b) => middleOf(a).x - middleOf(b).x));
}

function isBelow(above: Box, box: Box): boolean {
  return middleOf(box).y - middleOf(above).y > (ROW_GAP * (above.height + box.height)) / 2;
}

function middleOf({ x, y, width, height }: Box): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
