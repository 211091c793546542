import type { z } from 'zod';

import { songsOf } from '../../music/catalogue/song.ts';
import { fitMoodMap } from '../../music/mood-map/fit/fit.ts';
import type { fittedContract } from '../contract.ts';
import { mapText } from '../evaluate/music-map.ts';
import { readMoodMapTables } from '../mood-map-tables.ts';
import type { Outcome } from '../program.ts';
import { writeWhole } from './write-whole.ts';

/** `catalog fit`: the mood map from what people said of music. */
export async function fit(folder: string, out: string): Promise<Outcome<z.infer<typeof fittedContract>>> {
  const { rows, people, sources } = await readMoodMapTables(folder);
  const weights = { fittedTo: sources, ...fitMoodMap(people, songsOf(rows)) };
  await writeWhole(out, `${JSON.stringify(weights)}\n`);
  return { json: { file: out, map: weights.figures }, text: `${out}\n\n${mapText(weights.figures)}` };
}
