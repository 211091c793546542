import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../src/music/catalogue/build.ts';
import { writeLines } from '../../../src/music/catalogue/lines.ts';
import { EMBEDDED_CATALOGUE } from '../../../src/music/catalogue/load.ts';
import { readTables } from '../../../src/music/catalogue/table/read-tables.ts';
import { NEEDS_SHARED_DATA, sharedData } from '../../shared-data.ts';
import { row, table } from './rows.ts';

const songs = sharedData('tracks', 'spotify_songs.csv.gz');

describe('buildCatalogue', () => {
  it('gives the same file byte for byte for the same table', () => {
    const once = writeLines(buildCatalogue(table(500), 120));
    expect(writeLines(buildCatalogue(table(500), 120))).toBe(once);
    expect(once.split('\n')).toHaveLength(121);
  });

  it('does not depend on the order of the table', () => {
    const forwards = writeLines(buildCatalogue(table(500), 120));
    expect(writeLines(buildCatalogue(table(500).toReversed(), 120))).toBe(forwards);
  });

  it('leaves out what has no genre', () => {
    expect(buildCatalogue([row({ genre: undefined })])).toEqual([]);
  });

  it.skipIf(!songs)(`makes the embedded catalogue from the shared table (${NEEDS_SHARED_DATA})`, async () => {
    const { listings } = await readTables([songs ?? '']);
    expect(writeLines(buildCatalogue(listings))).toBe(await readFile(EMBEDDED_CATALOGUE, 'utf8'));
  });
});
