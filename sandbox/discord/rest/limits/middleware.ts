import type { MiddlewareHandler } from 'hono';
import { Refusal } from '../../rules/refusal.ts';
import type { World } from '../../world/world.ts';
import { record } from '../record.ts';
import { wholeSeconds } from './rate-limits.ts';
import type { RateLimits } from './rate-limits.ts';

/** Shuts out who made too many invalid requests, and counts those. */
export function shutOut(world: World, limits: RateLimits): MiddlewareHandler {
  return async (c, next) => {
    const waitMs = limits.waitForBan();
    if (waitMs > 0) {
      const refusal = new Refusal('invalid-requests');
      record(world, c.req.method, c.req.path, refusal);
      // Cloudflare answers in Discord's place: no JSON, none of Discord's headers.
      const headers = { 'retry-after': wholeSeconds(waitMs), server: 'cloudflare' };
      return c.text(refusal.message, refusal.status, headers);
    }
    await next();
    const shared = c.res.headers.get('x-ratelimit-scope') === 'shared';
    if ([401, 403, 429].includes(c.res.status) && !shared) limits.countInvalid();
    return undefined;
  };
}

/** Refuses requests that are too many, and tells the rest how many are left. */
export function limitRate(world: World, limits: RateLimits): MiddlewareHandler {
  return async (c, next) => {
    const taken = limits.take(c.req.method, c.req.path);
    if ('rule' in taken) {
      const refusal = new Refusal(taken.rule);
      record(world, c.req.method, c.req.path, refusal, taken.body);
      return c.json(taken.body, refusal.status, taken.headers);
    }
    await next();
    for (const [name, value] of Object.entries(taken.headers)) c.header(name, value);
    return undefined;
  };
}
