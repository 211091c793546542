import type { MoodPlace } from '../domain/mood.ts';

/** A place in the picture, in its units. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The circle's centre, and its radius, which stands for a distance of 1 in mood space. */
export const CIRCLE = { x: 600, y: 278, radius: 156 };

/** The radius of a marker with its rim. */
export const MARKER = 11;

/** The square of mood space on the disc: what lies beyond distance 1 is drawn at the rim. */
export function onDisc({ valence, arousal }: MoodPlace): Spot {
  const inside = CIRCLE.radius / Math.max(1, Math.hypot(valence, arousal));
  return { x: CIRCLE.x + valence * inside, y: CIRCLE.y - arousal * inside };
}

/** A filled circle. */
export function dot({ x, y }: Spot, radius: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`;
}
