import { moodDistance, type MoodPlace } from '../../domain/mood.ts';
import type { AudioFeatures } from '../catalogue/audio-features.ts';
import type { Listened } from './mood-map.ts';
import { LABELS, type Label } from './weights.ts';

/** Where a score ends and where it is neutral: `low` becomes −1, `zero` 0 and `high` 1. */
interface Scale {
  readonly low: number;
  readonly zero: number;
  readonly high: number;
}

const VALENCE_SCALE: Scale = { low: 0.03, zero: 0.53, high: 1.15 };
const AROUSAL_SCALE: Scale = { low: 0.22, zero: 0.57, high: 0.92 };

/** Where the labelled tracks lie by this rule. */
const LABEL_PLACES: Readonly<Record<Label, MoodPlace>> = {
  happy: { valence: 0.6, arousal: 0.35 },
  energetic: { valence: 0.1, arousal: 0.85 },
  calm: { valence: -0.2, arousal: -1 },
  sad: { valence: -0.5, arousal: -0.45 },
};

/**
 * A place by hand, the baseline of the fitted map: valence is Spotify's own, a little higher in major and for danceable
 * music; arousal is mostly energy.
 */
export function plainPlace(track: Omit<Listened, 'scenes'>): MoodPlace {
  const valence = track.valence + 0.09 * track.mode + 0.1 * track.danceability;
  const arousal =
    0.72 * track.energy +
    0.05 * between(track.loudness, -20, 0) +
    0.06 * between(track.tempo, 60, 180) +
    0.05 * track.danceability +
    0.12 * (1 - track.acousticness);
  return { valence: onScale(valence, VALENCE_SCALE), arousal: onScale(arousal, AROUSAL_SCALE) };
}

/** The label whose place is nearest to the track's. */
export function plainLabel(features: AudioFeatures): Label {
  const place = plainPlace({ ...features, mode: 0.5 });
  return LABELS.reduce((best, next) =>
    moodDistance(place, LABEL_PLACES[next]) < moodDistance(place, LABEL_PLACES[best]) ? next : best,
  );
}

function onScale(score: number, { low, zero, high }: Scale): number {
  const place = score < zero ? (score - zero) / (zero - low) : (score - zero) / (high - zero);
  return Math.min(1, Math.max(-1, place));
}

function between(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}
