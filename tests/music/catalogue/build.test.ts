import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { buildCatalogue } from '../../../src/music/catalogue/build.ts';
import { writeLines } from '../../../src/music/catalogue/lines.ts';
import { EMBEDDED_CATALOGUE } from '../../../src/music/catalogue/load.ts';
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

  it('refuses a table with a column missing', () => {
    const broken: Record<string, unknown> = { ...row() };
    delete broken['energy'];
    expect(() => buildCatalogue([broken])).toThrow(ZodError);
  });

  it.skipIf(!songs)(`makes the embedded catalogue from the shared table (${NEEDS_SHARED_DATA})`, async () => {
    const records: unknown[] = parse(gunzipSync(await readFile(songs ?? '')), { columns: true, bom: true });
    expect(writeLines(buildCatalogue(records))).toBe(await readFile(EMBEDDED_CATALOGUE, 'utf8'));
  });
});
