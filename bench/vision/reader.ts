// A process that reads photos with one system: `reader.ts SYSTEM ENGINE [CASCADE]`. Each message is a command, and is
// answered. Systems are imported here, so that no process holds another's library.
import { ENGINES } from '../../src/domain/engine.ts';
import { z } from 'zod';

import { oneSmile } from '../photos.ts';
import { median } from '../statistics.ts';
import { type Command, command, type Measured, type TimedSeen } from './messages.ts';
import { type System, type SystemName, SYSTEMS } from './system.ts';

const WARM_UP_ROUNDS = 3;

/** The net alone is run so often in a row: in turns with other processes, each of which empties the caches, it is slower. */
const NET_BURST = 7;

const [name, engine, cascade = ''] = z
  .tuple([z.enum(SYSTEMS), z.enum(ENGINES), z.string().optional()])
  .parse(process.argv.slice(2));

const START: Record<SystemName, () => Promise<System>> = {
  moodring: async () => (await import('./systems/moodring.ts')).startMoodring(engine),
  'face-api tiny': async () => (await import('./systems/face-api.ts')).startFaceApi(engine, 'tiny'),
  'face-api ssd': async () => (await import('./systems/face-api.ts')).startFaceApi(engine, 'ssd'),
  human: async () => (await import('./systems/human.ts')).startHuman(),
  'haar + cnn': async () => (await import('./systems/haar-cnn.ts')).startHaarCnn(cascade),
};

const system = await START[name]();

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}

async function timedNet(net: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < NET_BURST; run += 1) times.push((await timed(net)).ms);
  return median(times);
}

async function obey(asked: Command): Promise<TimedSeen | Measured> {
  switch (asked.kind) {
    case 'read': {
      const { ms, result } = await timed(() => system.read(asked.bytes));
      return { ms, ...result };
    }
    case 'net':
      return { value: system.net && (await timedNet(system.net)) };
    case 'memory':
      return { value: process.resourceUsage().maxRSS / 1024 };
  }
}

for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
  await system.read(await oneSmile());
  await system.net?.();
}

process.on('message', (message) => {
  void obey(command.parse(message)).then((answer) => process.send?.(answer));
});
process.send?.({} satisfies Measured);
