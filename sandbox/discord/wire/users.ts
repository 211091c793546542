import { avatarHash } from '../cdn/avatar.ts';
import type { GuildRecord, MemberRecord, UserRecord } from '../world/records.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

/** A user as the API returns it. */
export interface UserJson {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: string | null;
  readonly bot: boolean;
  readonly public_flags: number;
  readonly flags: number;
  readonly primary_guild: null;
}

/** A user as the API returns it. */
export function userJson(user: UserRecord): UserJson {
  return {
    id: user.id,
    username: user.username,
    global_name: user.bot ? null : user.displayName,
    discriminator: user.bot ? '0001' : '0',
    avatar: avatarHash(user),
    bot: user.bot,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}

/** A member without its user, as it comes with messages. */
export function partialMemberJson(guild: GuildRecord, member: MemberRecord): object {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: member.roles.map((role) => role.id),
    joined_at: iso(member.joinedAt),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    guild_id: guild.id,
  };
}

/** A member as the API returns it; `permissions` comes with interactions only. */
export function memberJson(guild: GuildRecord, member: MemberRecord, permissions?: bigint): object {
  return {
    ...partialMemberJson(guild, member),
    user: userJson(member.user),
    ...(permissions === undefined ? {} : { permissions: String(permissions) }),
  };
}
