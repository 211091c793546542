import { COMMAND, CONTEXT, INSTALL } from '../wire/command.ts';
import type { RegisteredCommand } from '../wire/command.ts';
import { grants, permissionsIn, PERMISSION } from '../world/permissions.ts';
import type { ChannelRecord, Owners, UserRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { contextOf } from './interact.ts';

/** Who does something, and where. */
export interface Place {
  readonly user: UserRecord;
  readonly channel: ChannelRecord;
}

const WHERE = ['guilds', 'direct messages', 'private channels'];

/** The command that a person can choose here, or the reason why they cannot. */
export function commandFor(world: World, type: number, name: string, place: Place): RegisteredCommand {
  const command = chosen(world, type, name, place);
  if (!command) {
    const known = world.commands.map((it) => (it.type === COMMAND.slash ? `/${it.name}` : it.name));
    throw new Error(`Discord knows no command "${name}" here. It knows: ${known.join(', ') || 'none'}`);
  }
  const why = whyNot(world, command, place);
  if (why !== null) throw new Error(`The command "${name}" is not offered ${why}`);
  return command;
}

/** The commands that a person is offered here: those of the guild hide those of the same name for everyone. */
export function commandsAt(world: World, place: Place): readonly RegisteredCommand[] {
  return world.commands.filter(
    (it) => chosen(world, it.type, it.name, place) === it && whyNot(world, it, place) === null,
  );
}

/** On whose behalf the application answers the command here: the guild's, the person's, or both. */
export function ownersOf(world: World, command: RegisteredCommand, { user, channel }: Place): Owners {
  const types = command.integration_types ?? [INSTALL.guild];
  const { guild, recipient } = channel;
  const inGuild = guild ? world.guilds.has(guild.id) : recipient !== null;
  return {
    ...(inGuild && types.includes(INSTALL.guild) ? { '0': guild?.id ?? '0' } : {}),
    ...(user.installed && types.includes(INSTALL.user) ? { '1': user.id } : {}),
  };
}

function chosen(
  world: World,
  type: number,
  name: string,
  { channel: { guild } }: Place,
): RegisteredCommand | undefined {
  const here = world.commands.filter(
    (it) => it.type === type && it.name === name && (it.guild_id === undefined || it.guild_id === guild?.id),
  );
  return here.find((it) => it.guild_id !== undefined) ?? here[0];
}

function whyNot(world: World, command: RegisteredCommand, place: Place): string | null {
  const { user, channel } = place;
  const context = contextOf(channel);
  const contexts =
    command.contexts ?? (command.dm_permission === false ? [CONTEXT.guild] : Object.values(CONTEXT));
  if (!contexts.includes(context)) return `in ${WHERE[context] ?? ''}`;
  if (Object.keys(ownersOf(world, command, place)).length === 0)
    return 'here: the application is installed neither here nor by the person';
  if (command.nsfw && channel.guild && !(channel.parent ?? channel).ageRestricted)
    return 'outside of age-restricted channels';
  if (!channel.guild) return null;
  const may = permissionsIn(channel, user);
  if (!grants(may, PERMISSION.useApplicationCommands)) return `to ${user.displayName} in #${channel.name}`;
  const needed = command.default_member_permissions;
  // "0" is for administrators alone.
  const wanted = needed === '0' ? PERMISSION.administrator : BigInt(needed ?? 0);
  return grants(may, wanted) ? null : `to ${user.displayName}`;
}
