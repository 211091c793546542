import type { Context } from 'hono';
import type { Holder } from './tokens.ts';
import { apiError } from './wire.ts';
import type { Person } from './people.ts';

/** What the API knows of a request's sender. */
export interface ApiEnv {
  readonly Variables: { readonly holder: Holder };
}

/**
 * The person in whose name it is asked, if they allowed one of the scopes.
 * @param scopes any will do; none is needed where there are none
 */
export function personBehind(c: Context<ApiEnv>, ...scopes: readonly string[]): Person | Response {
  const { person, scopes: allowed } = c.get('holder');
  if (!person) return apiError(401, 'Valid user authentication required');
  if (scopes.length > 0 && !scopes.some((scope) => allowed.includes(scope)))
    return apiError(403, 'Insufficient client scope');
  return person;
}

/** A whole number of the query; NaN if it is none. */
export function wholeNumber(c: Context<ApiEnv>, name: string, otherwise: number): number {
  const text = c.req.query(name);
  if (text === undefined) return otherwise;
  return /^-?\d+$/.test(text) ? Number(text) : NaN;
}

/** Which part of a list is asked for, or what is wrong with it. */
export function pagingIn(c: Context<ApiEnv>): { readonly limit: number; readonly offset: number } | Response {
  const [limit, offset] = [wholeNumber(c, 'limit', 20), wholeNumber(c, 'offset', 0)];
  if (!(limit >= 1 && limit <= 50)) return apiError(400, 'Invalid limit');
  return offset >= 0 && offset <= 100_000 ? { limit, offset } : apiError(400, 'Invalid offset');
}
