import { describe, expect, it } from 'vitest';

import type { Track } from '../../../src/domain/playlist.ts';
import { columnsOf } from '../../../src/music/catalogue/columns-of.ts';
import { fifths, flow, likeness, octaves } from '../../../src/music/choosing/likeness.ts';

const one: Track = {
  id: 'one',
  title: 'One',
  artists: ['Somebody'],
  genre: 'pop',
  valence: 0,
  arousal: 0,
  year: 2000,
  tempo: 120,
  energy: 0.5,
  key: { tonic: 0, mode: 'major' },
};

const flowTo = (values: Partial<Track>): number =>
  flow(columnsOf([one, { ...one, id: 'two', ...values }]), 0, 1);
const likenessTo = (values: Partial<Track>): number =>
  likeness(columnsOf([one, { ...one, id: 'two', artists: ['Somebody else'], ...values }]), 0, 1);

describe('keys', () => {
  const [c, g, d, fSharp, aMinor] = [0, 7, 2, 6, 12 + 9];
  it.each([
    ['C and C', c, c, 0],
    ['C and G', c, g, 1],
    ['C and D', c, d, 2],
    ['C and F sharp', c, fSharp, 6],
    ['C and its relative minor', c, aMinor, 0],
  ])('%s lie %d apart on the circle of fifths', (_, a, b, steps) => {
    expect(fifths(a, b)).toBe(steps);
    expect(fifths(b, a)).toBe(steps);
  });
});

describe('tempos', () => {
  it.each([
    [120, 120, 0],
    [120, 240, 0],
    [60, 240, 0],
    [100, 200 * Math.SQRT2, 0.5],
  ])('of %d and %d beats are the same but for doubling and %d octaves', (a, b, apart) => {
    expect(octaves(a, b)).toBeCloseTo(apart, 9);
  });
});

describe('flow', () => {
  it('is 0 between two that sound the same', () => {
    expect(flowTo({})).toBe(0);
  });

  it.each([
    ['in mood', { valence: 0.6 }],
    ['in energy', { energy: 0.9 }],
    ['in tempo', { tempo: 150 }],
    ['in key', { key: { tonic: 6, mode: 'major' } }],
    ['in year', { year: 1970 }],
    ['in genre', { genre: 'rock' }],
  ] satisfies [string, Partial<Track>][])('is less where they differ %s', (_, values) => {
    expect(flowTo(values)).toBeLessThan(-0.1);
  });

  it('costs nothing where nobody knows', () => {
    const { year, tempo, energy, key, ...bare } = one;
    expect([year, tempo, energy, key]).not.toContain(undefined);
    expect(flow(columnsOf([one, { ...bare, id: 'two' }]), 0, 1)).toBe(0);
  });
});

describe('likeness', () => {
  it('is 1 between two that sound the same, whatever their mood', () => {
    expect(likenessTo({ valence: 1 })).toBeCloseTo(1, 9);
  });

  it('is 1 between two by an artist, whatever they sound like', () => {
    expect(likenessTo({ artists: one.artists, genre: 'rock', year: 1965, tempo: 170, energy: 1 })).toBe(1);
  });

  it('is hardly there between two that share nothing', () => {
    expect(likenessTo({ genre: 'rock', year: 1965, tempo: 170, energy: 1 })).toBeLessThan(0.1);
  });
});
