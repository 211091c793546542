import type { Clock } from './clock.ts';

/**
 * A stretch of time that begins now, on the sandbox's clock. Once a client was told to wait for its end, real time counts
 * as well, for that is what a client waits by: it is over as soon as one of the two says so.
 */
export class Span {
  readonly #clock: Clock;
  readonly #end: number;
  #realEnd = Infinity;

  constructor(clock: Clock, ms: number) {
    this.#clock = clock;
    this.#end = clock.now() + ms;
  }

  /** Milliseconds until it is over; 0 when it is. */
  get leftMs(): number {
    return Date.now() >= this.#realEnd ? 0 : Math.max(0, this.#end - this.#clock.now());
  }

  /** A client is told now to wait until it is over. */
  tell(): void {
    if (this.#realEnd === Infinity) this.#realEnd = Date.now() + this.leftMs;
  }
}
