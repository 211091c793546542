import { INTENTS } from '../../src/domain/arc.ts';
import { moodAt } from '../../src/domain/mood.ts';
import type { Wish } from '../../src/music/choose.ts';
import { randomFrom } from '../../src/music/random.ts';

/** What lists are asked for: any music, a genre and a decade, or nothing of what was heard lately. */
export const KINDS = ['any', 'filtered', 'heard'] as const;

export type Kind = (typeof KINDS)[number];

export const TRACKS_A_LIST = 20;
const HEARD = 500;
const DECADES = [1980, 1990, 2000, 2010];

/** A tenth of the genres, all of which are about as large. */
const GENRES_ASKED_FOR = 11;

/** Wishes all over the map, the same on every run. */
export function wishesOf(
  kind: Kind,
  count: number,
  ids: (row: number) => string,
  size: number,
): readonly Wish[] {
  const random = randomFrom(2);
  const upTo = (most: number): number => Math.floor(most * random());
  return Array.from({ length: count }, (_, seed) => ({
    mood: moodAt({ valence: 2 * random() - 1, arousal: 2 * random() - 1 }),
    intent: INTENTS[seed % INTENTS.length] ?? 'match',
    length: { tracks: TRACKS_A_LIST },
    seed,
    ...(kind === 'filtered'
      ? {
          filters: {
            genre: `genre ${upTo(GENRES_ASKED_FOR)}`,
            decade: DECADES[upTo(DECADES.length)] ?? 2000,
          },
        }
      : {}),
    ...(kind === 'heard' ? { heard: Array.from({ length: HEARD }, () => ids(upTo(size))) } : {}),
  }));
}
