import { arcOf, type Intent, type Slot } from '../domain/arc.ts';
import { moodDistance, type Mood } from '../domain/mood.ts';
import type { Pick, Playlist } from '../domain/playlist.ts';
import { type Filters, type Length, LONGEST_LIST, type Taste } from '../domain/wish.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { UNKNOWN } from './catalogue/columns.ts';
import { candidatesAround, distanceTo, nearestOf } from './choosing/candidates.ts';
import { type Filled, smoothed } from './choosing/order.ts';
import { listRules, type ListRules } from './choosing/rules.ts';
import { reachOf, scoreOf, total, widenedBy } from './choosing/score.ts';
import { type Selection, selectionOf } from './choosing/selection.ts';
import { tasteOn, type TasteOn } from './choosing/taste.ts';
import { randomFrom } from './random.ts';

/** A slot that nothing fits is searched again, each time this much further. */
const WIDER = 1.5;

/** Rather than look further beyond a slot's reach than this, what was heard lately comes again, or a wish gives way. */
const FAR = { fresh: 0.2, heardToo: 0.5 } as const;

/** Of slots whose distances to a track differ by less, each is as good for it. */
const SAME_STEP = 0.05;

/** How long a track takes where the catalogue does not know. */
const USUAL_SECONDS = 220;

/** So often a list's length in tracks is set anew until it comes closest to the minutes that were asked for. */
const TRIES_AT_MINUTES = 4;

export interface Wish {
  readonly mood: Mood;
  readonly intent: Intent;
  readonly length: Length;
  /** Decides the list; `newSeed()` for a fresh one. */
  readonly seed: number;
  readonly filters?: Filters;
  readonly taste?: Taste;
  /** Names of artists: theirs alone as far as the mood has any, nobody's if left out. Which tracks are theirs is told nowhere. */
  readonly artists?: readonly string[];
  /** Ids of tracks that were heard lately: they come again only where nothing else is left near the mood. */
  readonly heard?: Iterable<string>;
}

/**
 * Chooses a playlist: one track a slot of the arc, drawn at random with the odds of its score, then ordered so that
 * neighbours flow. No song comes twice, no artist more than twice or side by side, nothing explicit or disliked. Where
 * nothing is left near a slot, wishes give way one by one, then the search goes further from the mood, and each pick
 * tells so in its terms. Where the rules leave nothing at all, the list is shorter.
 * @throws RangeError if the length is not 1 to 100 whole tracks, or up to 300 minutes
 */
export function choose(catalogue: Catalogue, wish: Wish): Playlist {
  const { mood, intent, length, seed, filters = {}, taste = {}, artists = [], heard = [] } = wish;
  const chooser: Chooser = {
    catalogue,
    filters,
    taste: tasteOn(catalogue, filters, taste),
    selection: selectionOf(catalogue, { filters, taste, artists, heard }),
  };
  const list = (count: number) => listOf(chooser, arcOf(mood, intent, count), randomFrom(seed));
  const rows =
    'tracks' in length ? list(wholeTracks(length.tracks)) : forMinutes(catalogue, length.minutes, list);
  return { mood, intent, length, filters, seed, picks: picksOf(chooser, rows) };
}

/** What stays the same over a list. */
interface Chooser {
  readonly catalogue: Catalogue;
  readonly filters: Filters;
  readonly taste: TasteOn;
  readonly selection: Selection;
}

function wholeTracks(tracks: number): number {
  if (!Number.isInteger(tracks) || tracks < 1 || tracks > LONGEST_LIST.tracks)
    throw new RangeError(`a list has 1 to ${LONGEST_LIST.tracks} tracks, not ${tracks}`);
  return tracks;
}

/** The list that comes nearest to the minutes. Its arc depends on the count, so the count is tried and set anew. */
function forMinutes(
  { columns }: Catalogue,
  minutes: number,
  list: (count: number) => readonly Filled[],
): readonly Filled[] {
  if (!(minutes > 0 && minutes <= LONGEST_LIST.minutes))
    throw new RangeError(`a list lasts up to ${LONGEST_LIST.minutes} minutes, not ${minutes}`);
  const wanted = 60 * minutes;
  const secondsAt = (row: number): number => {
    const seconds = columns.seconds[row] ?? UNKNOWN.seconds;
    return seconds === UNKNOWN.seconds ? USUAL_SECONDS : seconds;
  };
  const secondsOf = (rows: readonly Filled[]): number =>
    rows.reduce((sum, { row }) => sum + secondsAt(row), 0);
  const inBounds = (count: number): number => Math.min(LONGEST_LIST.tracks, Math.max(1, Math.round(count)));
  const tried = new Map<number, readonly Filled[]>();
  let count = inBounds(wanted / USUAL_SECONDS);
  for (let left = TRIES_AT_MINUTES; left > 0 && !tried.has(count); left -= 1) {
    const rows = list(count);
    tried.set(count, rows);
    count = inBounds((count * wanted) / Math.max(1, secondsOf(rows)));
  }
  const off = (rows: readonly Filled[]): number => Math.abs(secondsOf(rows) - wanted);
  return [...tried.values()].toSorted((a, b) => off(a) - off(b))[0] ?? [];
}

