import { benchContract } from '../src/cli/contract.ts';
import { runProgram } from '../src/cli/program.ts';
import { MoodringError } from '../src/errors.ts';
import { missedBars } from './bars.ts';
import { BENCHES } from './benches.ts';
import { machine } from './machine.ts';
import type { Bench, Row } from './row.ts';
import { tableOf } from './table.ts';

const NAMES = BENCHES.map(({ name }) => name);
const USAGE = `npm run bench -- [${NAMES.join('|')}…] [--levels 1,10,50,200] [--photos 24|all] [--cascade FILE] [--tracks 1000000] [--check] [--json]`;

await runProgram({
  usage: USAGE,
  options: {
    levels: { type: 'string', default: '1,10,50,200' },
    photos: { type: 'string' },
    cascade: { type: 'string' },
    tracks: { type: 'string', default: '1000000' },
    check: { type: 'boolean', default: false },
  },
  contract: benchContract,
  run: async ({ values, positionals }) => {
    const benches = chosen(positionals);
    const options = {
      levels: levelsIn(values.levels),
      photos: photosIn(values.photos),
      cascade: values.cascade,
      tracks: tracksIn(values.tracks),
      tell,
    };
    const rows: Row[] = [];
    for (const bench of benches) rows.push(...(await bench.run(options)));
    const json = { machine: machine(), rows };
    if (!values.check) return { json, text: tableOf(json) };

    const missed = missedBars(
      rows,
      benches.flatMap(({ bars }) => bars),
    );
    if (missed.length > 0) process.exitCode = 1;
    const verdict = missed.length > 0 ? missed.map((line) => `Missed: ${line}`) : ['Every bar was reached.'];
    return { json: { ...json, missed }, text: `${tableOf(json)}\n${verdict.join('\n')}\n` };
  },
});

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** All of them when nobody is named. */
function chosen(names: readonly string[]): readonly Bench[] {
  if (!names.every((name) => NAMES.includes(name))) throw new MoodringError('usage', { usage: USAGE });
  return names.length === 0 ? BENCHES : BENCHES.filter(({ name }) => names.includes(name));
}

function levelsIn(text: string): readonly number[] {
  const levels = text.split(',').map(Number);
  if (!levels.every((level) => Number.isInteger(level) && level >= 1 && level <= 1000))
    throw new MoodringError('usage', { usage: USAGE });
  return levels;
}

/** As many as it says, or as there are. */
function photosIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const photos = text === 'all' ? Infinity : Number(text);
  if (!(photos === Infinity || (Number.isInteger(photos) && photos >= 1)))
    throw new MoodringError('usage', { usage: USAGE });
  return photos;
}

function tracksIn(text: string): number {
  const tracks = Number(text);
  if (!(Number.isInteger(tracks) && tracks >= 1)) throw new MoodringError('usage', { usage: USAGE });
  return tracks;
}
