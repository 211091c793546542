import { CHANNEL } from '../world/channel-types.ts';
import { sees } from '../world/permissions.ts';
import type { ChannelRecord, GuildRecord, RoleRecord, ThreadRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { memberJson, userJson } from './users.ts';

/** A channel as the API returns it. */
export function channelJson(world: World, channel: ChannelRecord): object {
  const { id, type, name, guild, thread } = channel;
  const common = { id, type, last_message_id: channel.messages.at(-1)?.id ?? null, flags: 0 };
  if (!guild) return { ...common, ...privateJson(channel) };
  const placed = { ...common, guild_id: guild.id, name, rate_limit_per_user: channel.slowmode };
  if (thread) return { ...placed, ...threadJson(world, channel, thread) };
  return {
    ...placed,
    topic: null,
    position: guild.channels.indexOf(channel),
    permission_overwrites: [...channel.overwrites.values()].map((it) => ({
      id: it.id,
      type: it.kind === 'role' ? 0 : 1,
      allow: String(it.allow),
      deny: String(it.deny),
    })),
    nsfw: channel.ageRestricted,
    parent_id: channel.parent?.id ?? null,
    ...(type === CHANNEL.voice || type === CHANNEL.stage
      ? { bitrate: 64_000, user_limit: 0, rtc_region: null }
      : {}),
    ...(type === CHANNEL.forum
      ? {
          available_tags: [],
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

function privateJson({ name, group, recipient }: ChannelRecord): object {
  if (recipient) return { recipients: [userJson(recipient)] };
  return { name, icon: null, owner_id: group[0]?.id ?? '0', recipients: group.map(userJson) };
}

function threadJson(world: World, channel: ChannelRecord, thread: ThreadRecord): object {
  const count = channel.messages.filter((it) => !it.deleted).length;
  const createdAt = new Date(thread.createdAt).toISOString();
  return {
    parent_id: channel.parent?.id ?? null,
    owner_id: thread.owner.id,
    message_count: count,
    total_message_sent: channel.messages.length,
    member_count: thread.memberIds.size,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: createdAt,
      create_timestamp: createdAt,
      ...(channel.type === CHANNEL.privateThread ? { invitable: true } : {}),
    },
    ...(thread.memberIds.has(world.bot.id)
      ? { member: threadMemberJson(channel, thread, world.bot.id) }
      : {}),
  };
}

/** Somebody who follows a thread. */
export const threadMemberJson = (channel: ChannelRecord, thread: ThreadRecord, userId: string): object => ({
  id: channel.id,
  user_id: userId,
  join_timestamp: new Date(thread.createdAt).toISOString(),
  flags: 0,
});

/** A role as the API returns it. */
export const roleJson = (guild: GuildRecord, role: RoleRecord): object => ({
  id: role.id,
  name: role.name,
  permissions: String(role.permissions),
  position: guild.roles.indexOf(role),
  color: role.colour,
  colors: { primary_color: role.colour, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: role.managed,
  mentionable: false,
  flags: 0,
});

/** A guild as GET /guilds/{id} returns it. */
export function guildJson(guild: GuildRecord): object {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    home_header: null,
    banner: null,
    description: null,
    owner_id: guild.id,
    application_id: null,
    preferred_locale: guild.locale,
    region: 'deprecated',
    features: [],
    emojis: [],
    stickers: [],
    roles: guild.roles.map((role) => roleJson(guild, role)),
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    premium_tier: guild.boostLevel,
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
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    widget_enabled: false,
    widget_channel_id: null,
    incidents_data: null,
  };
}

/** The threads of a guild that the bot sees and that are not archived. */
export const openThreads = (world: World, guild: GuildRecord): readonly ChannelRecord[] =>
  guild.channels.filter((it) => !it.deleted && it.thread?.archived === false && sees(it, world.bot));

/** A guild as GUILD_CREATE tells of it. */
export function guildCreateJson(world: World, guild: GuildRecord): object {
  const members = [...guild.members.values()];
  const open = guild.channels.filter((channel) => !channel.deleted);
  const threads = openThreads(world, guild);
  return {
    ...guildJson(guild),
    unavailable: false,
    large: false,
    joined_at: new Date(world.clock.now()).toISOString(),
    member_count: members.length,
    members: members.map((member) => memberJson(guild, member)),
    channels: open.filter((channel) => !channel.thread).map((channel) => channelJson(world, channel)),
    threads: threads.map((channel) => channelJson(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
