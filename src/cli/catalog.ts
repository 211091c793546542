import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { asMoodringError, MoodringError } from '../errors.ts';
import { labelAgreement, tagAgreement } from '../music/catalogue/agreement.ts';
import { buildCatalogue } from '../music/catalogue/build.ts';
import { coverageOf, coverageText } from '../music/catalogue/coverage.ts';
import { writeLines } from '../music/catalogue/lines.ts';
import { EMBEDDED_CATALOGUE, readTracks } from '../music/catalogue/load.ts';

const USAGE = `Builds the catalogue of tracks and tells how it covers mood space.

  npm run catalog -- build TABLE [--out FILE]   from spotify_songs.csv(.gz), by default into data/catalogue
  npm run catalog -- stats [FILE]               coverage of a catalogue, by default of the embedded one
  npm run catalog -- agree FOLDER               agreement of the mood map with people's labels (spotify_songs.csv.gz,
                                                mood_labels_686.csv and deezer_valence_arousal_*.csv.gz in FOLDER)

  --json   one JSON document instead of text
`;

/** What a verb found, as data and as text. */
interface Outcome {
  readonly json: unknown;
  readonly text: string;
}

async function build(table: string, out: string): Promise<Outcome> {
  const tracks = buildCatalogue(await readTable(table));
  await writeWhole(out, writeLines(tracks));
  const coverage = coverageOf(tracks);
  return { json: { file: out, ...coverage }, text: `${out}\n\n${coverageText(coverage)}` };
}

async function stats(file: string): Promise<Outcome> {
  const coverage = coverageOf(await readTracks(file));
  return { json: coverage, text: coverageText(coverage) };
}

async function agree(folder: string): Promise<Outcome> {
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
    const bytes = await readFile(file);
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

async function outcomeOf(words: readonly string[], out: string): Promise<Outcome> {
  const [verb, argument, ...more] = words;
  if (more.length === 0) {
    if (verb === 'build' && argument) return build(argument, out);
    if (verb === 'stats') return stats(argument ?? EMBEDDED_CATALOGUE);
    if (verb === 'agree' && argument) return agree(argument);
  }
  throw new MoodringError('usage');
}

function argumentsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        out: { type: 'string', default: EMBEDDED_CATALOGUE },
      },
    });
  } catch (cause) {
    throw new MoodringError('usage', {}, cause);
  }
}

try {
  const { values, positionals } = argumentsOf(process.argv.slice(2));
  const { json, text } = await outcomeOf(positionals, values.out);
  process.stdout.write(values.json ? `${JSON.stringify(json)}\n` : text);
} catch (error) {
  const { code, cause, details } = asMoodringError(error);
  if (process.argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: { code, message: code } })}\n`);
  if (code === 'usage') process.stderr.write(USAGE);
  else
    process.stderr.write(
      `${code} ${JSON.stringify(details)} ${cause instanceof Error ? cause.message : ''}\n`,
    );
  process.exitCode = 1;
}
