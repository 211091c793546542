import { GROUND, INK, MOOD_COLOURS, QUIET_INK } from '../src/cards/colours.ts';
import { inXml } from '../src/cards/svg.ts';
import type { Words } from '../src/cards/words.ts';
import { MOOD_NAMES, MOOD_PLACES, type MoodPlace } from '../src/domain/mood.ts';
import type { Playlist } from '../src/domain/playlist.ts';
import { membershipOf } from '../src/domain/region.ts';

/** A playlist to be drawn, and what it is called below the map. */
export interface Drawn {
  readonly title: string;
  readonly colour: string;
  readonly playlist: Playlist;
}

/** In pixels: the square of the map, its place, and the whole. */
const SIDE = 900;
const LEFT = 62;
const TOP = 56;
const WIDTH = SIDE + 2 * LEFT;

const LEGEND_LINE = 40;
const LEGEND_TOP = TOP + SIDE + 92;

/** Regions are painted in squares so many pixels wide. */
const PATCH = 10;

/** How sharply a region's colour gives way to the next. */
const SHARPNESS = 8;

/** A pick's dot, and how near two of them may come. */
const DOT = 13;
const APART = 24;

/** A mood's word: its size, half its height, and where it may stand so that no pick lies on it. */
const WORD = 30;
const LETTER = 0.56;
const WORD_OFFSETS = [0, 46, -46, 92, -92, 138, -138];

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Colours are told apart on these grounds; the map's own stays dark, whatever page it stands on. */
const HALO = `stroke="${GROUND.card}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"`;

/**
 * The mood map: its named regions, every track as a dot, and playlists as paths with their picks numbered, each tied to
 * the slot that it was chosen for.
 */
export function musicMapSvg(tracks: readonly MoodPlace[], lists: readonly Drawn[], t: Words): string {
  const spots = movedApart(lists.flatMap(({ playlist }) => playlist.picks.map(({ track }) => onMap(track))));
  let drawn = 0;
  const picksOf = (list: Drawn): string => {
    const first = drawn;
    drawn += list.playlist.picks.length;
    return picks(list, spots.slice(first, drawn));
  };
  const height = LEGEND_TOP + lists.length * LEGEND_LINE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Nunito" fill="${INK}">
    <rect width="100%" height="100%" fill="${GROUND.card}"/>
    <g opacity="0.4" shape-rendering="crispEdges">${patches().join('')}</g>
    <g fill="${INK}" opacity="0.3">${tracks.map((track) => circle(track, 2)).join('')}</g>
    <path d="M${LEFT} ${TOP + SIDE / 2}h${SIDE}M${LEFT + SIDE / 2} ${TOP}v${SIDE}" stroke="${INK}" stroke-opacity="0.25" stroke-width="1.5"/>
    ${axisWords(t)}
    ${lists.map(path).join('')}
    ${MOOD_NAMES.map((name) => word(onMap(MOOD_PLACES[name]), t(`mood.${name}`), MOOD_COLOURS[name], spots)).join('')}
    ${lists.map(picksOf).join('')}
    ${lists.map(legendLine).join('')}
  </svg>`;
}

/** Each patch has the colours of the moods around it, mixed as it belongs to them. */
function patches(): readonly string[] {
  const steps = Array.from({ length: SIDE / PATCH }, (_, at) => at * PATCH);
  return steps.flatMap((y) =>
    steps.map(
      (x) =>
        `<rect x="${LEFT + x}" y="${TOP + y}" width="${PATCH}" height="${PATCH}" fill="${colourAt(placeAt(x + PATCH / 2, y + PATCH / 2))}"/>`,
    ),
  );
}

function colourAt(place: MoodPlace): string {
  const weights = MOOD_NAMES.map((name) => membershipOf(name, place) ** SHARPNESS);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const channel = (start: number): number =>
    MOOD_NAMES.reduce(
      (mixed, name, at) =>
        mixed + ((weights[at] ?? 0) / sum) * Number.parseInt(MOOD_COLOURS[name].slice(start, start + 2), 16),
      0,
    );
  return `rgb(${[1, 3, 5].map((start) => Math.round(channel(start))).join(',')})`;
}

/** The path through the slots, and rings around slots that it stays at. */
function path({ playlist, colour }: Drawn): string {
  const slots = playlist.picks.map(({ slot }) => slot);
  const places = slots.filter(
    ({ valence, arousal }, at) => valence !== slots[at - 1]?.valence || arousal !== slots[at - 1]?.arousal,
  );
  const look = `fill="none" stroke="${colour}" stroke-width="3"`;
  if (playlist.intent === 'match')
    return places
      .map((slot) => {
        const { x, y } = onMap(slot);
        return `<circle cx="${x}" cy="${y}" r="${slot.spread * SIDE}" ${look} stroke-dasharray="2 8" stroke-linecap="round"/>`;
      })
      .join('');
  const line = places.map(onMap).map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`);
  return `<path d="${line.join('')}" ${look} stroke-linejoin="round" opacity="0.9"/>${places
    .map((slot) => circle(slot, 6, `fill="${GROUND.card}" stroke="${colour}" stroke-width="3"`))
    .join('')}`;
}

