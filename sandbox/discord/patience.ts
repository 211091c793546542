import type { World } from './world/world.ts';

/** How long to wait for the bot, in milliseconds of real time. */
export interface Patience {
  readonly timeoutMs?: number;
}

/** How long a wait lasts when nothing is said: 10 s of real time. */
export const DEFAULT_TIMEOUT_MS = 10_000;

/** What a waiter found: not yet, a value, or that it will never come. */
export type Probe<T> = { readonly found: T } | { readonly never: string } | null;

/** Waits until `probe` finds something, asking again whenever anything changes. */
export function waitUntil<T>(
  world: World,
  what: string,
  probe: () => Probe<T>,
  { timeoutMs = DEFAULT_TIMEOUT_MS }: Patience = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (): boolean => {
      const result = world.stopped ? { never: 'Discord was stopped' } : probe();
      if (!result) return false;
      end();
      if ('found' in result) resolve(result.found);
      else reject(new Error(`${what}: ${result.never}`));
      return true;
    };
    // Real time on purpose: a test that forgets to move its clock must still end.
    const timer = setTimeout(() => {
      end();
      reject(new Error(`${what}: nothing came within ${timeoutMs} ms.${world.situation()}`));
    }, timeoutMs);
    const unwatch = world.watch(settle);
    const end = (): void => {
      clearTimeout(timer);
      unwatch();
    };
    settle();
  });
}
