import type { Key } from '../../domain/playlist.ts';

/** A key as one number: 0 to 11 are the major keys from C upwards, 12 to 23 the minor ones. */
export function keyNumber({ tonic, mode }: Key): number {
  return mode === 'minor' ? tonic + 12 : tonic;
}

/** @param number as `keyNumber` gives it */
export function keyAt(number: number): Key {
  return { tonic: number % 12, mode: number < 12 ? 'major' : 'minor' };
}
