import { KIND, innerOf, numbered, withInner } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import type { ModalForm } from '../wire/payload.ts';
import type { Interaction } from '../world/interaction.ts';

/** One field of a form, with the words beside it. */
export interface Field {
  readonly label: string;
  readonly input: Component;
}

/** A form in front of a person. */
export class Modal {
  readonly form: ModalForm;
  /** The interaction that the bot answered with this form. */
  readonly openedBy: Interaction;

  constructor(openedBy: Interaction, form: ModalForm) {
    this.openedBy = openedBy;
    this.form = { ...form, components: numbered(form.components) };
  }

  get title(): string {
    return this.form.title;
  }

  /** What the form says between its inputs. */
  get texts(): readonly string[] {
    return this.form.components.flatMap(({ type, content }) =>
      type === KIND.text && content ? [content] : [],
    );
  }

  /** The inputs of the form with the words beside them. */
  get inputs(): readonly Field[] {
    return this.form.components.flatMap(withInner).flatMap((holder) =>
      innerOf(holder)
        .filter((input) => input.custom_id)
        .map((input) => ({ label: holder.label ?? input.label ?? '', input })),
    );
  }
}
