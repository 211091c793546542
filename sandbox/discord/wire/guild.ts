import { EVERYONE } from '../world/permissions.ts';
import type { ChannelRecord, GuildRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { hasOwnRole, memberJson, roleIdOf, userJson } from './users.ts';

/** A channel as the API returns it. */
export function channelJson(world: World, channel: ChannelRecord): object {
  const common = { id: channel.id, last_message_id: channel.messages.at(-1)?.id ?? null, flags: 0 };
  if (!channel.guild)
    return { ...common, type: 1, recipients: channel.recipient ? [userJson(channel.recipient)] : [] };
  const denied = EVERYONE & ~channel.botPermissions;
  return {
    ...common,
    type: 0,
    guild_id: channel.guild.id,
    name: channel.name,
    topic: null,
    position: channel.guild.channels.indexOf(channel),
    permission_overwrites:
      denied === 0n ? [] : [{ id: world.bot.id, type: 1, allow: '0', deny: String(denied) }],
    nsfw: false,
    rate_limit_per_user: 0,
    parent_id: null,
  };
}

const role = (id: string, name: string, permissions: bigint, position: number): object => ({
  id,
  name,
  permissions: String(permissions),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: false,
  mentionable: false,
  flags: 0,
});

/** A guild as GET /guilds/{id} returns it. */
export function guildJson(guild: GuildRecord): object {
  const members = [...guild.members.values()];
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.id,
    application_id: null,
    preferred_locale: guild.locale,
    region: 'deprecated',
    features: [],
    emojis: [],
    stickers: [],
    roles: [
      role(guild.id, '@everyone', EVERYONE, 0),
      ...members
        .filter(hasOwnRole)
        .map((member, at) => role(roleIdOf(member), member.user.displayName, member.permissions, at + 1)),
    ],
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    afk_channel_id: null,
    afk_timeout: 300,
    vanity_url_code: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    widget_enabled: false,
  };
}

/** A guild as GUILD_CREATE tells of it. */
export function guildCreateJson(world: World, guild: GuildRecord): object {
  const members = [...guild.members.values()];
  return {
    ...guildJson(guild),
    unavailable: false,
    large: false,
    joined_at: new Date(world.clock.now()).toISOString(),
    member_count: members.length,
    members: members.map((member) => memberJson(guild, member)),
    channels: guild.channels
      .filter((channel) => !channel.deleted)
      .map((channel) => channelJson(world, channel)),
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
