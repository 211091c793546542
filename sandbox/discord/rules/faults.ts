import { charactersIn } from './characters.ts';
import type { FormFault } from './refusal.ts';
import type { RefusalName } from '../rules.ts';

/** Where in a body a value stands. */
export type Path = readonly (string | number)[];

/** The fault of a value that is longer than allowed, or none. */
export function tooLong(
  rule: RefusalName,
  path: Path,
  value: string | readonly unknown[] | null | undefined,
  max: number,
): FormFault[] {
  if (!value) return [];
  const [size, unit] =
    typeof value === 'string' ? [charactersIn(value), ' in length'] : [value.length, ' items in length'];
  if (size <= max) return [];
  return [{ rule, path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer${unit}.` }];
}

/** The fault of a text that must have 1 to `max` characters, or none. */
export function notWithin(
  rule: RefusalName,
  path: Path,
  value: string | null | undefined,
  max: number,
): FormFault[] {
  if (value === undefined || value === null || value === '') return [missing(rule, path)];
  return charactersIn(value) <= max ? [] : [badLength(rule, path, 1, max)];
}

/** The fault of a list that must have `min` to `max` items, or none. */
export function notSoMany(
  rule: RefusalName,
  path: Path,
  value: readonly unknown[] | null | undefined,
  min: number,
  max: number,
): FormFault[] {
  if (!value) return [missing(rule, path)];
  return value.length >= min && value.length <= max ? [] : [badLength(rule, path, min, max)];
}

/** The fault of a number that lies outside of `min` to `max`, or none. */
export function outside(
  rule: RefusalName,
  path: Path,
  value: number | null | undefined,
  min: number,
  max: number,
): FormFault[] {
  if (value === null || value === undefined || (value >= min && value <= max)) return [];
  const [code, bound] =
    value < min
      ? ['NUMBER_TYPE_MIN', `greater than or equal to ${min}`]
      : ['NUMBER_TYPE_MAX', `less than or equal to ${max}`];
  return [{ rule, path, code, message: `int value should be ${bound}.` }];
}

/** The fault of a value that is none of those allowed, or none. */
export function noChoice<T extends string | number>(
  rule: RefusalName,
  path: Path,
  value: T,
  choices: readonly T[],
): FormFault[] {
  if (choices.includes(value)) return [];
  return [{ rule, path, code: 'BASE_TYPE_CHOICES', message: `Value must be one of ${tuple(choices)}.` }];
}

/** The fault of something that has to be there and is not. */
export function missing(rule: RefusalName, path: Path): FormFault {
  return { rule, path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

/** One fault with a code of its own. */
export function fault(rule: RefusalName, path: Path, code: string, message: string): FormFault {
  return { rule, path, code, message };
}

/** The values that occur more than once, with where they occur again. */
export function repeated<T>(values: readonly T[]): { readonly value: T; readonly at: number }[] {
  return values.flatMap((value, at) => (values.indexOf(value) < at ? [{ value, at }] : []));
}

/** Choices as Discord's Python writes them: `(1,)`, `(1, 2)`. */
export const tuple = (choices: readonly (string | number)[]): string =>
  choices.length === 1 ? `(${choices.join()},)` : `(${choices.join(', ')})`;

function badLength(rule: RefusalName, path: Path, min: number, max: number): FormFault {
  return {
    rule,
    path,
    code: 'BASE_TYPE_BAD_LENGTH',
    message: `Must be between ${min} and ${max} in length.`,
  };
}
