import { OPTION } from '../wire/command.ts';
import type { CommandOption } from '../wire/command.ts';
import { channelJson, roleJson } from '../wire/guild.ts';
import { partialMemberJson, userJson } from '../wire/users.ts';
import { permissionsIn, permissionsOf } from '../world/permissions.ts';
import type { GuildRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** What Discord sends along with ids: the things themselves. */
export interface Resolved {
  users?: Record<string, object>;
  members?: Record<string, object>;
  roles?: Record<string, object>;
  channels?: Record<string, object>;
  messages?: Record<string, object>;
  attachments?: Record<string, object>;
}

/** The id of a person or channel that was picked for an option. */
export function resolveEntity(
  world: World,
  option: CommandOption,
  id: string,
  guild: GuildRecord | null,
  resolved: Resolved,
): string {
  const takesUser = option.type === OPTION.user || option.type === OPTION.mentionable;
  if (takesUser && resolveUser(world, id, guild, resolved)) return id;
  const takesRole = option.type === OPTION.role || option.type === OPTION.mentionable;
  if (takesRole && resolveRole(id, guild, resolved)) return id;
  if (option.type === OPTION.channel && fits(world, option, id) && resolveChannel(world, id, resolved))
    return id;
  throw new Error(`The option "${option.name}" does not take that`);
}

/** Adds a person to what was resolved, if there is such a person. */
export function resolveUser(
  world: World,
  id: string,
  guild: GuildRecord | null,
  resolved: Resolved,
): boolean {
  const user = world.users.get(id);
  if (!user) return false;
  (resolved.users ??= {})[id] = userJson(user);
  const member = guild?.members.get(id);
  if (guild && member)
    (resolved.members ??= {})[id] = {
      ...partialMemberJson(guild, member),
      permissions: String(permissionsOf(guild, member)),
    };
  return true;
}

/** Adds a role to what was resolved, if there is such a role. */
export function resolveRole(id: string, guild: GuildRecord | null, resolved: Resolved): boolean {
  const role = guild?.roles.find((it) => it.id === id);
  if (!guild || !role) return false;
  (resolved.roles ??= {})[id] = roleJson(guild, role);
  return true;
}

function fits(world: World, { channel_types: types }: CommandOption, id: string): boolean {
  const channel = world.channels.get(id);
  return channel !== undefined && (!types?.length || types.includes(channel.type));
}

/** Adds a channel to what was resolved, if there is such a channel. */
export function resolveChannel(world: World, id: string, resolved: Resolved): boolean {
  const channel = world.channels.get(id);
  if (!channel || channel.deleted) return false;
  (resolved.channels ??= {})[id] = {
    ...channelJson(world, channel),
    permissions: String(permissionsIn(channel, world.bot)),
  };
  return true;
}
