import { expect, it } from 'vitest';
import { moodAt } from '../../../src/domain/mood.ts';
import { loadCatalogue } from '../../../src/music/catalogue/load.ts';
import { moodsOfGrid, occasions } from '../../../src/music/measure/grid.ts';
import { byLabel, byNearness } from '../../../src/music/measure/ways.ts';

const catalogue = await loadCatalogue();
const [happy, sad] = [moodAt({ valence: 0.7, arousal: 0.4 }), moodAt({ valence: -0.7, arousal: -0.3 })];
const LENGTH = { tracks: 12 };

it('asks for every mood with every intent, each time with another seed', () => {
  const all = occasions(2);
  expect(all).toHaveLength(moodsOfGrid().length * 5 * 2);
  expect(new Set(all.map(({ seed }) => seed)).size).toBe(all.length);
  expect(Map.groupBy(all, ({ mood, intent }) => `${JSON.stringify(mood)} ${intent}`).size).toBe(
    all.length / 2,
  );
});

it('by label: any track of the label that the slot has, none twice, others for another seed', () => {
  const way = byLabel(catalogue);
  const list = (seed: number) =>
    way({ mood: happy, intent: 'match', length: LENGTH, seed }).picks.map(({ row }) => row);
  expect(new Set(list(1)).size).toBe(12);
  expect(list(1)).toEqual(list(1));
  expect(list(1)).not.toEqual(list(2));
  for (const row of list(1)) expect(catalogue.trackAt(row).valence).toBeGreaterThan(0);
});

it('by label: a lift ends among happy tracks', () => {
  const { picks } = byLabel(catalogue)({ mood: sad, intent: 'lift', length: LENGTH, seed: 1 });
  const valences = picks.map(({ row }) => catalogue.trackAt(row).valence);
  expect(Math.max(...valences.slice(0, 3))).toBeLessThan(Math.min(...valences.slice(-3)));
});

it('by nearness: what lies nearest to the mood, whatever is meant to come of it', () => {
  const way = byNearness(catalogue);
  const rows = (intent: 'match' | 'lift') =>
    way({ mood: sad, intent, length: LENGTH, seed: 1 }).picks.map(({ row }) => row);
  expect(rows('match')).toEqual(rows('lift'));
  const distances = rows('match').map((row) => {
    const { valence, arousal } = catalogue.trackAt(row);
    return Number(Math.hypot(valence + 0.7, arousal + 0.3).toFixed(9));
  });
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  expect(Math.max(...distances)).toBeLessThan(0.2);
});
