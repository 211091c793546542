import { availableParallelism } from 'node:os';

import { expect, it } from 'vitest';

import { PATIENT } from '../commands/moodring.ts';
import { fuzz, REPLAY } from './fuzz.ts';
import { moodringSubject } from './moodring-subject.ts';

const INTERACTIONS = 50_000;

/** As many bots as the machine keeps busy, each with a Discord and a share of the interactions of its own. */
const BOTS = REPLAY === undefined ? 2 * availableParallelism() : 1;
const SHARE = Math.ceil(INTERACTIONS / BOTS);

/** By then the engine has compiled what it compiles, and caches with a bound are full. */
const WARM = SHARE / 5;

/** How much more memory a bot may hold at the end, in bytes: V8 lets it swing by as much from game to game. */
const SWING = 100 * 1024 * 1024;

const bots = Array.from({ length: BOTS }, (_, n) => ({ n: n + 1, ...moodringSubject() }));

it.concurrent.each(bots)(
  'bot $n answers its share of 50,000 random interactions in flat memory',
  { timeout: 3 * 3_600_000 },
  async ({ n, subject, memory }) => {
    const held: number[] = [];
    const { answered, wrong } = await fuzz(subject(), {
      interactions: SHARE,
      patience: PATIENT.timeoutMs,
      replay: REPLAY,
      onGame: (soFar) => {
        if (soFar > WARM) held.push(memory());
        process.stdout.write(`bot ${n}: ${soFar} answered, ${Math.round(memory() / 1024 / 1024)} MB held\n`);
      },
    });
    expect(wrong).toBeUndefined();
    if (REPLAY !== undefined) return;
    expect(answered).toBeGreaterThanOrEqual(SHARE);
    const fifth = Math.floor(held.length / 5);
    expect(median(held.slice(-fifth))).toBeLessThan(median(held.slice(0, fifth)) + SWING);
  },
);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
