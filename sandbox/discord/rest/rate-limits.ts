import type { Clock } from '../clock.ts';

/** How many calls a bucket takes, and how soon it is full again. */
export interface Allowance {
  readonly limit: number;
  readonly perMs: number;
}

/** Which allowance a route has. */
export type AllowanceFor = (route: string) => Allowance;

/** What a call finds in its bucket. */
export interface Take {
  readonly allowed: boolean;
  readonly retryAfterMs: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Generous for now: far more than a well-behaved bot needs. */
export const generous: AllowanceFor = () => ({ limit: 1_000, perMs: 1_000 });

/** One bucket for each route and its major parameter, as Discord keeps them. */
export class RateLimits {
  readonly #clock: Clock;
  readonly #allowanceFor: AllowanceFor;
  readonly #buckets = new Map<string, { left: number; resetsAt: number }>();

  constructor(clock: Clock, allowanceFor: AllowanceFor) {
    this.#clock = clock;
    this.#allowanceFor = allowanceFor;
  }

  /** Takes one call out of the route's bucket. */
  take(method: string, path: string): Take {
    const route = `${method} ${path.replaceAll(/\/(\d{15,})(?=\/|$)/g, '/:id')}`;
    const major = /\/(?:channels|guilds|webhooks)\/(\d+(?:\/[^/]+)?)/.exec(path)?.[1] ?? '';
    const { limit, perMs } = this.#allowanceFor(route);
    const now = this.#clock.now();
    const key = `${route} ${major}`;
    let bucket = this.#buckets.get(key);
    if (!bucket || bucket.resetsAt <= now) {
      bucket = { left: limit, resetsAt: now + perMs };
      this.#buckets.set(key, bucket);
    }
    const allowed = bucket.left > 0;
    if (allowed) bucket.left -= 1;
    const retryAfterMs = bucket.resetsAt - now;
    return {
      allowed,
      retryAfterMs,
      headers: {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(bucket.left),
        'x-ratelimit-reset': (bucket.resetsAt / 1000).toFixed(3),
        'x-ratelimit-reset-after': (retryAfterMs / 1000).toFixed(3),
        'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(-32),
        ...(allowed
          ? {}
          : { 'retry-after': String(Math.ceil(retryAfterMs / 1000)), 'x-ratelimit-scope': 'user' }),
      },
    };
  }
}
