import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeColumns } from '../../../src/music/catalogue/arrow.ts';
import { catalogueOn } from '../../../src/music/catalogue/catalogue.ts';
import { importTables } from '../../../src/music/catalogue/import.ts';
import type { Listing } from '../../../src/music/catalogue/table/listing.ts';
import { placeOf } from '../../../src/music/mood-map/mood-map.ts';
import { idOf, row, table, tidyTuesday } from './rows.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moodring-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, listings: readonly Listing[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, tidyTuesday(listings));
  return path;
}

describe('importTables', () => {
  it('places every song in mood space with what the table knows of it', async () => {
    const { columns } = await importTables([await file('songs.csv', table(60))]);
    expect(columns.size).toBe(60);
    const track = catalogueOn(columns).trackAt(7);
    const listing = table(60)[7] ?? row();
    const place = placeOf({ ...listing, mode: 1, scenes: ['electropop'] });
    expect(track).toMatchObject({
      id: idOf(7),
      title: 'Number 7',
      artists: ['Artist 1'],
      year: listing.year,
      popularity: listing.popularity,
      tempo: 120,
      key: { tonic: 7, mode: 'major' },
      seconds: 200,
    });
    expect(track.explicit).toBeUndefined();
    expect(track.valence).toBeCloseTo(place.valence, 2);
    expect(track.arousal).toBeCloseTo(place.arousal, 2);
  });

  it('takes a song once across several files, and tells where the others stand', async () => {
    const { columns, report } = await importTables([
      await file('one.csv', [row({ id: idOf(1), title: 'Creep', popularity: 40, year: 1992 })]),
      await file('two.csv', [
        row({ id: idOf(2), title: 'Else' }),
        row({ id: idOf(3), title: 'Creep - 2011 Remaster', popularity: 80, year: 2011 }),
        row({ id: idOf(1), title: 'Creep', popularity: 40, year: 1992 }),
        row({ id: idOf(4), title: 'White Noise', artists: ['Rain Sounds'] }),
      ]),
    ]);
    const { trackAt } = catalogueOn(columns);
    expect(columns.size).toBe(2);
    expect(trackAt(0)).toMatchObject({ id: idOf(3), title: 'Creep', year: 1992, popularity: 80 });
    expect(report.files).toEqual([
      { file: 'one.csv', rows: 1, refused: 0 },
      { file: 'two.csv', rows: 4, refused: 0 },
    ]);
    expect(report.leftOut).toEqual([
      { reason: 'the same track again', rows: 1, first: { file: 'two.csv', line: 4 } },
      { reason: 'sounds to sleep to', rows: 1, first: { file: 'two.csv', line: 5 } },
      { reason: 'another release of the same song', rows: 1, first: { file: 'one.csv', line: 2 } },
    ]);
  });

  it('counts what it refuses by reason', async () => {
    const songs = [row({ id: idOf(1) }), row({ id: 'x' }), row({ id: idOf(2), energy: 7 }), row({ id: 'y' })];
    const { report } = await importTables([await file('some.csv', songs)]);
    expect(report.files).toEqual([{ file: 'some.csv', rows: 4, refused: 3 }]);
    expect(report.refused).toEqual([
      { reason: 'no id of Spotify', rows: 2, first: { file: 'some.csv', line: 3 } },
      { reason: 'energy is not a number that it can be', rows: 1, first: { file: 'some.csv', line: 4 } },
    ]);
  });

  it('names tracks without a genre by their cluster, and leaves the others theirs', async () => {
    const songs = table(300).map((song, at) => (at % 2 === 0 ? song : { ...song, genre: '' }));
    const alone = songs.map((song, at) => ({ ...song, artists: [`Artist ${at}`] as [string] }));
    const { columns, report } = await importTables([await file('half.csv', alone)]);
    const named = new Set(report.clusters.named.map(({ name }) => name));
    const { trackAt } = catalogueOn(columns);
    expect(report.clusters.genresGiven).toBe(150);
    expect(report.clusters.named.reduce((sum, { tracks }) => sum + tracks, 0)).toBe(300);
    expect(report.clusters.agreement).toBeDefined();
    alone.forEach(({ genre = '' }, at) => {
      if (genre !== '') expect(trackAt(at).genre).toBe(genre);
      else expect(named).toContain(trackAt(at).genre);
    });
  });

  it('gives the same file for the same tables', async () => {
    const songs = [await file('again.csv', table(120))];
    const bytes = async (): Promise<Uint8Array> => writeColumns((await importTables(songs)).columns);
    expect(await bytes()).toEqual(await bytes());
  });

  it('refuses tables of which nothing becomes a track', async () => {
    const karaoke = await file('karaoke.csv', [row({ id: idOf(1), artists: ['Karaoke Stars'] })]);
    await expect(importTables([karaoke])).rejects.toMatchObject({ code: 'catalogue-empty' });
  });

  it('tells how far it is', async () => {
    const path = await file('far.csv', table(2000));
    const bytes: number[] = [];
    const shares: number[] = [];
    await importTables([path], {
      reading: (_, read) => bytes.push(read),
      choosing: (share) => shares.push(share),
    });
    expect(bytes.at(-1)).toBe(tidyTuesday(table(2000)).length);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });
});
