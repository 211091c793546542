import { isSelect, KIND } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import { attachmentJson } from '../wire/message.ts';
import { LIMITS } from '../rules/limits.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { isFile, upload } from './files.ts';
import type { LocalFile } from './files.ts';
import type { Field, Modal } from './modal.ts';
import { missing, optionValue, requireRoom, valuesIn } from './picks.ts';
import type { Picked, Room } from './picks.ts';
import type { Resolved } from './resolve.ts';

/** What a person fills in: a text, a tick, or picks and files. */
export type FormValue = string | boolean | readonly (Picked | LocalFile)[];

/** What a person fills in, by the inputs' labels or custom ids. */
export type FormValues = Readonly<Record<string, FormValue>>;

/** Where a form is filled in, and what Discord sends along with it. */
interface Desk {
  readonly world: World;
  readonly channel: ChannelRecord;
  readonly resolved: Resolved;
}

/** A filled-in form as the data of an interaction. What nobody touched stays as the bot set it. */
export async function fillForm(world: World, modal: Modal, values: FormValues): Promise<object> {
  const { inputs, form, openedBy } = modal;
  const named = new Set(inputs.flatMap(({ label, input }) => [label, input.custom_id ?? '']));
  const stray = Object.keys(values).find((name) => !named.has(name));
  if (stray !== undefined)
    throw missing(
      'field',
      stray,
      inputs.map((field) => field.label),
    );
  const desk: Desk = { world, channel: openedBy.start.channel, resolved: {} };
  const filled = new Map<Component, object>();
  for (const field of inputs) {
    const value = values[field.input.custom_id ?? ''] ?? values[field.label];
    const { type, id, custom_id } = field.input;
    filled.set(field.input, { type, id, custom_id, ...(await answerTo(desk, field, value)) });
  }
  const wired = (component: Component): object =>
    filled.get(component) ?? {
      type: component.type,
      id: component.id,
      ...(component.components ? { components: component.components.map(wired) } : {}),
      ...(component.component ? { component: wired(component.component) } : {}),
    };
  return { custom_id: form.custom_id, components: form.components.map(wired), resolved: desk.resolved };
}

async function answerTo(desk: Desk, field: Field, value: FormValue | undefined): Promise<object> {
  const { label, input } = field;
  if (input.type === KIND.textInput) return { value: textOf(field, value ?? input.value ?? '') };
  if (input.type === KIND.checkbox) return { value: tickOf(label, value ?? input.default ?? false) };
  const picks = value ?? preset(input);
  if (typeof picks === 'boolean') throw new Error(`"${label}" is not a box to tick`);
  const chosen = typeof picks === 'string' ? [picks] : picks;
  if (chosen.length === 0 && (input.required ?? true)) throw new Error(`The form needs "${label}"`);
  if (chosen.length > 0) requireRoom(`"${label}"`, chosen, roomOf(input));
  if (input.type === KIND.fileUpload) return { values: await filesFor(desk, label, chosen) };
  const plain = chosen.map((pick) => {
    if (isFile(pick)) throw new Error(`"${label}" takes no file`);
    return pick;
  });
  if (isSelect(input)) return { values: valuesIn(desk.world, desk.channel, input, plain, desk.resolved) };
  const values = plain.map((pick) => optionValue(input.options ?? [], pick));
  return input.type === KIND.radioGroup ? { value: values[0] ?? null } : { values };
}

function roomOf({ type, min_values: min, max_values: max, options }: Component): Room {
  if (type === KIND.radioGroup) return { least: 1, most: 1 };
  const all = type === KIND.checkboxGroup ? (options?.length ?? LIMITS.groupOptions) : 1;
  return { least: min ?? 1, most: max ?? all };
}

/** What is picked before the person does anything. */
function preset({ options, default_values: values }: Component): readonly Picked[] {
  const chosen = (options ?? []).filter((option) => option.default).map((option) => option.value);
  return [...chosen, ...(values ?? []).map(({ id }) => id)];
}

async function filesFor(
  desk: Desk,
  label: string,
  picks: readonly (Picked | LocalFile)[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const pick of picks) {
    if (!isFile(pick)) throw new Error(`"${label}" takes files`);
    const file = await upload(desk.world, pick, desk.world.bot.id, true);
    (desk.resolved.attachments ??= {})[file.id] = attachmentJson(desk.world, file);
    ids.push(file.id);
  }
  return ids;
}

function textOf({ label, input }: Field, value: FormValue): string {
  const { required, min_length, max_length } = input;
  if (value === '' && (required ?? true)) throw new Error(`The form needs "${label}"`);
  // An empty field that may stay empty is not too short.
  const [least, most] = [value === '' ? 0 : (min_length ?? 0), max_length ?? LIMITS.textInput];
  if (typeof value !== 'string' || value.length < least || value.length > most)
    throw new Error(`"${label}" takes a text of ${least} to ${most} characters`);
  return value;
}

function tickOf(label: string, value: FormValue): boolean {
  if (typeof value !== 'boolean') throw new Error(`"${label}" is ticked (true) or not (false)`);
  return value;
}
