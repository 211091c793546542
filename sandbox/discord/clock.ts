/** A wait that can be called off. */
export interface Timer {
  cancel(): void;
}

/** The only source of time in the sandbox, so that one clock can move everything. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `then` once, `ms` from now. */
  setTimeout(then: () => void, ms: number): Timer;
}

/** The clock on the wall. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout(then, ms) {
    const timer = setTimeout(then, ms).unref();
    return { cancel: () => clearTimeout(timer) };
  },
};

/** Resolves `ms` from now; never, when the clock is stopped before. */
export const passed = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => void clock.setTimeout(resolve, ms));

/** A clock whose pending timers can all be called off at once. */
export function cancellable(clock: Clock): Clock & { cancelAll(): void } {
  const pending = new Set<Timer>();
  return {
    now: () => clock.now(),
    setTimeout(then, ms) {
      const timer = clock.setTimeout(() => {
        pending.delete(timer);
        then();
      }, ms);
      pending.add(timer);
      return {
        cancel() {
          pending.delete(timer);
          timer.cancel();
        },
      };
    },
    cancelAll() {
      for (const timer of pending) timer.cancel();
      pending.clear();
    },
  };
}
