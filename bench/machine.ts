import { availableParallelism, cpus, totalmem } from 'node:os';

import type { BenchJson } from './row.ts';

/** Where the figures come from. */
export function machine(): BenchJson['machine'] {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}
