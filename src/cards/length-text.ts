import type { Length } from '../domain/wish.ts';
import type { Words } from './words.ts';

/** A length as people write it: "20 tracks", "45 min". */
export function lengthText(length: Length, t: Words): string {
  return 'tracks' in length
    ? t('length.tracks', { count: length.tracks })
    : t('length.minutes', { minutes: length.minutes });
}
