import { KIND } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import { fault, notWithin, repeated, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { FormFault } from './refusal.ts';

/** What is wrong with one select. */
export function selectFaults(select: Component, path: Path): FormFault[] {
  return [
    ...(select.custom_id
      ? []
      : [fault('custom-id-length', [...path, 'custom_id'], 'BASE_TYPE_REQUIRED', 'This field is required')]),
    ...tooLong('placeholder-length', [...path, 'placeholder'], select.placeholder, LIMITS.placeholder),
    ...(select.type === KIND.stringSelect ? optionFaults(select, [...path, 'options']) : []),
    ...rangeFaults(select, path),
  ];
}

function optionFaults(select: Component, path: Path): FormFault[] {
  const options = select.options ?? [];
  const length = 'Must be between 1 and 25 in length.';
  return [
    ...(options.length >= 1 && options.length <= LIMITS.selectOptions
      ? []
      : [fault('select-options', path, 'BASE_TYPE_BAD_LENGTH', length)]),
    ...repeated(options.map((option) => option.value)).map(({ at }) =>
      fault(
        'select-options',
        [...path, at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    ),
    ...options.flatMap((option, at) => [
      ...notWithin('select-option-text', [...path, at, 'label'], option.label, LIMITS.selectOptionText),
      ...notWithin('select-option-text', [...path, at, 'value'], option.value, LIMITS.selectOptionText),
      ...tooLong(
        'select-option-text',
        [...path, at, 'description'],
        option.description,
        LIMITS.selectOptionText,
      ),
    ]),
  ];
}

function rangeFaults(select: Component, path: Path): FormFault[] {
  const most = select.type === KIND.stringSelect ? (select.options ?? []).length : LIMITS.selectOptions;
  const min = select.min_values ?? 1;
  const max = select.max_values ?? 1;
  if (min >= 0 && min <= max && max >= 1 && (max <= most || most === 0)) return [];
  return [
    fault(
      'select-range',
      [...path, 'max_values'],
      'SELECT_COMPONENT_MAX_VALUES_INVALID',
      'min_values and max_values must fit the options',
    ),
  ];
}
