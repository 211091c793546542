import { stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../../src/music/catalogue/columns-of.ts';
import { coverageOf } from '../../../src/music/catalogue/coverage.ts';
import { EMBEDDED_CATALOGUE, readTracks } from '../../../src/music/catalogue/load.ts';
import { nameKey, songKey } from '../../../src/music/names.ts';

const tracks = await readTracks();

describe('the embedded catalogue', () => {
  it('is small enough to travel with the program', async () => {
    expect((await stat(EMBEDDED_CATALOGUE)).size).toBeLessThanOrEqual(600_000);
    expect(tracks.length).toBeGreaterThanOrEqual(2500);
    expect(tracks.length).toBeLessThanOrEqual(3000);
  });

  it('has Spotify’s id for every track, each once, and no song twice', () => {
    for (const { id } of tracks) expect(id).toMatch(/^[0-9A-Za-z]{22}$/);
    expect(new Set(tracks.map(({ id }) => id)).size).toBe(tracks.length);
    expect(new Set(tracks.map(songKey)).size).toBe(tracks.length);
  });

  it('has at most six tracks of any artist', () => {
    const names = tracks.flatMap(({ artists }) => [...new Set(artists.map(nameKey))]);
    for (const [name, all] of Map.groupBy(names, (each) => each))
      expect(all.length, name).toBeLessThanOrEqual(6);
  });

  it('covers every cell of the map alike, all six genres and the decades from the 1960s on', () => {
    const { grid, genres, decades } = coverageOf(columnsOf(tracks));
    expect(Math.min(...grid.flat())).toBeGreaterThanOrEqual(25);
    expect(genres).toHaveLength(6);
    for (const [genre, count] of genres) expect(count, genre).toBeGreaterThanOrEqual(200);
    expect(decades.map(([decade]) => decade)).toEqual([1960, 1970, 1980, 1990, 2000, 2010, 2020]);
  });

  it('knows how each sounds and how long it plays', () => {
    for (const { id, tempo, energy, key, seconds } of tracks) {
      expect(tempo, id).toBeGreaterThan(30);
      expect(energy, id).toBeGreaterThanOrEqual(0);
      expect(key?.tonic, id).toBeLessThanOrEqual(11);
      expect(seconds, id).toBeGreaterThanOrEqual(60);
    }
  });

  it('has no song that tells of ending one’s life', () => {
    const telling =
      /suicid|800-273|overdos|\b(?:(?:to|i|me|wanna) die|dying|friends are dead|last resort)\b/i;
    expect(tracks.map(({ title }) => title).filter((title) => telling.test(title))).toEqual([]);
  });

  it('has clean titles and names', () => {
    const noise =
      /remaster|radio edit|original mix|feat\.|karaoke|\s{2}|^\s|\s$|[\u0080-\u009f\u200b\ufffd]/i;
    const names = tracks.flatMap(({ title, artists }) => [title, ...artists]);
    expect(names.filter((name) => noise.test(name))).toEqual([]);
    expect(names.filter((name) => /\bremix\b/i.test(name) && !name.endsWith(' (Remix)'))).toEqual([]);
  });
});
