import type { LocalFile } from '../../members/files.ts';
import type { FormValue, FormValues } from '../../members/forms.ts';
import type { Field, Modal } from '../../members/modal.ts';
import { LIMITS } from '../../rules/limits.ts';
import { KIND } from '../../wire/component.ts';
import type { World } from '../../world/world.ts';
import { offerOf } from './choices.ts';
import type { Form, FormField } from './protocol.ts';

/** A paragraph, by Discord's number for the style of a text input. */
const PARAGRAPH = 2;

/** A form as the page draws it. */
export function formOf(world: World, modal: Modal, id: number): Form {
  return {
    id,
    title: modal.title,
    texts: modal.texts,
    fields: modal.inputs.map((field) => fieldOf(world, modal, field)),
  };
}

/** What was filled in, as a person fills it in. Files are named by their ids. */
export function filledIn(
  modal: Modal,
  values: Readonly<Record<string, string | boolean | readonly string[]>>,
  file: (id: string) => LocalFile,
): FormValues {
  const kinds = new Map(modal.inputs.map(({ input }) => [input.custom_id ?? '', input.type]));
  const entries = Object.entries(values).map(([name, value]): [string, FormValue] => {
    const isFiles = kinds.get(name) === KIND.fileUpload && typeof value === 'object';
    return [name, isFiles ? value.map(file) : value];
  });
  return Object.fromEntries(entries);
}

function fieldOf(world: World, { openedBy, form }: Modal, { label, input }: Field): FormField {
  const { user, channel } = openedBy.start;
  const isText = input.type === KIND.textInput;
  const { least, most, choices } = offerOf(input, channel, user, world.bot);
  const holder = form.components.find((it) => it.component?.custom_id === input.custom_id);
  return {
    id: input.custom_id ?? '',
    label,
    about: holder?.description ?? '',
    kind: kindOf(input.type, input.style),
    required: input.required ?? true,
    value: isText ? (input.value ?? '') : String(input.default ?? false),
    placeholder: input.placeholder ?? '',
    least: isText ? (input.min_length ?? 0) : least,
    most: isText ? (input.max_length ?? LIMITS.textInput) : (input.max_values ?? most),
    choices,
  };
}

function kindOf(type: number, style: number | null | undefined): FormField['kind'] {
  if (type === KIND.textInput) return style === PARAGRAPH ? 'lines' : 'line';
  if (type === KIND.checkbox) return 'tick';
  return type === KIND.fileUpload ? 'files' : 'picks';
}
