import { isSelect, KIND } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import { attachmentJson } from '../wire/message.ts';
import type { World } from '../world/world.ts';
import { upload } from './files.ts';
import type { LocalFile } from './files.ts';
import type { Modal } from './modal.ts';
import type { Resolved } from './resolve.ts';

/** What a person fills in, by the inputs' labels or custom ids: text, picks, or files. */
export type FormValues = Readonly<Record<string, string | readonly string[] | readonly LocalFile[]>>;

/** A filled-in form as the data of an interaction. */
export async function fillForm(world: World, modal: Modal, values: FormValues): Promise<object> {
  const resolved: Resolved = {};
  const filled = new Map<Component, object>();
  for (const { label, input } of modal.inputs) {
    const value = values[input.custom_id ?? ''] ?? values[label];
    filled.set(input, await oneInput(world, label, input, value, resolved));
  }
  const wired = (component: Component): object =>
    filled.get(component) ?? {
      type: component.type,
      id: component.id ?? 0,
      ...(component.components ? { components: component.components.map(wired) } : {}),
      ...(component.component ? { component: wired(component.component) } : {}),
    };
  return { custom_id: modal.form.custom_id, components: modal.form.components.map(wired), resolved };
}

async function oneInput(
  world: World,
  label: string,
  input: Component,
  value: FormValues[string] | undefined,
  resolved: Resolved,
): Promise<object> {
  const common = { type: input.type, id: input.id ?? 0, custom_id: input.custom_id };
  if ((value === undefined || value.length === 0) && (input.required ?? true))
    throw new Error(`The form needs "${label}"`);
  if (input.type === KIND.textInput) return { ...common, value: textOf(label, input, value ?? '') };
  const picks = typeof value === 'string' ? [value] : (value ?? []);
  const values: string[] = [];
  for (const pick of picks) {
    if (typeof pick === 'string') {
      if (isSelect(input) && input.options && !input.options.some((option) => option.value === pick))
        throw new Error(`"${label}" has no option "${pick}"`);
      values.push(pick);
      continue;
    }
    const file = await upload(world, pick, world.bot.id, true);
    (resolved.attachments ??= {})[file.id] = attachmentJson(world, file);
    values.push(file.id);
  }
  return { ...common, values };
}

function textOf(label: string, input: Component, value: FormValues[string]): string {
  const [least, most] = [input.min_length ?? 0, input.max_length ?? 4_000];
  if (typeof value !== 'string' || value.length < least || value.length > most)
    throw new Error(`"${label}" takes a text of ${least} to ${most} characters`);
  return value;
}
