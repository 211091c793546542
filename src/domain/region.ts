import { distanceFrom, MOOD_NAMES, type MoodName, moodDistance, type MoodPlace } from './mood.ts';

/** Two kinds of cheering music that lie between the named moods. */
const MORE_PLACES = {
  'highly energetic': { valence: 0.45, arousal: 0.95 },
  /** Content and serene, in the words of Russell (1980). */
  'happy and calm': { valence: 0.7, arousal: -0.25 },
} as const satisfies Record<string, MoodPlace>;

export type RegionName = MoodName | keyof typeof MORE_PLACES;

/** What music can be asked for by name: the moods, and two kinds of music that cheer. */
export const REGION_NAMES: readonly RegionName[] = [...MOOD_NAMES, 'highly energetic', 'happy and calm'];

/**
 * How softly regions end: a standard deviation in mood space, that of labelled tracks around the heart of the mood that
 * they are labelled with (on either axis, over the 686 tracks that the mood map knows).
 */
export const REGION_SPREAD = 0.48;

/**
 * How much a place belongs to a region, in (0, 1]: 1 at its heart, falling off as a bell. Regions overlap; of the moods, a
 * place belongs most to the one that `moodNameAt` gives it.
 */
export function membershipOf(region: RegionName, place: MoodPlace): number {
  const distance =
    region === 'highly energetic' || region === 'happy and calm'
      ? moodDistance(place, MORE_PLACES[region])
      : distanceFrom(region, place);
  return Math.exp(-0.5 * (distance / REGION_SPREAD) ** 2);
}
