import { KIND } from '../wire/component.ts';
import type { Component, Option } from '../wire/component.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { resolveChannel, resolveRole, resolveUser } from './resolve.ts';
import type { Resolved } from './resolve.ts';

/** What a person picks: an option by its value or label, or a person, a role or a channel. */
export type Picked = string | { readonly id: string };

/** How many picks a select takes. */
export interface Room {
  readonly least: number;
  readonly most: number;
}

/** The value of the option that was picked by its value or label. */
export function optionValue(options: readonly Option[], pick: Picked): string {
  const name = idOf(pick);
  const option = options.find((it) => it.value === name) ?? options.find((it) => it.label === name);
  if (option) return option.value;
  throw missing(
    'option',
    name,
    options.map((it) => it.label),
  );
}

/** What Discord sends for picks in a select: values of options, and ids with what they stand for in `resolved`. */
export function valuesIn(
  world: World,
  channel: ChannelRecord,
  select: Component,
  picks: readonly Picked[],
  resolved: Resolved,
): readonly string[] {
  if (select.type === KIND.stringSelect) return picks.map((pick) => optionValue(select.options ?? [], pick));
  return picks.map((pick) => {
    const id = idOf(pick);
    if (!resolves(world, channel, select, id, resolved)) throw new Error(`The select does not offer ${id}`);
    return id;
  });
}

/** Refuses too few and too many picks, as Discord's client does. */
export function requireRoom(what: string, picks: readonly unknown[], { least, most }: Room): void {
  if (picks.length >= least && picks.length <= most) return;
  throw new Error(`${what} takes ${least} to ${most} picks, not ${picks.length}`);
}

/** What a person who asks for something that is not there reads. */
export const missing = (kind: string, name: string, there: readonly string[]): Error =>
  new Error(`There is no ${kind} "${name}". There is: ${there.join(', ') || 'none'}`);

const idOf = (pick: Picked): string => (typeof pick === 'string' ? pick : pick.id);

function resolves(
  world: World,
  channel: ChannelRecord,
  { type, channel_types: types }: Component,
  id: string,
  resolved: Resolved,
): boolean {
  const isUser = type === KIND.userSelect || type === KIND.mentionableSelect;
  if (isUser && resolveUser(world, id, channel.guild, resolved)) return true;
  const isRole = type === KIND.roleSelect || type === KIND.mentionableSelect;
  if (isRole && resolveRole(id, channel.guild, resolved)) return true;
  if (type !== KIND.channelSelect) return false;
  const picked = world.channels.get(id);
  const fits = picked && (!types?.length || types.includes(picked.type));
  return Boolean(fits) && resolveChannel(world, id, resolved);
}
