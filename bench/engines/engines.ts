import { type ChildProcess, fork } from 'node:child_process';

import type { EngineName } from '../../src/domain/engine.ts';
import { readSettings } from '../../src/settings.ts';
import { usableEngines } from '../../src/vision/node/choose-engine.ts';
import { nextMessage } from '../child-process.ts';
import { type Bench, type Row, row } from '../row.ts';
import { median } from '../statistics.ts';
import { type Command, measured } from './commands.ts';

const READER = new URL('./reader.ts', import.meta.url);

const ROUNDS = 15;
const WORKERS = 3;

/** The same photos on every engine that runs here, in turns: how long one takes, and what the workers hold in memory. */
export const engines: Bench = {
  name: 'engines',
  run: async ({ tell }) => {
    const names = await usableEngines(readSettings().engine);
    tell(`engines: ${names.join(', ')}`);
    const memory = await memoryOf(names);
    const times = await timesOf(names);
    return [
      rowOf('one face', 'ms', names, (name) => median(times.get(name)?.one ?? [])),
      rowOf('a group of three', 'ms', names, (name) => median(times.get(name)?.everyone ?? [])),
      rowOf('memory with one worker', 'MB', names, (name) => memory.get(name)?.first ?? 0),
      rowOf('memory of each further worker', 'MB', names, (name) => memory.get(name)?.further ?? 0),
    ];
  },
  bars: [{ rows: /one face|a group/, against: 'wasm', atMost: 1 }],
};

/** The fastest engine's value beside the others'. */
function rowOf(
  what: string,
  unit: string,
  [first = 'wasm', ...others]: readonly EngineName[],
  of: (name: EngineName) => number,
): Row {
  const peers = Object.fromEntries(others.map((name) => [name, of(name)]));
  return row(`engines: ${what}`, unit, of(first), peers);
}

type Times = Readonly<Record<'one' | 'everyone', number[]>>;

/** The engines take turns, so that what else the machine does hits all alike. */
async function timesOf(names: readonly EngineName[]): Promise<ReadonlyMap<EngineName, Times>> {
  const times = new Map<EngineName, Times>();
  const readers = new Map<EngineName, ChildProcess>();
  for (const name of names) {
    readers.set(name, await startReader(name, 1));
    times.set(name, { one: [], everyone: [] });
  }
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, reader] of readers)
      for (const look of ['one', 'everyone'] as const) times.get(name)?.[look].push(await ask(reader, look));
  for (const reader of readers.values()) reader.kill();
  return times;
}

async function memoryOf(
  names: readonly EngineName[],
): Promise<ReadonlyMap<EngineName, { first: number; further: number }>> {
  const memory = new Map<EngineName, { first: number; further: number }>();
  for (const name of names) {
    const [first, all] = [await memoryWith(name, 1), await memoryWith(name, WORKERS)];
    memory.set(name, { first, further: (all - first) / (WORKERS - 1) });
  }
  return memory;
}

async function memoryWith(name: EngineName, workers: number): Promise<number> {
  const reader = await startReader(name, workers);
  const value = await ask(reader, 'memory');
  reader.kill();
  return value;
}

/** Resolves once its nets are loaded. */
async function startReader(name: EngineName, workers: number): Promise<ChildProcess> {
  const reader = fork(READER, [name, String(workers)]);
  await answer(reader);
  return reader;
}

async function ask(reader: ChildProcess, command: Command): Promise<number> {
  reader.send(command);
  return answer(reader);
}

async function answer(reader: ChildProcess): Promise<number> {
  return measured.parse(await nextMessage(reader)).value;
}
