import { KIND } from '../../wire/component.ts';
import type { Component } from '../../wire/component.ts';
import { sees } from '../../world/permissions.ts';
import type { ChannelRecord, UserRecord } from '../../world/records.ts';
import { CHANNEL } from '../../world/channel-types.ts';
import type { Choice, Offer } from './protocol.ts';

/** Whom somebody finds in a channel: the members of its guild, or those who take part. */
export function peopleIn(channel: ChannelRecord, bot: UserRecord): readonly UserRecord[] {
  if (channel.guild) return [...channel.guild.members.values()].map(({ user }) => user);
  return channel.recipient ? [channel.recipient, bot] : channel.group;
}

/** People to pick from. */
export const peopleChoices = (channel: ChannelRecord, bot: UserRecord): readonly Choice[] =>
  peopleIn(channel, bot).map((user) => ({ value: user.id, label: user.displayName, about: user.username }));

/** Roles to pick from. */
export const roleChoices = ({ guild }: ChannelRecord): readonly Choice[] =>
  (guild?.roles ?? []).map((role) => ({ value: role.id, label: role.name, about: 'role' }));

/** Channels to pick from, of these types if any are named. */
export function channelChoices(
  { guild }: ChannelRecord,
  user: UserRecord,
  types: readonly number[] | null | undefined,
): readonly Choice[] {
  return (guild?.channels ?? [])
    .filter((it) => !it.deleted && sees(it, user) && (!types?.length || types.includes(it.type)))
    .map((it) => ({ value: it.id, label: `${it.type === CHANNEL.category ? '' : '#'}${it.name}` }));
}

/** What somebody can pick in a select, a radio group or a checkbox group. */
export function offerOf(
  component: Component,
  channel: ChannelRecord,
  user: UserRecord,
  bot: UserRecord,
): Offer {
  const chosen = new Set((component.default_values ?? []).map(({ id }) => id));
  const choices = choicesOf(component, channel, user, bot);
  const all = component.type === KIND.checkboxGroup ? choices.length : 1;
  return {
    least: component.min_values ?? (component.required === false ? 0 : 1),
    most: Math.min(component.max_values ?? all, Math.max(1, choices.length)),
    choices: choices.map((it) => (chosen.has(it.value) ? { ...it, chosen: true } : it)),
  };
}

function choicesOf(
  component: Component,
  channel: ChannelRecord,
  user: UserRecord,
  bot: UserRecord,
): readonly Choice[] {
  switch (component.type) {
    case KIND.userSelect:
      return peopleChoices(channel, bot);
    case KIND.roleSelect:
      return roleChoices(channel);
    case KIND.mentionableSelect:
      return [...peopleChoices(channel, bot), ...roleChoices(channel)];
    case KIND.channelSelect:
      return channelChoices(channel, user, component.channel_types);
    default:
      return (component.options ?? []).map(({ label, value, description, emoji, default: chosen }) => ({
        value,
        label: [emoji?.name, label].filter(Boolean).join(' '),
        ...(description ? { about: description } : {}),
        ...(chosen ? { chosen } : {}),
      }));
  }
}
