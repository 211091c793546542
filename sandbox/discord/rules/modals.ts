import { withInner } from '../wire/component.ts';
import type { ModalForm } from '../wire/payload.ts';
import { customIdFaults } from './components.ts';
import { fault, notWithin } from './faults.ts';
import { LIMITS } from './limits.ts';
import { refuseAny } from './refusal.ts';

/** Refuses a form that Discord would not show. */
export function checkModal(modal: ModalForm): void {
  const inputs = modal.components.flatMap(withInner).filter((component) => component.custom_id);
  const rows = modal.components.length;
  refuseAny([
    ...notWithin('modal-shape', ['title'], modal.title, LIMITS.modalTitle),
    ...notWithin('modal-shape', ['custom_id'], modal.custom_id, LIMITS.customId),
    ...(rows >= 1 && rows <= LIMITS.rows && inputs.length >= 1
      ? []
      : [fault('modal-shape', ['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.')]),
    ...customIdFaults(modal.components),
  ]);
}
