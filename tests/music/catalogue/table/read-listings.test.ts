import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listing } from '../../../../src/music/catalogue/table/listing.ts';
import { readListings } from '../../../../src/music/catalogue/table/read-listings.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../../../shared-data.ts';
import { idOf, row, table, tidyTuesday } from '../rows.ts';
import { SETS } from './sets.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moodring-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Result {
  readonly listings: readonly Listing[];
  readonly lines: readonly number[];
  readonly refused: readonly (readonly [reason: string, line: number])[];
}

async function read(content: string | Uint8Array, name = 'table.csv'): Promise<Result> {
  const file = join(folder, name);
  await writeFile(file, content);
  return readFrom(file);
}

async function readFrom(file: string): Promise<Result> {
  const listings: Listing[] = [];
  const lines: number[] = [];
  const refused: [string, number][] = [];
  await readListings(file, {
    take: (listing, line) => {
      listings.push(listing);
      lines.push(line);
    },
    refuse: (reason, line) => refused.push([reason, line]),
  });
  return { listings, lines, refused };
}

const songs = tidyTuesday(table(3));
const [header = '', ...records] = songs.trimEnd().split('\n');
/** The first record of `songs` with one cell of it written otherwise. */
function withCell(column: string, cell: string): string {
  const cells = (records[0] ?? '').split(',');
  return cells.with(header.split(',').indexOf(column), cell).join(',');
}

