import type { Clock } from './clock.ts';
import { Span } from './span.ts';

/** How often something may be done, and in what time. */
export interface Allowance {
  readonly limit: number;
  readonly perMs: number;
}

/** Counts against an allowance. The time starts with the first use, and with the first one after it is over. */
export class Quota {
  readonly #clock: Clock;
  readonly #allowance: () => Allowance;
  #used = 0;
  #window: Span | null = null;

  constructor(clock: Clock, allowance: () => Allowance) {
    this.#clock = clock;
    this.#allowance = allowance;
  }

  get limit(): number {
    return this.#allowance().limit;
  }

  /** How many uses are left until it starts anew. */
  get left(): number {
    const used = this.untouched ? 0 : this.#used;
    return Math.max(0, this.limit - used);
  }

  /** Milliseconds until it starts anew; 0 when it was not used. */
  get resetsInMs(): number {
    return this.#window?.leftMs ?? 0;
  }

  /** Whether nothing counts against it. */
  get untouched(): boolean {
    return this.resetsInMs === 0;
  }

  /** Uses it once if that is allowed, and tells whether it was. */
  take(): boolean {
    if (this.untouched) {
      this.#window = new Span(this.#clock, this.#allowance().perMs);
      this.#used = 0;
    }
    const taken = this.left > 0;
    if (taken) this.#used += 1;
    if (this.left === 0) this.#window?.tell();
    return taken;
  }
}