function listOf(chooser: Chooser, arc: readonly Slot[], random: () => number): readonly Filled[] {
  const rules = listRules(chooser.catalogue);
  const filled: Filled[] = [];
  for (const slot of arc) {
    const row = rowFor(chooser, { arc, slot, rules, list: filled.map((each) => each.row), random });
    if (row === undefined) continue;
    rules.add(row);
    filled.push({ row, slot });
  }
  return smoothed(chooser.catalogue.columns, filled);
}

/** A slot to fill, and the list before it. */
interface Vacancy {
  readonly arc: readonly Slot[];
  readonly slot: Slot;
  readonly rules: ListRules;
  readonly list: readonly number[];
  readonly random: () => number;
}

/** From ring to ring, and in each further and further from the slot, until there is a row. */
function rowFor(chooser: Chooser, { arc, slot, rules, list, random }: Vacancy): number | undefined {
  const { catalogue, selection, taste } = chooser;
  const free = (row: number): boolean => selection.mayPlay(row) && rules.allows(row);
  const drawn = (rows: readonly number[], heardToo: boolean): number | undefined =>
    draw(
      rows,
      (row) => Math.exp(scoreAt(chooser, row, slot, list)),
      (row) => heardToo || !selection.wasHeard(row),
      random,
    );
  const asked = taste.askedFor.filter((row) => isBestFor(catalogue, row, slot, arc) && free(row));
  for (const ring of selection.rings) {
    const { grid, heardToo } = ring();
    const near = reachOf(slot) + (heardToo ? FAR.heardToo : FAR.fresh);
    for (let radius = reachOf(slot); ; radius = Math.min(near, radius * WIDER)) {
      const around = candidatesAround(catalogue.columns, grid, slot, radius, free, random);
      const row = drawn([...new Set([...around, ...asked])], heardToo);
      if (row !== undefined) return row;
      if (radius >= near) break;
    }
  }
  return drawn(nearestOf(catalogue.columns, catalogue.grid, slot, free), true);
}

/** Tracks by an artist who was asked for are wanted however far they lie, but where on the way they fit best. */
function isBestFor({ columns }: Catalogue, row: number, slot: Slot, arc: readonly Slot[]): boolean {
  const best = Math.min(...arc.map((each) => distanceTo(columns, row, each)));
  return distanceTo(columns, row, slot) <= best + SAME_STEP;
}

function scoreAt(
  { catalogue, taste, filters }: Chooser,
  row: number,
  slot: Slot,
  list: readonly number[],
): number {
  return total(scoreOf(catalogue, taste, filters.popularity ?? 'mixed', row, slot, list));
}

/** One of the acceptable rows, as likely as its share of their odds. */
function draw(
  rows: readonly number[],
  oddsOf: (row: number) => number,
  accepts: (row: number) => boolean,
  random: () => number,
): number | undefined {
  const left = rows.map((row) => ({ row, odds: oddsOf(row) }));
  while (left.length > 0) {
    let share = random() * left.reduce((sum, { odds }) => sum + odds, 0);
    const found = left.findIndex(({ odds }) => (share -= odds) < 0);
    // Rounding may leave a crumb of the sum behind: it falls to the last.
    const [drawn] = left.splice(found === -1 ? left.length - 1 : found, 1);
    if (drawn && accepts(drawn.row)) return drawn.row;
  }
  return undefined;
}

function picksOf(
  { catalogue, taste, filters, selection }: Chooser,
  list: readonly Filled[],
): readonly Pick[] {
  const rows = list.map(({ row }) => row);
  return list.map(({ row, slot }, index) => {
    const track = catalogue.trackAt(row);
    const distance = moodDistance(track, slot);
    return {
      track,
      slot,
      terms: {
        distance,
        widenedBy: widenedBy(distance, slot),
        gaveWay: selection.missedBy(row).filter((wish) => wish === 'heard' || !taste.isAskedFor(row)),
        liked: taste.liked(row),
        score: scoreOf(catalogue, taste, filters.popularity ?? 'mixed', row, slot, rows.slice(0, index)),
      },
    };
  });
}
