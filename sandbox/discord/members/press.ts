import { isSelect, KIND, STYLE, withInner } from '../wire/component.ts';
import type { Component } from '../wire/component.ts';
import type { World } from '../world/world.ts';
import type { MessageRecord } from '../world/records.ts';
import { missing, requireRoom, valuesIn } from './picks.ts';
import type { Picked } from './picks.ts';
import type { Resolved } from './resolve.ts';

/** The button with this label or custom id, wherever it stands in the message, if it can be pressed. */
export function buttonOn(message: MessageRecord, name: string): Component {
  const buttons = message.components.flatMap(withInner).filter((it) => it.type === KIND.button);
  const button = buttons.find((it) => it.custom_id === name) ?? buttons.find((it) => labelOf(it) === name);
  if (!button) throw missing('button', name, buttons.map(labelOf));
  if (button.style === STYLE.link)
    throw new Error(`"${name}" is a link to ${button.url ?? ''}; the bot does not hear of it`);
  if (button.style === STYLE.premium)
    throw new Error(`"${name}" sells the SKU ${button.sku_id ?? ''}; the bot does not hear of it`);
  return usable(button, name);
}

/** The select with this placeholder or custom id, wherever it stands in the message, if it can be used. */
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

/** What Discord sends for picks in a select: values by value or label, people, roles and channels by id. */
export function picksIn(
  world: World,
  message: MessageRecord,
  select: Component,
  picks: readonly Picked[],
): { readonly values: readonly string[]; readonly resolved?: Resolved } {
  requireRoom('The select', picks, { least: select.min_values ?? 1, most: select.max_values ?? 1 });
  const resolved: Resolved = {};
  const values = valuesIn(world, message.channel, select, picks, resolved);
  return select.type === KIND.stringSelect ? { values } : { values, resolved };
}

function usable(component: Component, name: string): Component {
  if (component.disabled) throw new Error(`"${name}" is disabled`);
  return component;
}

const labelOf = (button: Component): string => button.label ?? button.emoji?.name ?? button.sku_id ?? '';
