import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Track } from '../../../src/domain/playlist.ts';
import { type Catalogue, catalogueOf } from '../../../src/music/catalogue/catalogue.ts';
import { readLines, writeLines } from '../../../src/music/catalogue/lines.ts';
import { loadCatalogue } from '../../../src/music/catalogue/load.ts';

const one: Track = {
  id: 'a',
  title: 'Dónde "estás"',
  artists: ['オメガトライブ', 'Two'],
  year: 1986,
  genre: 'r&b',
  valence: 0.5,
  arousal: -0.25,
  popularity: 12,
};
const other: Track = { ...one, id: 'b', valence: -0.5 };

/** Every track of a catalogue, in its order. */
function tracksIn(catalogue: Catalogue): readonly Track[] {
  return Array.from({ length: catalogue.size }, (_, row) => catalogue.trackAt(row));
}

describe('catalogueOf', () => {
  it('gives back the tracks that it holds', () => {
    expect(tracksIn(catalogueOf([one, other]))).toEqual([one, other]);
  });

  it('leaves out what nobody knew', () => {
    const { year, popularity, ...bare } = one;
    expect(tracksIn(catalogueOf([bare]))).toEqual([bare]);
    expect([year, popularity]).not.toContain(undefined);
  });

  it('keeps what a table knew of the sound', () => {
    const full: Track = {
      ...one,
      tempo: 121,
      energy: 0.62,
      key: { tonic: 11, mode: 'minor' },
      seconds: 201,
      explicit: false,
    };
    expect(tracksIn(catalogueOf([full]))).toEqual([full]);
  });

  it('keeps the first of two tracks with one id', () => {
    expect(tracksIn(catalogueOf([one, { ...other, id: 'a' }]))).toEqual([one]);
  });

  it('has no row beyond its end', () => {
    expect(() => catalogueOf([one]).trackAt(1)).toThrow(RangeError);
  });

  it('must not be empty', () => {
    expect(() => catalogueOf([])).toThrow(expect.objectContaining({ code: 'catalogue-empty' }));
  });

  it('counts genres and decades', () => {
    const catalogue = catalogueOf([one, other, { ...one, id: 'c', genre: 'rock', year: 1991 }]);
    expect(catalogue.genres).toEqual([
      { name: 'r&b', tracks: 2 },
      { name: 'rock', tracks: 1 },
    ]);
    expect(catalogue.decades).toEqual([
      { decade: 1980, tracks: 2 },
      { decade: 1990, tracks: 1 },
    ]);
  });

  it('finds genres and artists however they are spelt', () => {
    const catalogue = catalogueOf([{ ...one, artists: ['The Beyoncé'] }]);
    expect(catalogue.genreNumber('R&B')).toBe(0);
    expect(catalogue.genreNumber('polka')).toBeUndefined();
    expect(catalogue.artistNumber('beyonce')).toBe(0);
    expect(catalogue.artistNumber('nobody')).toBeUndefined();
  });

  it('finds the rows of an artist, featured or not', () => {
    const catalogue = catalogueOf([
      one,
      { ...one, id: 'x', artists: ['Else'] },
      { ...one, id: 'y', artists: ['Two'] },
    ]);
    expect(catalogue.rowsBy(catalogue.artistNumber('Two') ?? -1)).toEqual([0, 2]);
  });

  it('suggests artists that begin with a text before those that hold it', () => {
    const by = (name: string, id: string): Track => ({ ...one, id, artists: [name] });
    const catalogue = catalogueOf([
      by('Big Star', 'a'),
      by('Starlight', 'b'),
      by('Ringo', 'c'),
      by('Stars', 'd'),
      by('Stars', 'e'),
    ]);
    expect(catalogue.artistsLike('star', 5)).toEqual(['Stars', 'Starlight', 'Big Star']);
    expect(catalogue.artistsLike('star', 1)).toEqual(['Stars']);
    expect(catalogue.artistsLike('', 2)).toHaveLength(2);
  });

  it('ranks tracks by how many others are less known', () => {
    const catalogue = catalogueOf(
      [10, 20, 20, 90].map((popularity, row) => ({ ...one, id: String(row), popularity })),
    );
    expect([10, 20, 90, 255].map((popularity) => catalogue.fame[popularity])).toEqual([
      0.125, 0.5, 0.875, 0.5,
    ]);
  });
});

describe('lines', () => {
  it('bring back what was written, whatever the title', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.record({ title: text, artist: text })), (songs) => {
        const tracks = songs.map(({ title, artist }): Track => ({ ...one, title, artists: [artist] }));
        expect(readLines(writeLines(tracks))).toEqual(tracks);
      }),
    );
  });

  it.each([
    ['outside the map', { valence: 1.5 }],
    ['without an artist', { artists: [] }],
    ['without a title', { title: '' }],
  ])('refuse a track %s', (_, wrong) => {
    expect(() => readLines(JSON.stringify({ ...one, ...wrong }))).toThrow();
  });
});

describe('loadCatalogue', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'moodring-catalogue-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('loads what lies in the file', async () => {
    const file = join(folder, 'two.jsonl');
    await writeFile(file, writeLines([one, other]));
    expect(tracksIn(await loadCatalogue(file))).toEqual([one, other]);
  });

  it.each([
    ['a damaged file', '{"id":', 'file-unreadable'],
    ['a file of something else', '{"id":"a"}\n', 'file-unreadable'],
    ['an empty file', '', 'catalogue-empty'],
  ])('says so when it meets %s', async (name, text, code) => {
    const file = join(folder, `${name}.jsonl`);
    await writeFile(file, text);
    await expect(loadCatalogue(file)).rejects.toMatchObject({ code });
  });

  it('says so when there is no file', async () => {
    await expect(loadCatalogue(join(folder, 'none.jsonl'))).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { file: 'none.jsonl' },
    });
  });
});
