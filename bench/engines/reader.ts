// A process that reads photos on one engine: `reader.ts ENGINE WORKERS`. Each message is a command, and is answered.
import { ENGINES } from '../../src/domain/engine.ts';
import { startVision } from '../../src/vision/node/vision.ts';
import { z } from 'zod';

import { oneSmile, threePeople } from '../photos.ts';
import { command, type Measured } from './commands.ts';

const [engine, workers] = z.tuple([z.enum(ENGINES), z.coerce.number()]).parse(process.argv.slice(2));
const vision = await startVision({ engine, workers });
const photos = { one: await oneSmile(), everyone: await threePeople() };

/** One photo from its bytes to its reading, in milliseconds. */
async function timed(look: keyof typeof photos): Promise<number> {
  const started = performance.now();
  await vision.read(photos[look], look);
  return performance.now() - started;
}

async function measure(what: z.infer<typeof command>): Promise<number> {
  if (what !== 'memory') return timed(what);
  for (let round = 0; round < 10; round += 1)
    await Promise.all(Array.from({ length: workers }, () => timed('everyone')));
  return process.memoryUsage.rss() / 2 ** 20;
}

process.on('message', (message) => {
  void measure(command.parse(message)).then((value) => process.send?.({ value } satisfies Measured));
});
process.send?.({ value: 0 } satisfies Measured);
