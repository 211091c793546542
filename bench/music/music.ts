import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { quantile } from '../../src/music/mood-map/fit/statistics.ts';
import { nextMessage } from '../child-process.ts';
import { type Bench, type Row, row } from '../row.ts';
import { median } from '../statistics.ts';
import { type Played, playedShape } from './messages.ts';
import type { Kind } from './wishes.ts';

const program = (name: string): URL => new URL(name, import.meta.url);
const WRITE = program('./write.ts');
const OURS = program('./ours.ts');
const NAIVE = program('./naive.ts');

const LISTS = 200;

/** One of its lists takes as long as all of ours. */
const NAIVE_LISTS = 1;

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  any: 'a list of 20',
  filtered: 'a list of 20 of a genre and decade',
  heard: 'a list of 20, 500 tracks heard',
};

/**
 * A large synthetic catalogue: how long it takes to load and to choose from, and what it holds in memory. _naive_ keeps
 * an object for each track and sorts them all for each slot.
 */
export const music: Bench = {
  name: 'music',
  run: async ({ tracks, tell }) => {
    const folder = await mkdtemp(join(tmpdir(), 'moodring-bench-'));
    const [large, small, lines] = [
      join(folder, 'large.arrow'),
      join(folder, 'small.arrow'),
      join(folder, 'large.jsonl'),
    ] as const;
    try {
      tell(`music: ${tracks} tracks…`);
      await run(WRITE, String(tracks), large, lines);
      await run(WRITE, '1', small);
      tell('music: ours');
      const ours = await played(OURS, large, LISTS);
      const idle = await played(OURS, small, 1);
      tell('music: naive');
      const naive = await played(NAIVE, lines, NAIVE_LISTS);
      return rowsOf(ours, idle, naive);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  bars: [
    { rows: /^music: load$/, atMost: 3000 },
    { rows: /^music: a list of 20.*, median$/, atMost: 15 },
    { rows: /^music: resident memory$/, atMost: 400 },
  ],
};

function rowsOf(ours: Played, idle: Played, naive: Played): readonly Row[] {
  const lists = (['any', 'filtered', 'heard'] as const).flatMap((kind) => [
    row(`music: ${KIND_NAMES[kind]}, median`, 'ms', median(ours.lists[kind]), {
      naive: median(naive.lists[kind]),
    }),
    row(`music: ${KIND_NAMES[kind]}, 95 %`, 'ms', quantile(ours.lists[kind], 0.95)),
  ]);
  const memory = (what: string, of: (memory: Played['memory']) => number): Row =>
    row(`music: ${what}`, 'MB', of(ours.memory), { naive: of(naive.memory) });
  return [
    row('music: load', 'ms', ours.load, { naive: naive.load }),
    ...lists,
    memory('resident memory', ({ resident }) => resident),
    row('music: resident memory beyond that of one track', 'MB', ours.memory.resident - idle.memory.resident),
    memory('in the heap', ({ heap }) => heap),
    memory('in buffers', ({ outside }) => outside),
  ];
}

async function played(player: URL, file: string, lists: number): Promise<Played> {
  const child = fork(player, [file, String(lists)], {
    execArgv: ['--max-old-space-size=8192'],
  });
  return playedShape.parse(await nextMessage(child));
}

/** @throws Error if it fails */
async function run(script: URL, ...args: readonly string[]): Promise<void> {
  const child = fork(script, args);
  await once(child, 'exit');
  if (child.exitCode !== 0)
    throw new Error(`no synthetic catalogue: ${String(child.exitCode ?? child.signalCode)}`);
}
