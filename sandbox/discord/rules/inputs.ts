import { KIND } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import { fault, noChoice, notSoMany, notWithin, outside, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { FormFault } from './refusal.ts';
import { optionFaults, selectFaults } from './selects.ts';

type Check = (input: Component, path: Path) => FormFault[];

const CHECKS: Readonly<Record<number, Check>> = {
  [KIND.stringSelect]: formSelectFaults,
  [KIND.userSelect]: formSelectFaults,
  [KIND.roleSelect]: formSelectFaults,
  [KIND.mentionableSelect]: formSelectFaults,
  [KIND.channelSelect]: formSelectFaults,
  [KIND.textInput]: textInputFaults,
  [KIND.fileUpload]: (input, path) => uploadFaults(input, path),
  [KIND.radioGroup]: (input, path) => groupFaults(input, path, 2),
  [KIND.checkboxGroup]: (input, path) => groupFaults(input, path, 1),
  [KIND.checkbox]: () => [],
};

/** The kinds of inputs that a label of a form may hold. */
export const INPUTS: readonly number[] = Object.keys(CHECKS).map(Number);

/** What is wrong with one input of a form. */
export function inputFaults(input: Component, path: Path): FormFault[] {
  return [
    ...notWithin('custom-id-length', [...path, 'custom_id'], input.custom_id, LIMITS.customId),
    ...(CHECKS[input.type]?.(input, path) ?? []),
  ];
}

function formSelectFaults(select: Component, path: Path): FormFault[] {
  const message = 'A select in a modal cannot be disabled';
  return [
    ...(select.disabled
      ? [fault('input-enabled', [...path, 'disabled'], 'COMPONENT_DISABLED_IN_MODAL', message)]
      : []),
    ...selectFaults(select, path),
  ];
}

function textInputFaults(input: Component, path: Path): FormFault[] {
  const { style, min_length: min, max_length: max, value, placeholder } = input;
  const most = max ?? LIMITS.textInput;
  return [
    ...noChoice('text-input-shape', [...path, 'style'], style ?? 0, [1, 2]),
    ...outside('text-input-shape', [...path, 'max_length'], max, 1, LIMITS.textInput),
    ...outside('text-input-shape', [...path, 'min_length'], min, 0, Math.min(most, LIMITS.textInput)),
    ...tooLong('text-input-shape', [...path, 'value'], value, most),
    ...tooLong('text-input-shape', [...path, 'placeholder'], placeholder, LIMITS.textInputPlaceholder),
  ];
}

function uploadFaults({ min_values: min, max_values: max }: Component, path: Path): FormFault[] {
  return [
    ...outside('upload-range', [...path, 'max_values'], max, 1, LIMITS.uploads),
    ...outside('upload-range', [...path, 'min_values'], min, 0, Math.min(max ?? 1, LIMITS.uploads)),
  ];
}

function groupFaults(group: Component, path: Path, least: number): FormFault[] {
  const { options, min_values: min, max_values: max, required } = group;
  const count = options?.length ?? 0;
  const optional = 'A group that may be left empty is not required';
  return [
    ...notSoMany('group-options', [...path, 'options'], options, least, LIMITS.groupOptions),
    ...optionFaults('group-options', options ?? [], [...path, 'options']),
    ...outside('group-options', [...path, 'max_values'], max, 1, Math.max(1, count)),
    ...outside('group-options', [...path, 'min_values'], min, 0, max ?? Math.max(1, count)),
    ...(min === 0 && (required ?? true)
      ? [fault('group-options', [...path, 'required'], 'COMPONENT_REQUIRED_INVALID', optional)]
      : []),
  ];
}
