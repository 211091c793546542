import type { FormFault } from './refusal.ts';
import type { RefusalName } from '../rules.ts';

/** Where in a body a value stands. */
export type Path = readonly (string | number)[];

/** The fault of a value that is longer than allowed, or none. */
export function tooLong(
  rule: RefusalName,
  path: Path,
  value: { readonly length: number } | null | undefined,
  max: number,
): FormFault[] {
  if (!value || value.length <= max) return [];
  const unit = typeof value === 'string' ? ' in length' : ' items in length';
  return [{ rule, path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer${unit}.` }];
}

/** The fault of a text that must have 1 to `max` characters, or none. */
export function notWithin(
  rule: RefusalName,
  path: Path,
  value: string | null | undefined,
  max: number,
): FormFault[] {
  if (value === undefined || value === null || value === '')
    return [{ rule, path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  if (value.length <= max) return [];
  return [{ rule, path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between 1 and ${max} in length.` }];
}

/** One fault with a code of its own. */
export function fault(rule: RefusalName, path: Path, code: string, message: string): FormFault {
  return { rule, path, code, message };
}

/** The values that occur more than once, with where they occur again. */
export function repeated(values: readonly string[]): { readonly value: string; readonly at: number }[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [{ value, at }] : []));
}
