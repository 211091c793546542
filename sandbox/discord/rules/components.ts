import { isSelect, KIND, STYLE, withInner } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import { fault, notWithin, repeated, tooLong } from './faults.ts';
import type { Path } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { FormFault } from './refusal.ts';
import { selectFaults } from './selects.ts';

const V2: readonly number[] = [9, 10, 11, 12, 13, 14, 17];

/** What is wrong with the components of one message. */
export function componentFaults(rows: readonly Component[]): FormFault[] {
  const v2 = rows.some((row) => V2.includes(row.type));
  if (v2) return [fault('components-v2', ['components'], 'UNSUPPORTED', 'Not supported by the sandbox yet')];
  return [
    ...tooLong('row-count', ['components'], rows, LIMITS.rows),
    ...rows.flatMap((row, at) => rowFaults(row, ['components', at])),
    ...customIdFaults(rows),
  ];
}

function rowFaults(row: Component, path: Path): FormFault[] {
  if (row.type !== KIND.row)
    return [
      fault(
        'component-kind',
        [...path, 'type'],
        'UNION_TYPE_CHOICES',
        'Value of field "type" must be one of (1,).',
      ),
    ];
  const inner = row.components ?? [];
  const selects = inner.filter(isSelect).length;
  const fits =
    inner.length >= 1 && inner.length <= LIMITS.buttonsInRow && (selects === 0 || inner.length === selects);
  return [
    ...(fits && selects <= 1
      ? []
      : [
          fault(
            'row-shape',
            [...path, 'components'],
            'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
            'The specified component exceeds the maximum width',
          ),
        ]),
    ...inner.flatMap((component, at) => innerFaults(component, [...path, 'components', at])),
  ];
}

function innerFaults(component: Component, path: Path): FormFault[] {
  if (component.type === KIND.button) return buttonFaults(component, path);
  if (isSelect(component)) return selectFaults(component, path);
  return [
    fault(
      'component-kind',
      [...path, 'type'],
      'UNION_TYPE_CHOICES',
      'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).',
    ),
  ];
}

function buttonFaults(button: Component, path: Path): FormFault[] {
  const style = button.style ?? 0;
  const shows = Boolean(button.label) || Boolean(button.emoji);
  const acts =
    style === STYLE.link
      ? Boolean(button.url) && !button.custom_id
      : style === STYLE.premium
        ? Boolean(button.sku_id)
        : style >= STYLE.primary && style <= STYLE.danger && Boolean(button.custom_id) && !button.url;
  return [
    ...((shows || style === STYLE.premium) && acts
      ? []
      : [
          fault(
            'button-shape',
            path,
            'BUTTON_COMPONENT_INVALID',
            'A button needs a label or emoji, and a custom id or a url',
          ),
        ]),
    ...tooLong('button-label', [...path, 'label'], button.label, LIMITS.buttonLabel),
  ];
}

/** What is wrong with the custom ids of a message or a form. */
export function customIdFaults(rows: readonly Component[]): FormFault[] {
  const ids = rows.flatMap(withInner).flatMap((component) => component.custom_id ?? []);
  return [
    ...ids.flatMap((id) => notWithin('custom-id-length', ['components', 'custom_id'], id, LIMITS.customId)),
    ...repeated(ids).map(() =>
      fault(
        'custom-id-unique',
        ['components'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      ),
    ),
  ];
}
