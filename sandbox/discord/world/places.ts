import { guildCreateJson, channelJson } from '../wire/guild.ts';
import { memberJson } from '../wire/users.ts';
import { EVERYONE } from './permissions.ts';
import type { ChannelRecord, GuildRecord, MemberRecord, UserRecord } from './records.ts';
import type { World } from './world.ts';

/** Founds a guild that the bot is in. */
export function foundGuild(world: World, name: string): GuildRecord {
  const guild: GuildRecord = { id: world.nextId(), name, locale: 'en-US', members: new Map(), channels: [] };
  world.guilds.set(guild.id, guild);
  join(world, guild, world.bot, 0n);
  world.emit({ name: 'GUILD_CREATE', data: guildCreateJson(world, guild), guildId: guild.id });
  return guild;
}

/** Opens a text channel in a guild. */
export function openChannel(
  world: World,
  guild: GuildRecord,
  name: string,
  botPermissions: bigint = EVERYONE,
): ChannelRecord {
  const channel: ChannelRecord = {
    id: world.nextId(),
    name,
    guild,
    recipient: null,
    botPermissions,
    messages: [],
    deleted: false,
  };
  guild.channels.push(channel);
  world.channels.set(channel.id, channel);
  world.emit({ name: 'CHANNEL_CREATE', data: channelJson(world, channel), guildId: guild.id });
  return channel;
}

/** Takes a channel and its messages away. */
export function closeChannel(world: World, channel: ChannelRecord): void {
  channel.deleted = true;
  const guildId = channel.guild?.id ?? null;
  world.emit({ name: 'CHANNEL_DELETE', data: channelJson(world, channel), guildId });
}

/** The direct messages between the person and the bot; opened when first asked for. */
export function openDm(world: World, user: UserRecord): ChannelRecord {
  const open = [...world.channels.values()].find((channel) => channel.recipient === user);
  if (open) return open;
  const channel: ChannelRecord = {
    id: world.nextId(),
    name: `@${user.username}`,
    guild: null,
    recipient: user,
    botPermissions: EVERYONE,
    messages: [],
    deleted: false,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

/** Makes a person known to Discord. */
export function signUp(world: World, displayName: string, locale: string): UserRecord {
  const username = displayName.toLowerCase().replaceAll(/[^a-z0-9_.]+/g, '_');
  const user: UserRecord = { id: world.nextId(), username, displayName, bot: false, locale };
  // The next id belongs to the person's own role.
  world.nextId();
  world.users.set(user.id, user);
  return user;
}

/** Lets someone into a guild. */
export function join(world: World, guild: GuildRecord, user: UserRecord, permissions: bigint): MemberRecord {
  const member: MemberRecord = { user, permissions, joinedAt: world.clock.now() };
  guild.members.set(user.id, member);
  const data = { ...memberJson(guild, member), guild_id: guild.id };
  world.emit({ name: 'GUILD_MEMBER_ADD', data, guildId: guild.id });
  return member;
}
