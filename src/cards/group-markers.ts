import { centreOf, type Mood, moodNameAt } from '../domain/mood.ts';
import { apart } from './apart.ts';
import { GROUND, INK, MOOD_COLOURS, QUIET_INK } from './colours.ts';
import { CIRCLE, dot, MARKER, onDisc, type Spot } from './disc.ts';

/** A marker without a number, and where one that was moved belongs. */
const SMALL = 5;

/** From its middle to its corners. */
const DIAMOND = 10;

/** Moved less than this, a marker still stands where it belongs. */
const IN_PLACE = 3;

/** What lies on the circle. */
export interface Markers {
  readonly svg: string;
  /** Where words would be covered. */
  readonly spots: readonly Spot[];
}

/**
 * A marker for each point of a mood, with its number where it has one, and a diamond where all are together. Numbers
 * that would cover each other stand side by side, each with a line to where it belongs.
 * @param numbers by the points' order; points beyond them go without
 */
export function groupMarkers({ points }: Mood, numbers: readonly number[]): Markers {
  const centre = onDisc(centreOf({ points }));
  const marks = points.map((point) => ({ at: onDisc(point), colour: MOOD_COLOURS[moodNameAt(point)] }));
  const numbered = marks.slice(0, numbers.length);
  const plain = marks.slice(numbers.length);
  const places = apart(
    numbered.map(({ at }) => at),
    2 * MARKER + 1,
    [centre],
    CIRCLE,
  );
  const placed = numbered.map((mark, index) => ({ ...mark, place: places[index] ?? mark.at }));
  const moved = placed.filter(({ at, place }) => Math.hypot(place.x - at.x, place.y - at.y) > IN_PLACE);
  const small = [...plain, ...moved];
  const svg = `<g stroke="${QUIET_INK}" stroke-width="1.5">${moved.map(({ at, place }) => line(at, place)).join('')}</g>
    <g stroke="${GROUND.disc}">${small.map(({ at, colour }) => dot(at, SMALL, colour)).join('')}</g>
    ${diamond(centre)}
    <g stroke="${INK}" stroke-width="2">${placed.map(({ place, colour }) => dot(place, MARKER - 1, colour)).join('')}</g>
    <g fill="${GROUND.card}" font-size="15" font-weight="700" text-anchor="middle">${placed.map(({ place }, index) => digits(place, numbers[index] ?? 0)).join('')}</g>`;
  return { svg, spots: [centre, ...places, ...small.map(({ at }) => at)] };
}

/** Marks where several are together; also in the picture's legend. */
export function diamond({ x, y }: Spot): string {
  return `<path d="M${x} ${y - DIAMOND}l${DIAMOND} ${DIAMOND}l${-DIAMOND} ${DIAMOND}l${-DIAMOND} ${-DIAMOND}z" fill="${INK}" stroke="${GROUND.card}" stroke-width="2"/>`;
}

function line(from: Spot, to: Spot): string {
  return `<path d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`;
}

function digits({ x, y }: Spot, number: number): string {
  return `<text x="${x}" y="${y + 5.3}">${number}</text>`;
}
