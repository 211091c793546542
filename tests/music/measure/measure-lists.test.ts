import { expect, it } from 'vitest';
import { moodAt } from '../../../src/domain/mood.ts';
import type { Track } from '../../../src/domain/playlist.ts';
import { catalogueOf } from '../../../src/music/catalogue/catalogue.ts';
import { measureLists } from '../../../src/music/measure/measure-lists.ts';

const MOOD = moodAt({ valence: 0, arousal: 0 });
const SLOT = { valence: 0, arousal: 0, spread: 0.1 };

function track(id: string, values: Partial<Track> = {}): Track {
  return {
    id,
    title: `Song ${id}`,
    artists: [`Artist ${id}`],
    genre: 'pop',
    valence: 0,
    arousal: 0,
    ...values,
  };
}

function figuresOf(tracks: readonly Track[], ...lists: readonly (readonly number[])[]) {
  const listed = lists.map((rows) => ({
    mood: MOOD,
    intent: 'match' as const,
    picks: rows.map((row) => ({ row, slot: SLOT })),
  }));
  return measureLists(catalogueOf(tracks), listed);
}

it('tells how far tracks lie from their slots, and which lie beyond their reach', () => {
  const far = [track('a'), track('b', { valence: 0.1 }), track('c', { arousal: -0.5 })];
  const { slotDistance, widened } = figuresOf(far, [0, 1, 2]);
  expect(slotDistance.mean).toBeCloseTo(0.2, 6);
  expect(slotDistance.byIntent).toMatchObject({ match: expect.closeTo(0.2, 6) as number, lift: 0 });
  expect(widened).toBeCloseTo(1 / 3, 9);
});

it('counts the lists that break a rule, once each', () => {
  const same = ['a', 'b', 'c', 'd'].map((id) => track(id, { artists: ['The Same'] }));
  const others = ['e', 'f', 'g'].map((id) => track(id));
  const tracks = [...same, ...others];
  expect(figuresOf(tracks, [0, 4, 1], [4, 5, 6]).artists).toEqual({
    twice: 0.5,
    leastGap: 2,
    meanGap: 2,
    rulesBroken: 0,
  });
  expect(figuresOf(tracks, [0, 1, 4]).artists).toMatchObject({ leastGap: 1, rulesBroken: 1 });
  expect(figuresOf(tracks, [0, 4, 1, 5, 2]).artists.rulesBroken).toBe(1);
  expect(figuresOf(tracks, [4, 5]).artists).toEqual({
    twice: 0,
    leastGap: null,
    meanGap: null,
    rulesBroken: 0,
  });
});

it('knows a song by its title, whatever the release', () => {
  const tracks = [
    track('a', { artists: ['X'], title: 'Hello' }),
    track('b', { artists: ['X'], title: 'Hello (Live)' }),
  ];
  expect(figuresOf(tracks, [0, 1]).songsTwice).toBe(1);
});

it('measures genres in bits, and what was never picked', () => {
  const tracks = ['pop', 'pop', 'rock', 'rap'].map((genre, index) => track(`${index}`, { genre }));
  const { genreEntropy, coverage } = figuresOf(tracks, [0, 1], [0, 2]);
  expect(genreEntropy).toEqual({ list: 0.5, all: expect.closeTo(0.811, 3) as number, catalogue: 1.5 });
  expect(coverage).toBe(0.75);
});

it('tells the share of picks that nearly everybody knows', () => {
  const tracks = Array.from({ length: 20 }, (_, popularity) => track(`${popularity}`, { popularity }));
  expect(figuresOf([...tracks, track('x')], [0, 19], [18, 20]).topDecile).toBe(0.5);
});

it('calls neighbours and pairs what they are', () => {
  const tracks = [track('a'), track('b', { valence: 0.3 }), track('c', { valence: -0.3 })];
  const { neighbours, diversity } = figuresOf(tracks, [1, 0, 2]);
  expect(neighbours.moodDistance).toBeCloseTo(0.3, 6);
  expect(neighbours.flow).toBeCloseTo(-0.5, 6);
  expect(diversity.moodDistance).toBeCloseTo(0.4, 6);
});
