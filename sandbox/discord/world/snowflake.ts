import type { Clock } from '../clock.ts';

const DISCORD_EPOCH = 1_420_070_400_000;

/** Which of two ids is older: negative for the first, positive for the second. */
export const compareIds = (a: string, b: string): number =>
  a.length - b.length || (a === b ? 0 : a < b ? -1 : 1);

/** When an id was given out, in milliseconds since 1970. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + DISCORD_EPOCH;

/** Hands out ids that carry their time, like Discord's: unique and in order. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const now = BigInt(Math.max(0, clock.now() - DISCORD_EPOCH)) << 22n;
    last = now > last ? now : last + 1n;
    return String(last);
  };
}
