import { KIND } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import type { ModalForm } from '../wire/payload.ts';
import { idFaults } from './components.ts';
import { fault, missing, notSoMany, notWithin, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { inputFaults, INPUTS } from './inputs.ts';
import { textFaults, wrongKind } from './layout.ts';
import { LIMITS } from './limits.ts';
import { refuseAny } from './refusal.ts';
import type { FormFault } from './refusal.ts';

/** Refuses a form that Discord would not show. */
export function checkModal(modal: ModalForm): void {
  const { components } = modal;
  refuseAny([
    ...notWithin('modal-shape', ['title'], modal.title, LIMITS.modalTitle),
    ...notWithin('modal-shape', ['custom_id'], modal.custom_id, LIMITS.customId),
    ...notSoMany('modal-shape', ['components'], components, 1, LIMITS.modalComponents),
    ...components.flatMap((it, n) => partFaults(it, ['components', n])),
    ...idFaults(components),
  ]);
}

function partFaults(part: Component, path: Path): FormFault[] {
  switch (part.type) {
    case KIND.row:
      return oldRowFaults(part, path);
    case KIND.label:
      return labelFaults(part, path);
    case KIND.text:
      return textFaults(part, path);
    default:
      return [wrongKind('modal-parts', path, [KIND.row, KIND.text, KIND.label])];
  }
}

function labelFaults({ label, description, component }: Component, path: Path): FormFault[] {
  return [
    ...notWithin('label-shape', [...path, 'label'], label, LIMITS.label),
    ...tooLong('label-shape', [...path, 'description'], description, LIMITS.labelDescription),
    ...(component
      ? labelledFaults(component, [...path, 'component'])
      : [missing('label-shape', [...path, 'component'])]),
  ];
}

function labelledFaults(input: Component, path: Path): FormFault[] {
  if (!INPUTS.includes(input.type)) return [wrongKind('modal-parts', path, INPUTS)];
  const message = 'A text input in a label has no label of its own';
  const twice = input.type === KIND.textInput && input.label;
  return [
    ...(twice
      ? [fault('label-shape', [...path, 'label'], 'TEXT_INPUT_COMPONENT_LABEL_INVALID', message)]
      : []),
    ...inputFaults(input, path),
  ];
}

function oldRowFaults({ components }: Component, path: Path): FormFault[] {
  const inner = [...path, 'components'];
  return [
    ...notSoMany('modal-parts', inner, components, 1, 1),
    ...(components ?? []).flatMap((input, n) =>
      input.type === KIND.textInput
        ? [
            ...notWithin('label-shape', [...inner, n, 'label'], input.label, LIMITS.label),
            ...inputFaults(input, [...inner, n]),
          ]
        : [wrongKind('modal-parts', [...inner, n], [KIND.textInput])],
    ),
  ];
}
