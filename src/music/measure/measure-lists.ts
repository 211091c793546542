import type { Intent } from '../../domain/arc.ts';
import { moodDistance } from '../../domain/mood.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type Columns, UNKNOWN } from '../catalogue/columns.ts';
import { distanceTo } from '../choosing/candidates.ts';
import { flow, likeness } from '../choosing/likeness.ts';
import { artistsOf, MOST_BY_ARTIST } from '../choosing/rules.ts';
import { widenedBy } from '../choosing/score.ts';
import { intervalOf, mean, quantile, resamples } from '../mood-map/fit/statistics.ts';
import type { ListFigures } from './figures.ts';
import type { Listed } from './ways.ts';

/** How good lists are, however they were chosen. */
export function measureLists({ columns, size }: Catalogue, lists: readonly Listed[]): ListFigures {
  const picks = lists.flatMap(({ picks }) => picks);
  const distances = distancesOf(columns, lists);
  const withIntent = (intent: Intent): number =>
    mean(
      distancesOf(
        columns,
        lists.filter((each) => each.intent === intent),
      ),
    );
  const rows = lists.map(({ picks }) => picks.map(({ row }) => row));
  const neighbours = rows.flatMap((list) => list.slice(1).map((row, at) => [list[at] ?? row, row] as const));
  const pairs = rows.flatMap(pairsOf);
  const apart = ([a, b]: readonly [number, number]): number =>
    moodDistance(placeOf(columns, a), placeOf(columns, b));
  const gaps = rows.map((list) => gapsOf(columns, list));
  const allGaps = gaps.flat();
  const everyRow = Array.from({ length: size }, (_, row) => row);
  const entropy = (of: readonly number[]): number => entropyOf(of.map((row) => columns.genre[row] ?? 0));
  const known = wellKnown(columns);
  return {
    lists: lists.length,
    picks: picks.length,
    slotDistance: {
      mean: mean(distances),
      interval: distanceInterval(columns, lists),
      byIntent: {
        match: withIntent('match'),
        lift: withIntent('lift'),
        calm: withIntent('calm'),
        focus: withIntent('focus'),
        party: withIntent('party'),
      },
    },
    widened: mean(picks.map(({ slot }, at) => Number(widenedBy(distances[at] ?? 0, slot) > 0))),
    neighbours: {
      moodDistance: mean(neighbours.map(apart)),
      flow: mean(neighbours.map(([a, b]) => flow(columns, a, b))),
    },
    diversity: {
      sound: mean(pairs.map(([a, b]) => 1 - likeness(columns, a, b))),
      moodDistance: mean(pairs.map(apart)),
    },
    artists: {
      twice: mean(gaps.map((each) => Number(each.length > 0))),
      leastGap: allGaps.length === 0 ? null : allGaps.reduce((least, gap) => Math.min(least, gap)),
      meanGap: allGaps.length === 0 ? null : mean(allGaps),
      rulesBroken: rows.filter(
        (list, at) => gaps[at]?.includes(1) === true || mostByOne(columns, list) > MOST_BY_ARTIST,
      ).length,
    },
    songsTwice: rows.filter((list) => new Set(list.map((row) => columns.song[row])).size < list.length)
      .length,
    genreEntropy: {
      list: mean(rows.map(entropy)),
      all: entropy(rows.flat()),
      catalogue: entropy(everyRow),
    },
    coverage: new Set(rows.flat()).size / size,
    topDecile: mean(rows.flat().map((row) => Number(known(row)))),
  };
}

function distancesOf(columns: Columns, lists: readonly Listed[]): readonly number[] {
  return lists.flatMap(({ picks }) => picks.map(({ row, slot }) => distanceTo(columns, row, slot)));
}

/** Lists for one mood resemble each other, so it is moods that are resampled. */
function distanceInterval(columns: Columns, lists: readonly Listed[]): [number, number] {
  const byMood = [...Map.groupBy(lists, ({ mood }) => mood).values()].map((same) =>
    mean(distancesOf(columns, same)),
  );
  return intervalOf(resamples(byMood.length).map((sample) => mean(sample.map((at) => byMood[at] ?? 0))));
}

function placeOf({ valence, arousal }: Columns, row: number) {
  return { valence: valence[row] ?? 0, arousal: arousal[row] ?? 0 };
}

function pairsOf(rows: readonly number[]): readonly (readonly [number, number])[] {
  return rows.flatMap((a, at) => rows.slice(at + 1).map((b) => [a, b] as const));
}

/** The places in a list of each artist on it. */
function placesByArtist(columns: Columns, rows: readonly number[]): readonly (readonly number[])[] {
  const places = new Map<number, number[]>();
  for (const [place, row] of rows.entries())
    for (const artist of artistsOf(columns, row)) places.set(artist, [...(places.get(artist) ?? []), place]);
  return [...places.values()];
}

function gapsOf(columns: Columns, rows: readonly number[]): readonly number[] {
  return placesByArtist(columns, rows).flatMap((places) =>
    places.slice(1).map((place, at) => place - (places[at] ?? place)),
  );
}

function mostByOne(columns: Columns, rows: readonly number[]): number {
  return placesByArtist(columns, rows).reduce((most, places) => Math.max(most, places.length), 0);
}

/** Shannon's entropy in bits. */
function entropyOf(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => {
    const share = count / values.length;
    return sum - share * Math.log2(share);
  }, 0);
}

function wellKnown({ popularity }: Columns): (row: number) => boolean {
  const known = [...popularity].filter((each) => each !== UNKNOWN.popularity);
  const least = quantile(known, 0.9);
  return (row) => popularity[row] !== UNKNOWN.popularity && (popularity[row] ?? 0) >= least;
}
