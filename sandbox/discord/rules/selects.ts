import { KIND } from '../wire/component.ts';
import type { Component, Option } from '../wire/component.ts';
import type { RefusalName } from '../rules.ts';
import { emojiFaults } from './buttons.ts';
import { fault, notSoMany, notWithin, noChoice, outside, repeated, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { FormFault } from './refusal.ts';

/** By the select, what its default values may be. */
const DEFAULTS: Readonly<Record<number, readonly string[]>> = {
  [KIND.userSelect]: ['user'],
  [KIND.roleSelect]: ['role'],
  [KIND.mentionableSelect]: ['role', 'user'],
  [KIND.channelSelect]: ['channel'],
};

/** Discord's numbers for the kinds of channels. */
const CHANNEL_TYPES = [0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16];

/** What is wrong with one select, of a message or a form. */
export function selectFaults(select: Component, path: Path): FormFault[] {
  const { options } = select;
  return [
    ...notWithin('custom-id-length', [...path, 'custom_id'], select.custom_id, LIMITS.customId),
    ...tooLong('placeholder-length', [...path, 'placeholder'], select.placeholder, LIMITS.placeholder),
    ...(select.type === KIND.stringSelect
      ? [
          ...notSoMany('select-options', [...path, 'options'], options, 1, LIMITS.selectOptions),
          ...optionFaults('select-options', options ?? [], [...path, 'options']),
        ]
      : [...defaultFaults(select, [...path, 'default_values']), ...channelTypeFaults(select, path)]),
    ...rangeFaults(select, path),
  ];
}

/** What is wrong with the options of a select or a group, each for itself and beside the others. */
export function optionFaults(rule: RefusalName, options: readonly Option[], path: Path): FormFault[] {
  return [
    ...repeated(options.map((option) => option.value)).map(({ at }) =>
      fault(
        rule,
        [...path, at, 'value'],
        'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        'The specified option value is already used',
      ),
    ),
    ...options.flatMap(({ label, value, description, emoji }, at) => [
      ...notWithin('select-option-text', [...path, at, 'label'], label, LIMITS.selectOptionText),
      ...notWithin('select-option-text', [...path, at, 'value'], value, LIMITS.selectOptionText),
      ...tooLong('select-option-text', [...path, at, 'description'], description, LIMITS.selectOptionText),
      ...emojiFaults(emoji, [...path, at, 'emoji']),
    ]),
  ];
}

function rangeFaults(select: Component, path: Path): FormFault[] {
  const { min_values: min, max_values: max, options, default_values: defaults } = select;
  const bounds = [
    ...outside('select-range', [...path, 'min_values'], min, 0, LIMITS.selectOptions),
    ...outside('select-range', [...path, 'max_values'], max, 1, LIMITS.selectOptions),
  ];
  if (bounds.length > 0) return bounds;
  const most = max ?? 1;
  const chosen = (options ?? []).filter((option) => option.default).length + (defaults?.length ?? 0);
  const tooFew = options && options.length > 0 && options.length < most;
  return [
    ...outside('select-range', [...path, 'min_values'], min ?? Math.min(1, most), 0, most),
    ...(tooFew
      ? [
          fault(
            'select-range',
            [...path, 'options'],
            'BASE_TYPE_MIN_LENGTH',
            `Must be ${most} or more in length.`,
          ),
        ]
      : []),
    ...(chosen > most
      ? [
          fault(
            'select-defaults',
            [...path, options ? 'options' : 'default_values'],
            'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
            'The specified number of default values exceeds the specified maximum values',
          ),
        ]
      : []),
  ];
}

function defaultFaults(select: Component, path: Path): FormFault[] {
  return (select.default_values ?? []).flatMap((value, at) =>
    noChoice('select-defaults', [...path, at, 'type'], value.type, DEFAULTS[select.type] ?? []),
  );
}

function channelTypeFaults(select: Component, path: Path): FormFault[] {
  return (select.channel_types ?? []).flatMap((type, at) =>
    noChoice('select-channel-types', [...path, 'channel_types', at], type, CHANNEL_TYPES),
  );
}
