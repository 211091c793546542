import { expect, it } from 'vitest';
import type { Track } from '../../../src/domain/playlist.ts';
import { columnsOf } from '../../../src/music/catalogue/columns-of.ts';
import { UNKNOWN } from '../../../src/music/catalogue/columns.ts';

function track(values: Partial<Track>): Track {
  return { id: 'a', title: 'Song', artists: ['The A'], genre: 'pop', valence: 0.5, arousal: -0.5, ...values };
}

it('keeps the first of two tracks with one id', () => {
  const { size, names } = columnsOf([track({}), track({ title: 'Other' }), track({ id: 'b' })]);
  expect(size).toBe(2);
  expect([names.title(0), names.id(1)]).toEqual(['Song', 'b']);
});

it('gives one number to one artist and one song, and keeps the first spelling', () => {
  const { artists, artistStarts, song, names } = columnsOf([
    track({ artists: ['The A', 'B', 'a'] }),
    track({ id: 'b', title: 'Song (Remix)', artists: ['A'] }),
    track({ id: 'c', artists: ['B'] }),
  ]);
  expect([...artists]).toEqual([0, 1, 0, 1]);
  expect([...artistStarts]).toEqual([0, 2, 3, 4]);
  expect([...song]).toEqual([0, 0, 1]);
  expect(names.artistCount).toBe(2);
  expect([names.artist(0), names.artist(1)]).toEqual(['The A', 'B']);
});

it('says what is not known', () => {
  const columns = columnsOf([track({}), track({ id: 'b', popularity: 0, explicit: false, energy: 0 })]);
  for (const name of ['popularity', 'year', 'tempo', 'energy', 'key', 'seconds', 'explicit'] as const)
    expect(columns[name][0], name).toBe(UNKNOWN[name]);
  expect([columns.popularity[1], columns.explicit[1], columns.energy[1]]).toEqual([0, 0, 0]);
});

it('numbers keys from C major to B minor, and cuts what plays for days', () => {
  const { key, seconds } = columnsOf([
    track({ key: { tonic: 11, mode: 'major' }, seconds: 1e6 }),
    track({ id: 'b', key: { tonic: 11, mode: 'minor' }, seconds: 61 }),
  ]);
  expect([...key]).toEqual([11, 23]);
  expect([...seconds]).toEqual([65_535, 61]);
});

it('may be empty', () => {
  expect(columnsOf([])).toMatchObject({ size: 0, artistStarts: Uint32Array.of(0) });
});
