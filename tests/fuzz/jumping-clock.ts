import type { Clock } from '../../sandbox/discord/index.ts';

/** The clock on the wall, which a test can move on. */
export interface JumpingClock extends Clock {
  /** Moves the clock on; timers that run already keep their real time. */
  jump(ms: number): void;
}

export function jumpingClock(): JumpingClock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    setTimeout: (then, ms) => {
      const timer = setTimeout(then, ms).unref();
      return { cancel: () => clearTimeout(timer) };
    },
    jump: (ms) => void (ahead += ms),
  };
}
