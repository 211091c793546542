import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Track } from '../../../src/domain/playlist.ts';
import { catalogueOf } from '../../../src/music/catalogue/catalogue.ts';
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

describe('catalogueOf', () => {
  it('finds tracks by id and by place', () => {
    const catalogue = catalogueOf([one, other]);
    expect(catalogue.size).toBe(2);
    expect(catalogue.byId('b')).toBe(other);
    expect(catalogue.byId('c')).toBeUndefined();
    expect(catalogue.within(one, 0.1)).toEqual([one]);
    expect(catalogue.within(one, 1)).toEqual([one, other]);
  });

  it('keeps the first of two tracks with one id', () => {
    const catalogue = catalogueOf([one, { ...other, id: 'a' }]);
    expect(catalogue.size).toBe(1);
    expect(catalogue.byId('a')).toBe(one);
  });

  it('must not be empty', () => {
    expect(() => catalogueOf([])).toThrow(expect.objectContaining({ code: 'catalogue-empty' }));
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
    expect((await loadCatalogue(file)).byId('a')).toEqual(one);
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
