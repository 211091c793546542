import type { EmotionScores } from './emotion.ts';

/** A decoded, upright photo of a bounded size. The bytes it came from are gone. */
export interface Photo {
  /** Interleaved RGB, 8 bits a channel, `width × height × 3` values. */
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What to multiply a length in these pixels by, to get pixels of the upright photo as it was sent; ≥ 1. */
  readonly scale: number;
}

/** A rectangle in pixels of the upright photo as it was sent; `x`, `y` is the top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Face {
  readonly box: Box;
  /** The detector's confidence that this is a face, in [0, 1]. */
  readonly score: number;
  readonly emotions: EmotionScores;
  /** Whether the leading emotion can be named without a "perhaps"; the reader of the face states the rule. */
  readonly sure: boolean;
}

/** What was seen in one photo. */
export interface Reading {
  /** The faces that were read, largest first. */
  readonly faces: readonly Face[];
  /** Where more were seen and left unread, largest first. */
  readonly others: readonly Box[];
}

export const WHO = ['me', 'group'] as const;

/** Whose mood counts when a photo shows several people: the largest face's, or everyone's. */
export type Who = (typeof WHO)[number];

/** The faces that were seen, read or not, largest first, as `Look` counts them. */
export function boxesIn({ faces, others }: Reading): readonly Box[] {
  return [...faces.map(({ box }) => box), ...others].toSorted((a, b) => areaOf(b) - areaOf(a));
}

/** In square pixels. */
export function areaOf({ width, height }: Pick<Box, 'width' | 'height'>): number {
  return width * height;
}
