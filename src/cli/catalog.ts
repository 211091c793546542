import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { parse } from 'csv-parse/sync';
import { z } from 'zod';

import { MoodringError } from '../errors.ts';
import { labelAgreement, tagAgreement } from '../music/catalogue/agreement.ts';
import { buildCatalogue } from '../music/catalogue/build.ts';
import { coverageOf, coverageText } from '../music/catalogue/coverage.ts';
import { writeLines } from '../music/catalogue/lines.ts';
import { EMBEDDED_CATALOGUE, readTracks } from '../music/catalogue/load.ts';
import { agreementContract, builtContract, coverageContract } from './contract.ts';
import { type Outcome, readInput, runProgram } from './program.ts';

const USAGE = `npm run catalog -- VERB [--json]
  build TABLE [--out FILE]   makes the catalogue from spotify_songs.csv(.gz), by default into data/catalogue
  stats [FILE]               how a catalogue covers mood space, by default the embedded one
  agree FOLDER               how the mood map agrees with people's labels (spotify_songs.csv.gz, mood_labels_686.csv
                             and deezer_valence_arousal_*.csv.gz in FOLDER)`;

/** What one of the verbs prints. */
type Printed = z.infer<typeof builtContract | typeof coverageContract | typeof agreementContract>;

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

async function agree(folder: string): Promise<Outcome<Printed>> {
  const table = (name: string): Promise<readonly unknown[]> => readTable(join(folder, name));
  const labels = labelAgreement(await table('mood_labels_686.csv'));
  const tags = tagAgreement(await table('spotify_songs.csv.gz'), [
    ...(await table('deezer_valence_arousal_train.csv.gz')),
    ...(await table('deezer_valence_arousal_validation.csv.gz')),
  ]);
  return {
    json: { labels, tags },
    text: [
      `labels   ${(100 * labels.accuracy).toFixed(1)} % of ${labels.tracks} tracks nearest to their own of four moods`,
      `tags     rank correlation of valence ${tags.valence.toFixed(2)}, of arousal ${tags.arousal.toFixed(2)}, on ${tags.tracks} songs`,
      '',
    ].join('\n'),
  };
}

async function readTable(file: string): Promise<readonly unknown[]> {
  try {
    const bytes = await readInput(file);
    return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true });
  } catch (cause) {
    throw new MoodringError('file-unreadable', { file: basename(file) }, cause);
  }
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
  options: { out: { type: 'string', default: EMBEDDED_CATALOGUE } },
  contract: z.union([builtContract, coverageContract, agreementContract]),
  run: ({ values: { out }, positionals: [verb, argument, ...more] }) => {
    if (more.length === 0) {
      if (verb === 'build' && argument) return build(argument, out);
      if (verb === 'stats') return stats(argument ?? EMBEDDED_CATALOGUE);
      if (verb === 'agree' && argument) return agree(argument);
    }
    throw new MoodringError('usage', { usage: USAGE });
  },
});
