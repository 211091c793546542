import { oneSmile } from '../photos.ts';
import { type Bench, type Row, row } from '../row.ts';
import { median } from '../statistics.ts';
import type { Ending } from './outcome.ts';
import { type Level, type LoadRun, runLoad } from './run.ts';

const BARE = new URL('./bare-bot.ts', import.meta.url);

/**
 * Many people send `/mood` at once: how soon each has a first sign and an answer, and what that does to the bot's
 * process. *bare* is a bot on the same client that only acknowledges and says "ok".
 */
export const load: Bench = {
  name: 'load',
  run: async ({ levels, tell }) => {
    const photo = { name: 'me.jpg', bytes: await oneSmile() };
    tell('load: the bare bot');
    const bare = await runLoad({ levels, photo, tell, program: BARE });
    tell('load: ours');
    const ours = await runLoad({ levels, photo, tell });
    return rowsOf(ours, bare);
  },
  bars: [
    { rows: /acknowledged, slowest$/, atMost: 1000 },
    { rows: /let down$/, atMost: 0 },
    { rows: /acknowledged, median$/, against: 'bare', atMost: 20 },
    { rows: /event loop late, 99 %$/, against: 'bare', atMost: 100 },
    { rows: /memory after ÷ before$/, atMost: 2 },
  ],
};

function rowsOf(ours: LoadRun, bare: LoadRun): readonly Row[] {
  const levels = ours.levels.flatMap((level) => {
    const theirs = bare.levels.find(({ size }) => size === level.size);
    return theirs ? levelRows(level, theirs) : [];
  });
  return [...levels, ...memoryRows(ours, bare)];
}

function levelRows(ours: Level, bare: Level): readonly Row[] {
  const both = (what: string, of: (level: Level) => number): Row =>
    row(`load ${ours.size}: ${what}`, 'ms', of(ours), { bare: of(bare) });
  const count = (ending: Ending): Row => row(`load ${ours.size}: ${ending}`, 'uses', endings(ours, ending));
  return [
    both('acknowledged, median', (level) => median(level.outcomes.map((it) => it.acknowledgedMs))),
    both('acknowledged, slowest', (level) => Math.max(...level.outcomes.map((it) => it.acknowledgedMs))),
    both('answered, median', (level) => median(answerTimes(level))),
    both('answered, slowest', (level) => Math.max(0, ...answerTimes(level))),
    count('answered'),
    count('told to wait'),
    count('let down'),
    both('event loop late, 99 %', ({ vitals }) => vitals.delay.p99),
    both('event loop late, most', ({ vitals }) => vitals.delay.max),
  ];
}

function memoryRows(ours: LoadRun, bare: LoadRun): readonly Row[] {
  const both = (what: string, unit: string, of: (run: LoadRun) => number): Row =>
    row(`load: memory ${what}`, unit, of(ours), { bare: of(bare) });
  const after = (run: LoadRun): number => run.levels.at(-1)?.vitals.memory.left ?? run.memoryBefore;
  return [
    both('before', 'MB', (run) => run.memoryBefore),
    both('at most', 'MB', (run) => Math.max(...run.levels.map(({ vitals }) => vitals.memory.peak))),
    both('after', 'MB', after),
    both('after ÷ before', '×', (run) => after(run) / run.memoryBefore),
  ];
}

const endings = ({ outcomes }: Level, ending: Ending): number =>
  outcomes.filter((it) => it.ending === ending).length;

const answerTimes = ({ outcomes }: Level): readonly number[] =>
  outcomes.filter(({ ending }) => ending === 'answered').map(({ endedMs }) => endedMs);
