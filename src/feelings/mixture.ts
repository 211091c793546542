import { centreOf, type Mood, moodNameAt, type MoodPoint } from '../domain/mood.ts';
import type { Told } from './sentence.ts';

/** More points than this nobody would hear in a list of twenty tracks. */
const MOST_POINTS = 6;

/**
 * Feelings side by side as one mood: a point for each, weighted by how much it was meant; the same feeling told twice
 * weighs twice. The order does not matter.
 */
export function mixtureOfTold(told: readonly [Told, ...Told[]]): Mood {
  const heaviest = [...Map.groupBy(told, keyOf).values()]
    .map((same) => ({ told: same[0] ?? told[0], weight: same.reduce((sum, { weight }) => sum + weight, 0) }))
    .toSorted((a, b) => b.weight - a.weight || compare(keyOf(a.told), keyOf(b.told)))
    .slice(0, MOST_POINTS);
  const whole = heaviest.reduce((sum, { weight }) => sum + weight, 0);
  const pointOf = ({ told: { place, spread }, weight }: (typeof heaviest)[number]): MoodPoint => ({
    ...place,
    spread,
    weight: weight / whole,
  });
  const [first, ...rest] = heaviest.map(pointOf);
  const points: Mood['points'] = [first ?? { ...told[0].place, spread: told[0].spread, weight: 1 }, ...rest];
  return { name: moodNameAt(centreOf({ points })), points };
}

function keyOf({ place, spread }: Told): string {
  return `${place.valence} ${place.arousal} ${spread}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
