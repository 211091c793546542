import type { z } from 'zod';

import { coverageOf, coverageText } from '../../music/catalogue/coverage.ts';
import { loadColumns } from '../../music/catalogue/load.ts';
import type { coverageContract } from '../contract.ts';
import type { Outcome } from '../program.ts';

/** `catalog stats`: how a catalogue of either kind covers mood space. */
export async function stats(file: string): Promise<Outcome<z.infer<typeof coverageContract>>> {
  const coverage = coverageOf(await loadColumns(file));
  return { json: coverage, text: coverageText(coverage) };
}
