import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { MoodringError } from '../../errors.ts';
import { EMBEDDED_CATALOGUE } from '../../music/catalogue/load.ts';
import {
  builtContract,
  checkedContract,
  coverageContract,
  fittedContract,
  importContract,
} from '../contract.ts';
import { runProgram } from '../program.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { fit } from './fit.ts';
import { importFiles } from './import.ts';
import { stats } from './stats.ts';

const USAGE = `npm run catalog -- VERB [--json]
  import FILE… [--out FILE]  makes a catalogue of your own from tables of audio features (CSV, TSV, .gz), by default
                             var/catalogue.arrow
  stats [FILE]               how a catalogue covers mood space, by default the embedded one
  check [FILE] [--out FILE] [--limit N] [--skip N]
                             asks Spotify which tracks it no longer has, and replaces or retires them
  build TABLE [--out FILE]   makes the embedded catalogue from spotify_songs.csv(.gz), by default into data/catalogue
  fit FOLDER [--out FILE]    fits the mood map to people's tags and labels, by default into data/mood-map
                             (spotify_songs.csv.gz, mood_labels_686.csv, deezer_valence_arousal_*.csv.gz in FOLDER);
                             build afterwards`;

const IMPORTED = 'var/catalogue.arrow';
const MOOD_MAP = fileURLToPath(new URL('../../../data/mood-map/weights.json', import.meta.url));

await runProgram({
  usage: USAGE,
  options: { out: { type: 'string' }, limit: { type: 'string' }, skip: { type: 'string' } },
  // Each verb's own document has what the others lack, so that the widest comes first.
  contract: z.union([importContract, builtContract, coverageContract, fittedContract, checkedContract]),
  run: ({ values: { out, json, limit, skip }, positionals: [verb, ...files] }) => {
    const [file, ...more] = files;
    if (verb === 'import' && file !== undefined) return importFiles(files, out ?? IMPORTED, json === true);
    if (more.length === 0) {
      if (verb === 'build' && file !== undefined) return build(file, out ?? EMBEDDED_CATALOGUE);
      if (verb === 'stats') return stats(file ?? EMBEDDED_CATALOGUE);
      if (verb === 'check')
        return check(file ?? EMBEDDED_CATALOGUE, {
          out,
          limit: countIn(limit),
          skip: countIn(skip),
          silent: json === true,
        });
      if (verb === 'fit' && file !== undefined) return fit(file, out ?? MOOD_MAP);
    }
    throw new MoodringError('usage', { usage: USAGE });
  },
});

function countIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new MoodringError('usage', { usage: USAGE });
  return Number(text);
}
