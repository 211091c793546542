import { type Mood, MOOD_NAMES, type MoodName, MOOD_PLACES, moodNameAt } from '../domain/mood.ts';
import { GROUND, INK, LINE, MOOD_COLOURS, QUIET_INK } from './colours.ts';
import { CIRCLE, dot, MARKER, onDisc, type Spot } from './disc.ts';
import { widthOf } from './fonts.ts';
import { groupMarkers, type Markers } from './group-markers.ts';
import { inXml } from './svg.ts';
import type { Words } from './words.ts';

const LANDMARK = 4;
const WORD = 18;

/** What its letters reach above and below the baseline. */
const ABOVE = 16;
const BELOW = 4;

/** Moved further than this to the side, a word would no longer belong to its landmark. */
const MOST_NUDGE = 14;

/** Where the word for a landmark may stand, as its baseline's distance: beside the dot, or clear of a marker on it. */
const WORD_OFFSETS = [LANDMARK + 17, -LANDMARK - 7, MARKER + 20, -MARKER - 8];

/** A word around its middle: half its width, and its height above the baseline. */
interface Word extends Spot {
  readonly name: MoodName;
  readonly half: number;
}

/**
 * The mood on the circle of valence and arousal: a marker for each of its points (a face, a feeling), around it where else that may lie, and
 * the named moods as landmarks. A landmark whose word has no room goes without it.
 * @param numbers of a group, those of the faces, in the order of its points
 */
export function moodCircle(mood: Mood, t: Words, numbers?: readonly number[]): string {
  const { x, y, radius } = CIRCLE;
  const marks = mood.points.map((point) => ({
    ...onDisc(point),
    reach: point.spread * radius,
    colour: MOOD_COLOURS[moodNameAt(point)],
  }));
  const { svg, spots } = numbers ? groupMarkers(mood, numbers) : markersOn(marks);
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${GROUND.disc}"/>
    <path d="M${x - radius} ${y}h${2 * radius}M${x} ${y - radius}v${2 * radius}" stroke="${LINE}" stroke-width="2"/>
    <clipPath id="disc"><circle cx="${x}" cy="${y}" r="${radius}"/></clipPath>
    <g clip-path="url(#disc)"><g opacity="${GROUND.reachOpacity}">${marks.map(({ reach, colour, ...spot }) => dot(spot, reach, colour)).join('')}</g></g>
    <circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${LINE}" stroke-width="2"/>
    ${axisWords(t)}
    ${MOOD_NAMES.map((name) => dot(onDisc(MOOD_PLACES[name]), LANDMARK, MOOD_COLOURS[name])).join('')}
    ${wordsBeside(spots, mood.name, t)
      .map((word) => landmarkWord(word, word.name === mood.name, t))
      .join('')}
    ${svg}`;
}

function markersOn(marks: readonly (Spot & { readonly colour: string })[]): Markers {
  const dots = marks.map(({ colour, ...spot }) => dot(spot, MARKER - 1.5, colour));
  return { svg: `<g stroke="${INK}" stroke-width="3">${dots.join('')}</g>`, spots: marks };
}

/** The ends of the axes; those of the level one stand upright, so that a long word has room in every language. */
function axisWords(t: Words): string {
  const { x, y, radius } = CIRCLE;
  const word = (at: Spot, turn: number, text: string) =>
    `<text transform="translate(${at.x} ${at.y}) rotate(${turn})" font-size="20" text-anchor="middle" fill="${QUIET_INK}">${inXml(text)}</text>`;
  return [
    word({ x, y: y - radius - 17 }, 0, t('picture.intense')),
    word({ x, y: y + radius + 29 }, 0, t('picture.quiet')),
    word({ x: x - radius - 17, y }, -90, t('picture.unpleasant')),
    word({ x: x + radius + 17, y }, 90, t('picture.pleasant')),
  ].join('');
}

/** Places the words one after the other, the mood's own first, each clear of the markers and of those before it. */
function wordsBeside(marks: readonly Spot[], own: MoodName, t: Words): readonly Word[] {
  const placed: Word[] = [];
  for (const name of [own, ...MOOD_NAMES.filter((other) => other !== own)]) {
    const { x, y } = onDisc(MOOD_PLACES[name]);
    const half = widthOf(t(`mood.${name}`), WORD) / 2;
    const word = WORD_OFFSETS.map((offset) => ({ name, half, x, y: y + offset }))
      .filter((each) => Math.abs(nudge(each)) <= MOST_NUDGE)
      .map((each) => ({ ...each, x: each.x + nudge(each) }))
      .find(
        (each) =>
          !crossesLevelAxis(each) &&
          marks.every((mark) => !covers(mark, each)) &&
          placed.every((other) => !overlap(other, each)),
      );
    if (word) placed.push(word);
  }
  return placed;
}

/** How far to the side a word must go so that the rim does not cut it. */
function nudge({ x, y, half }: Word): number {
  const height = Math.max(Math.abs(y + BELOW - CIRCLE.y), Math.abs(y - ABOVE - CIRCLE.y));
  const room = Math.sqrt(Math.max(0, CIRCLE.radius ** 2 - height ** 2)) - half;
  const from = x - CIRCLE.x;
  return Math.min(room, Math.max(-room, from)) - from;
}

function crossesLevelAxis({ y }: Word): boolean {
  return y + BELOW > CIRCLE.y && y - ABOVE < CIRCLE.y;
}

function covers(mark: Spot, { x, y, half }: Word): boolean {
  const dx = Math.max(0, Math.abs(mark.x - x) - half);
  const dy = Math.max(0, mark.y - (y + BELOW), y - ABOVE - mark.y);
  return Math.hypot(dx, dy) < MARKER + 1;
}

function overlap(a: Word, b: Word): boolean {
  return Math.abs(a.x - b.x) < a.half + b.half && Math.abs(a.y - b.y) < ABOVE + BELOW;
}

function landmarkWord({ name, x, y }: Word, here: boolean, t: Words): string {
  const look = here ? `font-weight="700" fill="${INK}"` : `fill="${QUIET_INK}"`;
  return `<text x="${x}" y="${y}" font-size="${WORD}" text-anchor="middle" ${look}>${inXml(t(`mood.${name}`))}</text>`;
}
