import { withInner } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import type { ModalForm } from '../wire/payload.ts';
import type { Interaction } from '../world/interaction.ts';

/** A form in front of a person. */
export class Modal {
  readonly form: ModalForm;
  /** The interaction that the bot answered with this form. */
  readonly openedBy: Interaction;

  constructor(openedBy: Interaction, form: ModalForm) {
    this.openedBy = openedBy;
    this.form = form;
  }

  get title(): string {
    return this.form.title;
  }

  /** The inputs of the form with the words beside them. */
  get inputs(): readonly { readonly label: string; readonly input: Component }[] {
    return this.form.components.flatMap(withInner).flatMap((holder) => {
      const inner = [...(holder.components ?? []), ...(holder.component ? [holder.component] : [])];
      return inner
        .filter((input) => input.custom_id)
        .map((input) => ({ label: holder.label ?? input.label ?? '', input }));
    });
  }
}
