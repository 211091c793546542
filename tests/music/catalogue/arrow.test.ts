import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Track } from '../../../src/domain/playlist.ts';
import { readColumns, writeColumns } from '../../../src/music/catalogue/arrow.ts';
import { catalogueOn } from '../../../src/music/catalogue/catalogue.ts';
import { columnsOf, type PackedColumns } from '../../../src/music/catalogue/columns-of.ts';
import { EMBEDDED_CATALOGUE, loadCatalogue, loadColumns } from '../../../src/music/catalogue/load.ts';
import { idOf } from './rows.ts';

const hundredth = fc.integer({ min: -100, max: 100 }).map((value) => value / 100 + 0);
const text = fc.string({ minLength: 1, unit: 'grapheme' });
const tracks: fc.Arbitrary<readonly Track[]> = fc.uniqueArray(
  fc.record(
    {
      id: text,
      title: text,
      artists: fc
        .uniqueArray(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 4 })
        .map(([main = 'a', ...others]): [string, ...string[]] => [main, ...others]),
      genre: fc.constantFrom('pop', 'rock', 'quiet acoustic'),
      valence: hundredth,
      arousal: hundredth,
      year: fc.integer({ min: 1860, max: 2100 }),
      popularity: fc.integer({ min: 0, max: 100 }),
      tempo: fc.integer({ min: 1, max: 300 }),
      energy: fc.integer({ min: 0, max: 100 }).map((value) => value / 100),
      key: fc.record({ tonic: fc.integer({ min: 0, max: 11 }), mode: fc.constantFrom('major', 'minor') }),
      seconds: fc.integer({ min: 1, max: 65_535 }),
      explicit: fc.boolean(),
    },
    { requiredKeys: ['id', 'title', 'artists', 'genre', 'valence', 'arousal'] },
  ),
  { minLength: 1, maxLength: 30, selector: ({ id }) => id },
);

const some = columnsOf(
  Array.from({ length: 6 }, (_, index): Track => ({
    id: idOf(index),
    title: `Title ${index}`,
    artists: [`A${index % 2}`, 'B'],
    genre: 'pop',
    valence: 0.5,
    arousal: -0.5,
    year: 1999,
  })),
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moodring-arrow-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('an Arrow file', () => {
  it('brings back the tracks that were written', () => {
    fc.assert(
      fc.property(tracks, (list) => {
        const catalogue = catalogueOn(readColumns(writeColumns(columnsOf(list))));
        expect(list.map((_, row) => catalogue.trackAt(row))).toEqual(list);
      }),
    );
  });

  it('is the same for the same tracks, and holds the numbers where they are read from', () => {
    const bytes = writeColumns(some);
    expect(writeColumns(some)).toEqual(bytes);
    const read = readColumns(bytes);
    for (const column of [read.valence, read.song, read.artists, read.artistStarts, read.texts.titles.bytes])
      expect(column.buffer).toBe(bytes.buffer);
  });

  it('is refused wherever it is cut off', () => {
    const bytes = writeColumns(some);
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => readColumns(bytes.slice(0, length)), `${length} bytes`).toThrow();
  });

  it('is refused when a single byte of it is another', () => {
    const whole = writeColumns(some);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        expect(() => readColumns(whole.with(at, (whole[at] ?? 0) ^ by))).toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it('may hold any text, also one that looks like its seal', () => {
    const titles = ['crc32:00000000', 'crc32:', 'ARROW1'];
    const odd = titles.map((title, at): Track => ({
      id: idOf(at),
      title,
      artists: [title],
      genre: title,
      valence: 0,
      arousal: 0,
    }));
    const { names } = readColumns(writeColumns(columnsOf(odd)));
    expect(titles.map((_, row) => names.title(row))).toEqual(titles);
  });

  const broken: readonly (readonly [string, Partial<PackedColumns>])[] = [
    ['a place beyond the map', { valence: some.valence.with(2, 1.5) }],
    ['a place that is no number', { arousal: some.arousal.with(2, NaN) }],
    ['a popularity that there is not', { popularity: some.popularity.with(0, 101) }],
    ['a key that there is not', { key: some.key.with(0, 24) }],
    ['a genre without a name', { genre: some.genre.with(5, 1) }],
    ['an artist without a name', { artists: some.artists.with(0, 99) }],
    ['a track without an artist', { artistStarts: some.artistStarts.with(1, 0) }],
    ['a song beyond the tracks', { song: some.song.with(0, 6) }],
    ['an energy that there is not', { energy: some.energy.with(0, 2) }],
    ['columns of unequal length', { tempo: some.tempo.slice(0, 3) }],
  ];
  it.each(broken)('is refused with %s', (_, wrong) => {
    expect(() => readColumns(writeColumns({ ...some, ...wrong }))).toThrow();
    expect(readColumns(writeColumns(some)).size).toBe(6);
  });
});

describe('loading', () => {
  it.each(['some.arrow', 'some.jsonl', 'some'])(
    'takes an Arrow file as it takes lines, named %s',
    async (name) => {
      const file = join(folder, name);
      await writeFile(file, writeColumns(some));
      const { trackAt, size } = await loadCatalogue(file);
      expect(size).toBe(6);
      expect(trackAt(3)).toEqual(catalogueOn(some).trackAt(3));
    },
  );

  it('takes lines under any name', async () => {
    const file = join(folder, 'lines.arrow');
    await copyFile(EMBEDDED_CATALOGUE, file);
    expect((await loadCatalogue(file)).size).toBe((await loadCatalogue()).size);
  });

  it('finds no track in a file without bytes', async () => {
    const file = join(folder, 'empty.arrow');
    await writeFile(file, '');
    await expect(loadCatalogue(file)).rejects.toMatchObject({ code: 'catalogue-empty' });
  });

  it.each([
    ['other lines', new TextEncoder().encode('{"id":"a"}\n')],
    ['half a file', writeColumns(some).slice(0, 900)],
  ])('says that a file of %s cannot be used', async (_, bytes) => {
    const file = join(folder, 'broken.arrow');
    await writeFile(file, bytes);
    const refused = { code: 'file-unreadable', details: { file: 'broken.arrow' } };
    await expect(loadColumns(file)).rejects.toMatchObject(refused);
  });
});
