import type { MoodPlace } from '../../domain/mood.ts';
import type { AudioFeatures } from '../catalogue/audio-features.ts';
import { nameKey } from '../names.ts';
import { heightAt } from './curves.ts';
import { type AxisWeights, embeddedWeights, type Label, type MoodMapWeights } from './weights.ts';

/** What the map reads of a track: its audio features, and the mode and the scenes where a table knows them. */
export interface Listened extends AudioFeatures {
  /** 1 is major, 0 is minor, between where its releases disagree; 0.5 where nobody knows. */
  readonly mode: number;
  /** Genres or subgenres that the track is listed under, once for each listing; may be empty. */
  readonly scenes: readonly string[];
}

/**
 * A track's place in mood space, from its audio features and, where they are known, its mode and its scenes.
 *
 * Each axis is a sum of smooth curves, one a feature, fitted to listeners' tags; `fit/fit-places.ts` has the way. Its
 * score is 0 where listeners are neutral, and tanh gives it soft ends: the square is filled, and never left.
 * @param weights by default those that come with the program
 */
export function placeOf(
  track: Listened,
  { places }: Pick<MoodMapWeights, 'places'> = embeddedWeights(),
): MoodPlace {
  return { valence: onAxis(places.valence, track), arousal: onAxis(places.arousal, track) };
}

function onAxis(axis: AxisWeights, track: Listened): number {
  const score = scoreOf(axis, track);
  return Math.tanh(score / (score < 0 ? axis.below : axis.above));
}

/** How far from neutral listeners are thought to hear a track, before the ends of the axis are softened. */
export function scoreOf(axis: Omit<AxisWeights, 'below' | 'above'>, track: Listened): number {
  return heightAt(axis, track) + axis.mode * (track.mode - 0.5) + toneOf(axis.scenes, track.scenes);
}

/** The mean over a track's listings; a scene that the fit did not know adds nothing. */
function toneOf(tones: AxisWeights['scenes'], scenes: readonly string[]): number {
  const known = scenes.map(nameKey).filter((scene) => Object.hasOwn(tones, scene));
  return known.reduce((sum, scene) => sum + (tones[scene] ?? 0), 0) / Math.max(1, scenes.length);
}

/**
 * How likely people are to label a track with each of four moods, from its audio features alone; they sum to 1.
 * @param weights by default those that come with the program
 */
export function labelChances(
  features: AudioFeatures,
  { moods }: Pick<MoodMapWeights, 'moods'> = embeddedWeights(),
): Readonly<Record<Label, number>> {
  const odds = {
    happy: Math.exp(heightAt(moods.happy, features)),
    energetic: Math.exp(heightAt(moods.energetic, features)),
    calm: Math.exp(heightAt(moods.calm, features)),
    sad: Math.exp(heightAt(moods.sad, features)),
  };
  const sum = odds.happy + odds.energetic + odds.calm + odds.sad;
  return {
    happy: odds.happy / sum,
    energetic: odds.energetic / sum,
    calm: odds.calm / sum,
    sad: odds.sad / sum,
  };
}
