import { basename } from 'node:path';

import type { z } from 'zod';

import { MoodringError } from '../../errors.ts';
import { buildCatalogue } from '../../music/catalogue/build.ts';
import { columnsOf } from '../../music/catalogue/columns-of.ts';
import { coverageOf, coverageText } from '../../music/catalogue/coverage.ts';
import { writeLines } from '../../music/catalogue/lines.ts';
import { readTables } from '../../music/catalogue/table/read-tables.ts';
import type { builtContract } from '../contract.ts';
import type { Outcome } from '../program.ts';
import { writeWhole } from './write-whole.ts';

/** `catalog build`: the embedded catalogue from a table that gives genres. */
export async function build(table: string, out: string): Promise<Outcome<z.infer<typeof builtContract>>> {
  const { listings } = await readTables([table]);
  const tracks = buildCatalogue(listings);
  if (tracks.length === 0) throw new MoodringError('file-unreadable', { file: basename(table) });
  await writeWhole(out, writeLines(tracks));
  const coverage = coverageOf(columnsOf(tracks));
  return { json: { file: out, ...coverage }, text: `${out}\n\n${coverageText(coverage)}` };
}
