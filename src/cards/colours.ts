import type { Emotion } from '../domain/emotion.ts';
import type { MoodName } from '../domain/mood.ts';

/** `#rrggbb`. Words stand beside every colour: none carries a meaning alone. */
export const MOOD_COLOURS: Readonly<Record<MoodName, string>> = {
  happy: '#f6c344',
  energetic: '#f2843c',
  cheerful: '#b9d04f',
  romantic: '#e58aa6',
  calm: '#5fbfa8',
  sad: '#6f8fd8',
  sombre: '#9a92d0',
  tense: '#e8706e',
};

export const EMOTION_COLOURS: Readonly<Record<Emotion, string>> = {
  angry: '#e06a5f',
  disgust: '#9dad4e',
  fear: '#a583d6',
  happy: '#f6c344',
  sad: '#6f8fd8',
  surprise: '#f2994a',
  neutral: '#9aa4b2',
};

/** The number that Discord's embeds take for a colour. */
export function asNumber(colour: string): number {
  return Number.parseInt(colour.slice(1), 16);
}

/** The picture's inks and grounds; every ink is read on every ground, also where a mood's colour lies over the disc. */
export const INK = '#f2f3f5';
export const QUIET_INK = '#c9cdd3';
export const LINE = '#4a4d55';
export const GROUND = { card: '#24262b', disc: '#2b2d33', bar: '#3a3d45', reachOpacity: 0.22 };
