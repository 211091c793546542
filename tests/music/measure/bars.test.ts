import { expect, it } from 'vitest';
import { missedByLists } from '../../../src/music/measure/bars.ts';
import type { ListFigures } from '../../../src/music/measure/figures.ts';

const GOOD: ListFigures = {
  lists: 100,
  picks: 1200,
  slotDistance: {
    mean: 0.2,
    interval: [0.19, 0.21],
    byIntent: { match: 0.2, lift: 0.2, calm: 0.2, focus: 0.2, party: 0.2 },
  },
  widened: 0,
  neighbours: { moodDistance: 0.2, flow: -0.5 },
  diversity: { sound: 0.8, moodDistance: 0.3 },
  artists: { twice: 0.1, leastGap: 2, meanGap: 4, rulesBroken: 0 },
  songsTwice: 0,
  genreEntropy: { list: 2, all: 2.5, catalogue: 2.5 },
  coverage: 0.9,
  topDecile: 0.35,
};

const LABELS: ListFigures = { ...GOOD, slotDistance: { ...GOOD.slotDistance, mean: 0.4 } };

it('finds nothing where every bar is just reached', () => {
  expect(missedByLists(GOOD, LABELS)).toEqual([]);
});

it('says what was missed and by how much', () => {
  const bad: ListFigures = {
    ...GOOD,
    slotDistance: { ...GOOD.slotDistance, mean: 0.21 },
    artists: { ...GOOD.artists, rulesBroken: 2 },
    songsTwice: 1,
    coverage: 0.89,
    topDecile: 0.36,
  };
  expect(missedByLists(bad, LABELS)).toEqual([
    "mean distance to the slot: 0.210, at most half of the labels': 0.200",
    'lists that break an artist rule: 2, at most 0',
    'lists with a song twice: 1, at most 0',
    'share of the catalogue ever picked: 89.0 %, at least 90.0 %',
    'picks of the best-known tenth: 36.0 %, at most 35.0 %',
  ]);
});
