import type { ErrorObject } from 'ajv';

/** Say no more than that something inside is wrong. */
const OUTER = new Set(['oneOf', 'anyOf', 'allOf', 'if']);

const MOST_LISTED = 20;

/** The innermost of a value's errors, which tells most, as a line for people. */
export function plainest(errors: readonly ErrorObject[]): string {
  const telling = errors.filter((error) => !OUTER.has(error.keyword) && error.params['type'] !== 'null');
  const [first, ...rest] = telling.length > 0 ? telling : errors;
  if (!first) return '/ is not as documented';
  return lineOf(rest.reduce((best, it) => (depthOf(it) > depthOf(best) ? it : best), first));
}

const depthOf = (error: ErrorObject): number => error.instancePath.split('/').length;

function lineOf({ instancePath, message = 'is wrong', params, data }: ErrorObject): string {
  const allowed: unknown = params['allowedValues'];
  const list = Array.isArray(allowed) && allowed.length <= MOST_LISTED ? ` ${JSON.stringify(allowed)}` : '';
  const found = typeof data === 'object' && data !== null ? '' : `, not ${JSON.stringify(data)}`;
  return `${instancePath || '/'} ${message}${list}${found}`;
}