describe('readListings', () => {
  it.each(Object.entries(SETS))('reads %s', async (_, text) => {
    const { listings, refused } = await read(text);
    expect(refused).toEqual([]);
    expect(listings).toHaveLength(1);
    expect(listings[0]).toMatchObject({
      id: '7qiZfU4dY1lWllzX7mPBI3',
      title: 'Shape of You',
      valence: 0.931,
      energy: 0.652,
      danceability: 0.825,
      loudness: -3.183,
      acousticness: 0.581,
      instrumentalness: 0,
      liveness: 0.0931,
      speechiness: 0.0802,
      tempo: 95.977,
      mode: 0,
      tonic: 1,
      seconds: 233.713,
    });
    expect(listings[0]?.artists[0]).toBe('Ed Sheeran');
    expect(listings[0]?.popularity).toBe(text.includes('opularity') ? 86 : undefined);
    expect(listings[0]?.year).toBe(/release|year/i.test(text) ? 2017 : undefined);
    expect(listings[0]?.genre).toBe(/genre/i.test(text) ? 'pop' : undefined);
    expect(listings[0]?.explicit).toBe(/explicit/i.test(text) ? false : undefined);
  });

  it('reads the other artists of a list', async () => {
    const second = async (set: keyof typeof SETS): Promise<unknown> =>
      (await read(SETS[set])).listings[0]?.artists[1];
    expect(await second("Kaggle's dataset (114,000 tracks)")).toBe('Stormzy');
    expect(await second("Kaggle's data (160,000 tracks)")).toBe("Stormzy O'Neil");
    expect(await second("Exportify's playlists")).toBe('Stormzy');
    expect(await second("Exportify's older playlists")).toBe('Stormzy');
  });

  it('leaves a comma in a name alone where the table parts names otherwise', async () => {
    const comma = (text: string) => text.replace('Ed Sheeran', 'Tyler, The Creator');
    const first = async (text: string): Promise<unknown> => (await read(text)).listings[0]?.artists[0];
    expect(await first(comma(SETS["Exportify's playlists"]))).toBe('Tyler, The Creator');
    expect(await first(comma(SETS["Exportify's older playlists"]))).toBe('Tyler, The Creator');
    expect(
      await first(comma(SETS["Kaggle's dataset (114,000 tracks)"]).replace(/(Tyler.*Stormzy)/, '"$1"')),
    ).toBe('Tyler, The Creator');
  });

  it('gives back what the rows are', async () => {
    const { listings, lines } = await read(songs);
    expect(listings).toEqual(table(3));
    expect(lines).toEqual([2, 3, 4]);
  });

  it.each([
    ['gzipped', gzipSync(songs)],
    ['with tabs', songs.replaceAll(',', '\t')],
    ['with semicolons', songs.replaceAll(',', ';')],
    ['that begins with a byte order mark', `\ufeff${songs}`],
    ['with the line ends of Windows', songs.replaceAll('\n', '\r\n')],
    ['without a line end at its end', songs.trimEnd()],
    ['with blank lines', songs.replaceAll('\n', '\n\n')],
  ])('reads a table %s, whatever its name', async (_, content) => {
    expect((await read(content, 'table.bin')).listings).toEqual(table(3));
  });

  it('reads quotes, commas and line ends within a title, and knows the lines after it', async () => {
    const title = 'One, "two"\nthree';
    const { listings, lines } = await read(tidyTuesday([row({ id: idOf(1), title }), row({ id: idOf(2) })]));
    expect(listings[0]?.title).toBe(title);
    expect(lines).toEqual([2, 4]);
  });

  it.each([
    ['valence', 'NaN'],
    ['valence', ''],
    ['energy', '1e309'],
    ['energy', '-0.1'],
    ['loudness', 'loud'],
    ['tempo', 'Infinity'],
    ['duration_ms', '-200000'],
    ['track_popularity', '101'],
    ['key', '12'],
    ['track_id', '"../../etc/passwd"'],
    ['track_id', '"7qiZfU4dY1lWllzX7mPBI"'],
    ['track_name', '"  "'],
    ['track_name', `"${'x'.repeat(10 * 2 ** 20)}"`],
    ['track_artist', '""'],
    ['track_artist', `"${'A;'.repeat(1000)}"`],
  ])('refuses a row whose %s is not right, and goes on', async (column, cell) => {
    const { listings, refused } = await read([header, withCell(column, cell), records[1], ''].join('\n'));
    expect(listings).toEqual(table(2).slice(1));
    expect(refused).toHaveLength(1);
    expect(refused[0]?.[1]).toBe(2);
  });

  it('refuses a row of a table in Latin-1 whose letters are lost, and says so', async () => {
    const text = tidyTuesday([
      row({ id: idOf(1), artists: ['Beyoncé'] }),
      row({ id: idOf(2), artists: ['Sting'] }),
    ]);
    const { listings, refused } = await read(Buffer.from(text, 'latin1'));
    expect(listings.map(({ id }) => id)).toEqual([idOf(2)]);
    expect(refused).toEqual([[expect.stringContaining('not in UTF-8'), 2]]);
  });

  it('refuses rows that are too short or too long', async () => {
    const { listings, refused } = await read(
      [header, 'a,b', `${records[0] ?? ''},more`, records[1], ''].join('\n'),
    );
    expect(listings).toHaveLength(1);
    expect(refused.map(([, line]) => line)).toEqual([2, 3]);
  });

  it('takes a blank for unknown where a track may do without', async () => {
    const { listings } = await read(
      [header, withCell('track_popularity', ''), withCell('key', '-1')].join('\n'),
    );
    expect(listings[0]?.popularity).toBeUndefined();
    expect(listings[1]?.tonic).toBe(-1);
  });

  it.each([
    ['is empty', '', 'table-unknown'],
    ['has another header', 'a,b,c\n1,2,3\n', 'table-unknown'],
    ['lacks a column', songs.replace('tempo', 'beats'), 'table-unknown'],
    ['has no rows', `${header}\n`, 'table-useless'],
    ['has no right row', `${header}\n${withCell('valence', '2')}\n`, 'table-useless'],
    ['is gzipped and cut off', gzipSync(songs.repeat(20)).subarray(0, -12), 'file-unreadable'],
    ['opens a quote and never closes it', `${songs}"open, and so on\n`, 'file-unreadable'],
  ])('refuses a file that %s', async (_, content, code) => {
    await expect(read(content)).rejects.toMatchObject({ code, details: { file: 'table.csv' } });
  });

  it('names the columns that are not there', async () => {
    const lacking = read(songs.replace('tempo', 'beats').replace('track_name', 'called'));
    await expect(lacking).rejects.toMatchObject({ details: { columns: 'title, tempo' } });
  });

  it('refuses a file that is not there, and a folder', async () => {
    for (const file of [join(folder, 'none.csv'), folder])
      await expect(readFrom(file)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  const shared = sharedData('tracks', 'spotify_songs.csv.gz');
  it.skipIf(!shared)(`reads every row of the shared table (${NEEDS_SHARED_DATA})`, async () => {
    const { listings, refused } = await readFrom(shared ?? '');
    expect(refused).toEqual([]);
    expect(listings).toHaveLength(32_833);
  });
});
