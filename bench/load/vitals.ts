import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';

import { z } from 'zod';

const milliseconds = z.number().min(0);
const megabytes = z.number().min(0);

/** What was seen of a bot's process over some time. */
const vitalsShape = z.object({
  /** How late its event loop was. */
  delay: z.object({ p99: milliseconds, max: milliseconds }),
  /** Its resident memory: the most of it, and what stays after garbage was collected. */
  memory: z.object({ peak: megabytes, left: megabytes }),
});

export type Vitals = z.infer<typeof vitalsShape>;

/** The module that watches a bot's process from inside. */
export const WATCH = new URL('./watch.ts', import.meta.url);

/** What {@link WATCH} saw in the process since it was asked last. */
export async function vitalsOf(bot: ChildProcess): Promise<Vitals> {
  const answer = once(bot, 'message');
  bot.send('report');
  return vitalsShape.parse((await answer)[0]);
}
