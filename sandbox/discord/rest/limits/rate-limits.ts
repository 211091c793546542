import { createHash } from 'node:crypto';
import type { Clock } from '../../clock.ts';
import { Quota } from '../../quota.ts';
import type { Allowance } from '../../quota.ts';
import { ERRORS } from '../../rules/errors.ts';
import { RULES } from '../../rules.ts';
import { Span } from '../../span.ts';
import type { AllowanceFor } from './allowances.ts';
import { routeOf } from './route.ts';
import type { Route } from './route.ts';

type Headers = Readonly<Record<string, string>>;

/** The rule that a request broke by being one too many, and what it is told. */
export interface TooMany {
  readonly rule: 'rate-limit' | 'shared-rate-limit' | 'global-rate-limit';
  readonly headers: Headers;
  readonly body: object;
}

/** What a request meets: the headers of its bucket, or a 429. */
export type Take = { readonly headers: Headers } | TooMany;

const MOST_BUCKETS = 1_000;

/**
 * How many requests Discord takes. Each route has a bucket for each channel, guild or webhook in its path; all requests
 * together have a limit, and so have the invalid ones. Numbers can be changed at any time.
 * Source: https://discord.com/developers/docs/topics/rate-limits.
 */
export class RateLimits {
  /** Which allowance each route has. */
  allowanceFor: AllowanceFor;
  /** All requests together, but for those that answer interactions. */
  global: Allowance = { limit: 50, perMs: 1_000 };
  /** Invalid requests: 401, 403, and 429 unless it is shared. Whoever makes more is shut out. */
  invalid: Allowance = { limit: 10_000, perMs: 600_000 };
  /** How long somebody is shut out. Discord says "temporarily"; an hour was seen, in discord-api-docs#5385. */
  banMs = 3_600_000;
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Quota>();
  readonly #all: Quota;
  readonly #invalid: Quota;
  readonly #exhausted = new Map<string, Span>();
  #ban: Span | null = null;

  constructor(clock: Clock, allowanceFor: AllowanceFor) {
    this.#clock = clock;
    this.allowanceFor = allowanceFor;
    this.#all = new Quota(clock, () => this.global);
    this.#invalid = new Quota(clock, () => this.invalid);
  }

  /** As if others had used up what a route gives to all: for `ms`, requests meet a 429 whose scope is `shared`. */
  exhaust(route: string, ms: number): void {
    this.#exhausted.set(route, new Span(this.#clock, ms));
  }

  /** Shuts the bot out as after too many invalid requests. */
  ban(ms: number = this.banMs): void {
    this.#ban = new Span(this.#clock, ms);
  }

  /** Whoever asks is told for how many milliseconds it is still shut out; 0 when it is not. */
  waitForBan(): number {
    return waitFor(this.#ban);
  }

  /** Counts an invalid request. */
  countInvalid(): void {
    this.#invalid.take();
    if (this.#invalid.left === 0) this.ban();
  }

  /** Counts a request, or refuses it. */
  take(method: string, path: string): Take {
    const route = routeOf(method, path);
    if (!route.answersInteraction && !this.#all.take()) return tooManyInAll(this.#all.resetsInMs);
    const bucket = this.#bucketOf(route);
    const shared = waitFor(this.#exhausted.get(route.name));
    const taken = shared === 0 && (bucket?.take() ?? true);
    const headers = bucket ? headersOf(this.#clock, route, bucket) : {};
    if (shared > 0) return tooMany('shared-rate-limit', shared, headers);
    return taken || !bucket ? { headers } : tooMany('rate-limit', bucket.resetsInMs, headers);
  }

  #bucketOf(route: Route): Quota | null {
    if (this.allowanceFor(route.name) === null) return null;
    const key = `${route.name} ${route.major}`;
    const known = this.#buckets.get(key);
    if (known) return known;
    if (this.#buckets.size >= MOST_BUCKETS)
      for (const [old, bucket] of this.#buckets) if (bucket.untouched) this.#buckets.delete(old);
    const none = { limit: Infinity, perMs: 1 };
    const bucket = new Quota(this.#clock, () => this.allowanceFor(route.name) ?? none);
    this.#buckets.set(key, bucket);
    return bucket;
  }
}

function waitFor(span: Span | null | undefined): number {
  span?.tell();
  return span?.leftMs ?? 0;
}

const seconds = (ms: number): number => Math.ceil(ms) / 1_000;

function headersOf(clock: Clock, route: Route, bucket: Quota): Headers {
  return {
    'x-ratelimit-limit': String(bucket.limit),
    'x-ratelimit-remaining': String(bucket.left),
    'x-ratelimit-reset': seconds(clock.now() + bucket.resetsInMs).toFixed(3),
    'x-ratelimit-reset-after': seconds(bucket.resetsInMs).toFixed(3),
    'x-ratelimit-bucket': createHash('md5').update(route.name).digest('hex'),
  };
}

function tooMany(rule: 'rate-limit' | 'shared-rate-limit', waitMs: number, headers: Headers): TooMany {
  const scope = rule === 'rate-limit' ? 'user' : 'shared';
  return {
    rule,
    headers: { ...headers, 'retry-after': wholeSeconds(waitMs), 'x-ratelimit-scope': scope },
    body: { message: messageOf(rule), retry_after: seconds(waitMs), global: false },
  };
}

function tooManyInAll(waitMs: number): TooMany {
  const rule = 'global-rate-limit';
  const scope = { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' };
  return {
    rule,
    headers: { 'retry-after': wholeSeconds(waitMs), ...scope },
    body: { message: messageOf(rule), retry_after: seconds(waitMs), global: true },
  };
}

/** A span for the header Retry-After, which knows whole seconds only. */
export const wholeSeconds = (ms: number): string => String(Math.ceil(ms / 1_000));

const messageOf = (rule: TooMany['rule']): string => ERRORS[RULES[rule].then.error].message;
