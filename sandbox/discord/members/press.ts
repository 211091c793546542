import { isSelect, KIND, STYLE, withInner } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import type { World } from '../world/world.ts';
import type { MessageRecord } from '../world/records.ts';
import { resolveChannel, resolveUser } from './resolve.ts';
import type { Resolved } from './resolve.ts';

/** The button with this label or custom id, if it can be pressed. */
export function buttonOn(message: MessageRecord, name: string): Component {
  const buttons = message.components.flatMap(withInner).filter((it) => it.type === KIND.button);
  const button = buttons.find((it) => it.custom_id === name) ?? buttons.find((it) => labelOf(it) === name);
  if (!button) throw missing('button', name, buttons.map(labelOf));
  if (button.style === STYLE.link)
    throw new Error(`"${name}" is a link to ${button.url ?? ''}; the bot does not hear of it`);
  return usable(button, name);
}

/** The select with this placeholder or custom id, if it can be used. */
export function selectOn(message: MessageRecord, name: string): Component {
  const selects = message.components.flatMap(withInner).filter(isSelect);
  const select = selects.find((it) => it.custom_id === name) ?? selects.find((it) => it.placeholder === name);
  if (!select)
    throw missing(
      'select',
      name,
      selects.map((it) => it.placeholder ?? it.custom_id ?? ''),
    );
  return usable(select, name);
}

/** What Discord sends for picks in a select: values by value or label, people and channels by id. */
export function picksIn(
  world: World,
  message: MessageRecord,
  select: Component,
  picks: readonly (string | { readonly id: string })[],
): { readonly values: readonly string[]; readonly resolved?: Resolved } {
  const [least, most] = [select.min_values ?? 1, select.max_values ?? 1];
  if (picks.length < least || picks.length > most)
    throw new Error(`The select takes ${least} to ${most} picks, not ${picks.length}`);
  if (select.type === KIND.stringSelect) return { values: picks.map((pick) => optionValue(select, pick)) };
  const resolved: Resolved = {};
  const values = picks.map((pick) => (typeof pick === 'string' ? pick : pick.id));
  for (const id of values) {
    const known =
      select.type === KIND.channelSelect
        ? resolveChannel(world, id, resolved)
        : resolveUser(world, id, message.channel.guild, resolved);
    if (!known) throw new Error(`The select does not offer ${id}`);
  }
  return { values, resolved };
}

function optionValue(select: Component, pick: string | { readonly id: string }): string {
  const name = typeof pick === 'string' ? pick : pick.id;
  const options = select.options ?? [];
  const option = options.find((it) => it.value === name) ?? options.find((it) => it.label === name);
  if (option) return option.value;
  const offered = options.map((it) => it.label);
  throw missing('option', name, offered);
}

function usable(component: Component, name: string): Component {
  if (component.disabled) throw new Error(`"${name}" is disabled`);
  return component;
}

const labelOf = (button: Component): string => button.label ?? button.emoji?.name ?? '';

const missing = (kind: string, name: string, there: readonly string[]): Error =>
  new Error(`There is no ${kind} "${name}". There is: ${there.join(', ') || 'none'}`);
