import { guildCreateJson, guildJson, roleJson } from '../wire/guild.ts';
import { memberJson, userJson } from '../wire/users.ts';
import { EVERYONE } from './permissions.ts';
import type { BoostLevel, GuildRecord, MemberRecord, RoleRecord, UserRecord } from './records.ts';
import type { GatewayEvent, World } from './world.ts';

/** Tells the bot of something in a guild, if it is a member there; everyone who waits is told anyway. */
export function tellGuild(world: World, guild: GuildRecord, name: string, data: object): void {
  if (guild.members.has(world.bot.id)) world.emit({ name, data, guildId: guild.id });
  else world.changed();
}

/** What a new guild is like. */
export interface GuildPlan {
  readonly boostLevel?: BoostLevel;
  /** Whether the bot is in it from the start; it is unless said otherwise. */
  readonly withBot?: boolean;
}

/** Founds a guild. */
export function foundGuild(
  world: World,
  name: string,
  { boostLevel = 0, withBot = true }: GuildPlan = {},
): GuildRecord {
  const id = world.nextId();
  const everyone = { id, name: '@everyone', permissions: EVERYONE, colour: 0, managed: false };
  const guild: GuildRecord = {
    id,
    name,
    locale: 'en-US',
    members: new Map(),
    roles: [everyone],
    channels: [],
    boostLevel,
  };
  if (withBot) inviteBot(world, guild);
  return guild;
}

/** Lets the bot into a guild. */
export function inviteBot(world: World, guild: GuildRecord): void {
  world.guilds.set(guild.id, guild);
  const role = newRole(world, guild, { name: world.bot.displayName, managed: true });
  guild.members.set(world.bot.id, { user: world.bot, roles: [role], joinedAt: world.clock.now() });
  world.emit(guildCreated(world, guild));
}

/**
 * Tells of a guild with all that is in it.
 * Source for the members: https://discord.com/developers/docs/events/gateway-events#guild-create.
 */
export function guildCreated(world: World, guild: GuildRecord): GatewayEvent {
  const data = guildCreateJson(world, guild);
  const me = [...guild.members.values()].filter((member) => member.user === world.bot);
  const withoutOthers = { ...data, members: me.map((member) => memberJson(guild, member)) };
  const without = { intent: 'guildPresences', data: withoutOthers } as const;
  return { name: 'GUILD_CREATE', data, guildId: guild.id, without };
}

/** Shows the bot the door; of the guild it hears no more. */
export function kickBot(world: World, guild: GuildRecord): void {
  tellGuild(world, guild, 'GUILD_DELETE', { id: guild.id });
  guild.members.delete(world.bot.id);
  world.guilds.delete(guild.id);
  world.changed();
}

/** Takes a guild away with all that is in it. */
export function closeGuild(world: World, guild: GuildRecord): void {
  for (const channel of guild.channels) channel.deleted = true;
  kickBot(world, guild);
  guild.members.clear();
}

/** Boosts a guild, so that larger files may be uploaded. */
export function boost(world: World, guild: GuildRecord, level: BoostLevel): void {
  guild.boostLevel = level;
  tellGuild(world, guild, 'GUILD_UPDATE', guildJson(guild));
}

/** What a new role is like. */
export type RolePlan = Pick<RoleRecord, 'name'> & Partial<RoleRecord>;

/** Makes a role in a guild. */
export function addRole(world: World, guild: GuildRecord, plan: RolePlan): RoleRecord {
  const role = newRole(world, guild, plan);
  tellGuild(world, guild, 'GUILD_ROLE_CREATE', { guild_id: guild.id, role: roleJson(guild, role) });
  return role;
}

function newRole(world: World, guild: GuildRecord, plan: RolePlan): RoleRecord {
  const role = { id: world.nextId(), permissions: 0n, colour: 0, managed: false, ...plan };
  guild.roles.push(role);
  return role;
}

/** Gives a member another role. */
export function giveRole(world: World, guild: GuildRecord, member: MemberRecord, role: RoleRecord): void {
  if (!member.roles.includes(role)) member.roles.push(role);
  tellGuild(world, guild, 'GUILD_MEMBER_UPDATE', { ...memberJson(guild, member), guild_id: guild.id });
}

/** Makes a person known to Discord. */
export function signUp(
  world: World,
  displayName: string,
  {
    locale = 'en-US',
    nitro = false,
    bot = false,
  }: { readonly locale?: string; readonly nitro?: boolean; readonly bot?: boolean } = {},
): UserRecord {
  const user: UserRecord = {
    id: world.nextId(),
    username: displayName.toLowerCase().replaceAll(/[^a-z0-9_.]+/g, '_'),
    displayName,
    bot,
    locale,
    nitro,
    installed: false,
    takesDms: true,
  };
  world.users.set(user.id, user);
  return user;
}

/** Lets someone into a guild; permissions beyond everyone's come as a role of their own. */
export function join(
  world: World,
  guild: GuildRecord,
  user: UserRecord,
  { permissions = 0n, roles = [] }: { permissions?: bigint; roles?: readonly RoleRecord[] } = {},
): MemberRecord {
  const own = permissions === 0n ? [] : [addRole(world, guild, { name: user.displayName, permissions })];
  const member: MemberRecord = { user, roles: [...roles, ...own], joinedAt: world.clock.now() };
  guild.members.set(user.id, member);
  tellGuild(world, guild, 'GUILD_MEMBER_ADD', { ...memberJson(guild, member), guild_id: guild.id });
  return member;
}

/** Somebody leaves a guild. */
export function leave(world: World, guild: GuildRecord, user: UserRecord): void {
  guild.members.delete(user.id);
  tellGuild(world, guild, 'GUILD_MEMBER_REMOVE', { guild_id: guild.id, user: userJson(user) });
}

/** Whether the person shares a guild with the bot. */
export const sharesGuild = (world: World, user: UserRecord): boolean =>
  [...world.guilds.values()].some((guild) => guild.members.has(user.id));