function picks({ playlist, colour }: Drawn, spots: readonly Spot[]): string {
  return playlist.picks
    .map(({ slot }, at) => {
      const [from, to = from] = [onMap(slot), spots[at]];
      return `<path d="M${from.x} ${from.y}L${to.x} ${to.y}" stroke="${colour}" stroke-width="1.5" stroke-opacity="0.6"/>
        <circle cx="${to.x}" cy="${to.y}" r="${DOT}" fill="${colour}" stroke="${GROUND.card}" stroke-width="2"/>
        <text x="${to.x}" y="${to.y + 6}" font-size="16" font-weight="700" text-anchor="middle" fill="${GROUND.card}">${at + 1}</text>`;
    })
    .join('');
}

/** Picks that would hide each other, each moved by half of what they overlap until none does. */
function movedApart(spots: readonly Spot[]): readonly Spot[] {
  const moved = spots.map((spot) => ({ ...spot }));
  for (let round = 0; round < 30; round += 1)
    for (const [at, a] of moved.entries())
      for (const [after, b] of moved.slice(at + 1).entries()) {
        const distance = Math.hypot(b.x - a.x, b.y - a.y);
        if (distance >= APART) continue;
        const angle = distance > 0 ? Math.atan2(b.y - a.y, b.x - a.x) : after;
        const [x, y] = [
          (Math.cos(angle) * (APART - distance)) / 2,
          (Math.sin(angle) * (APART - distance)) / 2,
        ];
        a.x -= x;
        a.y -= y;
        b.x += x;
        b.y += y;
      }
  return moved.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

function legendLine({ title, colour }: Drawn, line: number): string {
  const y = LEGEND_TOP + line * LEGEND_LINE;
  return `<circle cx="${LEFT + 14}" cy="${y - 8}" r="12" fill="${colour}"/><text x="${LEFT + 40}" y="${y}" font-size="24">${inXml(title)}</text>`;
}

function axisWords(t: Words): string {
  const [x, y] = [LEFT + SIDE / 2, TOP + SIDE / 2];
  const turned = (at: string, turn: number, text: string) =>
    `<text transform="translate(${at}) rotate(${turn})" font-size="24" text-anchor="middle" fill="${QUIET_INK}">${inXml(text)}</text>`;
  return [
    turned(`${x} ${TOP - 18}`, 0, t('picture.intense')),
    turned(`${x} ${TOP + SIDE + 34}`, 0, t('picture.quiet')),
    turned(`${LEFT - 20} ${y}`, -90, t('picture.unpleasant')),
    turned(`${LEFT + SIDE + 20} ${y}`, 90, t('picture.pleasant')),
  ].join('');
}

function word({ x, y }: Spot, text: string, colour: string, picked: readonly Spot[]): string {
  const half = (text.length * WORD * LETTER) / 2 + DOT;
  const offset =
    WORD_OFFSETS.find((each) =>
      picked.every((pick) => Math.abs(pick.x - x) > half || Math.abs(pick.y - y - each) > WORD / 2 + DOT),
    ) ?? 0;
  return `<text x="${x}" y="${y + offset + 10}" font-size="${WORD}" font-weight="700" text-anchor="middle" fill="${colour}" ${HALO}>${inXml(text)}</text>`;
}

function circle(place: MoodPlace, radius: number, look = ''): string {
  const { x, y } = onMap(place);
  return `<circle cx="${x}" cy="${y}" r="${radius}" ${look}/>`;
}

function onMap({ valence, arousal }: MoodPlace): Spot {
  return {
    x: Math.round(LEFT + ((valence + 1) / 2) * SIDE),
    y: Math.round(TOP + ((1 - arousal) / 2) * SIDE),
  };
}

function placeAt(x: number, y: number): MoodPlace {
  return { valence: (2 * x) / SIDE - 1, arousal: 1 - (2 * y) / SIDE };
}
