/**
 * Loaded into a bot's process before the bot. Each message from outside is answered with what was seen there since the
 * one before.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { isMainThread } from 'node:worker_threads';

import { heldMemory } from '../memory.ts';
import type { Vitals } from './vitals.ts';

/** How often the event loop is looked at, in milliseconds; Node counts this into the delay. */
const RESOLUTION = 10;
const SAMPLE_MEMORY_EVERY = 50;

// Worker threads inherit what is loaded first, and would answer too.
if (isMainThread) watch();

function watch(): void {
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION });
  let peak = 0;
  loop.enable();
  setInterval(() => (peak = Math.max(peak, residentMb())), SAMPLE_MEMORY_EVERY).unref();
  const report = async (): Promise<void> => {
    const delay = { p99: late(loop.percentile(99)), max: late(loop.max) };
    const memory = { peak: Math.max(peak, residentMb()), left: heldMemory().resident };
    // The next look at the event loop finds it late from collecting garbage; that one does not count.
    await sleep(2 * RESOLUTION);
    loop.reset();
    peak = 0;
    process.send?.({ delay, memory } satisfies Vitals);
  };
  process.on('message', () => void report());
  // Listening must not keep a bot alive that wants to end.
  process.channel?.unref();
}

const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION);
const residentMb = (): number => process.memoryUsage.rss() / 2 ** 20;
