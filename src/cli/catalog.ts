import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { MoodringError } from '../errors.ts';
import { buildCatalogue } from '../music/catalogue/build.ts';
import { coverageOf, coverageText } from '../music/catalogue/coverage.ts';
import { writeLines } from '../music/catalogue/lines.ts';
import { EMBEDDED_CATALOGUE, readTracks } from '../music/catalogue/load.ts';
import { songsOf } from '../music/catalogue/song.ts';
import { fitMoodMap } from '../music/mood-map/fit/fit.ts';
import { builtContract, coverageContract, fittedContract } from './contract.ts';
import { mapText } from './evaluate/music.ts';
import { readMoodMapTables } from './mood-map-tables.ts';
import { type Outcome, runProgram } from './program.ts';
import { readTable } from './read-table.ts';

const USAGE = `npm run catalog -- VERB [--json]
  build TABLE [--out FILE]   makes the catalogue from spotify_songs.csv(.gz), by default into data/catalogue
  stats [FILE]               how a catalogue covers mood space, by default the embedded one
  fit FOLDER [--out FILE]    fits the mood map to people's tags and labels, by default into data/mood-map
                             (spotify_songs.csv.gz, mood_labels_686.csv, deezer_valence_arousal_*.csv.gz in FOLDER);
                             build afterwards`;

const MOOD_MAP = fileURLToPath(new URL('../../data/mood-map/weights.json', import.meta.url));

/** What one of the verbs prints. */
type Printed = z.infer<typeof builtContract | typeof coverageContract | typeof fittedContract>;

async function build(table: string, out: string): Promise<Outcome<Printed>> {
  const tracks = buildCatalogue(await readTable(table));
  if (tracks.length === 0) throw new MoodringError('file-unreadable', { file: basename(table) });
  await writeWhole(out, writeLines(tracks));
  const coverage = coverageOf(tracks);
  return { json: { file: out, ...coverage }, text: `${out}\n\n${coverageText(coverage)}` };
}

async function stats(file: string): Promise<Outcome<Printed>> {
  const coverage = coverageOf(await readTracks(file));
  return { json: coverage, text: coverageText(coverage) };
}

async function fit(folder: string, out: string): Promise<Outcome<Printed>> {
  const { rows, people, sources } = await readMoodMapTables(folder);
  const weights = { fittedTo: sources, ...fitMoodMap(people, songsOf(rows)) };
  await writeWhole(out, `${JSON.stringify(weights)}\n`);
  return { json: { file: out, map: weights.figures }, text: `${out}\n\n${mapText(weights.figures)}` };
}

/** A file that is there is whole: it is written beside its place and then moved there. */
async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  try {
    await writeFile(part, text);
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true });
    throw new MoodringError('file-unreadable', { file: basename(file) }, cause);
  }
}

await runProgram({
  usage: USAGE,
  options: { out: { type: 'string' } },
  contract: z.union([builtContract, coverageContract, fittedContract]),
  run: ({ values: { out }, positionals: [verb, argument, ...more] }) => {
    if (more.length === 0) {
      if (verb === 'build' && argument) return build(argument, out ?? EMBEDDED_CATALOGUE);
      if (verb === 'stats') return stats(argument ?? EMBEDDED_CATALOGUE);
      if (verb === 'fit' && argument) return fit(argument, out ?? MOOD_MAP);
    }
    throw new MoodringError('usage', { usage: USAGE });
  },
});
