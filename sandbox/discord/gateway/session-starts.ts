import type { Clock } from '../clock.ts';
import { Quota } from '../quota.ts';
import type { GatewaySettings } from './settings.ts';

const DAY_MS = 24 * 3_600_000;

/** Counts the IDENTIFYs of the bot, of all its shards together. */
export class SessionStarts {
  readonly #clock: Clock;
  readonly #settings: GatewaySettings;
  readonly #day: Quota;
  readonly #buckets = new Map<number, Quota>();

  constructor(clock: Clock, settings: GatewaySettings) {
    this.#clock = clock;
    this.#settings = settings;
    this.#day = new Quota(clock, () => ({ limit: settings.sessionStarts, perMs: DAY_MS }));
  }

  /** What is left, as `GET /gateway/bot` tells it. */
  get limit(): object {
    return {
      total: this.#day.limit,
      remaining: this.#day.left,
      reset_after: this.#day.resetsInMs,
      max_concurrency: this.#settings.maxConcurrency,
    };
  }

  /** Counts an IDENTIFY of a shard. */
  take(shard: number): 'taken' | 'too soon' | 'used up' {
    if (!this.#day.take()) return 'used up';
    return this.#bucketOf(shard).take() ? 'taken' : 'too soon';
  }

  #bucketOf(shard: number): Quota {
    const key = shard % this.#settings.maxConcurrency;
    const bucket =
      this.#buckets.get(key) ??
      new Quota(this.#clock, () => ({ limit: 1, perMs: this.#settings.identifyEveryMs }));
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
