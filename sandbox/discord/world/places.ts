import { channelJson, threadMemberJson } from '../wire/guild.ts';
import { CHANNEL } from './channel-types.ts';
import type { ChannelType } from './channel-types.ts';
import { tellGuild } from './guilds.ts';
import { EVERY_PERMISSION, EVERYONE } from './permissions.ts';
import type { ChannelRecord, GuildRecord, OverwriteRecord, ThreadRecord, UserRecord } from './records.ts';
import type { World } from './world.ts';

/** What a new channel is like. */
export interface ChannelPlan {
  readonly type?: ChannelType;
  /** What the bot may do here, whatever its roles say. */
  readonly botPermissions?: bigint;
  readonly ageRestricted?: boolean;
  readonly slowmode?: number;
}

type NewChannel = Pick<ChannelRecord, 'type' | 'name'> & Partial<ChannelRecord>;

function keep(world: World, channel: NewChannel): ChannelRecord {
  const record: ChannelRecord = {
    id: world.nextId(),
    guild: null,
    recipient: null,
    group: [],
    parent: null,
    thread: null,
    overwrites: new Map(),
    messages: [],
    ageRestricted: false,
    slowmode: 0,
    deleted: false,
    ...channel,
  };
  record.guild?.channels.push(record);
  world.channels.set(record.id, record);
  return record;
}

/** Opens a channel in a guild. */
export function openChannel(
  world: World,
  guild: GuildRecord,
  name: string,
  { type = CHANNEL.text, botPermissions, ...more }: ChannelPlan = {},
): ChannelRecord {
  const channel = keep(world, { type, name, guild, ...more });
  if (botPermissions !== undefined && botPermissions !== EVERYONE) {
    const deny = EVERY_PERMISSION & ~botPermissions;
    channel.overwrites.set(world.bot.id, { id: world.bot.id, kind: 'member', allow: botPermissions, deny });
  }
  tellGuild(world, guild, 'CHANNEL_CREATE', channelJson(world, channel));
  return channel;
}

/** Says what a role or a member may do in the channel, in place of what was said before. */
export function overwrite(world: World, channel: ChannelRecord, change: OverwriteRecord): void {
  channel.overwrites.set(change.id, change);
  if (channel.guild) tellGuild(world, channel.guild, 'CHANNEL_UPDATE', channelJson(world, channel));
}

/** Takes a channel, its threads and its messages away. */
export function closeChannel(world: World, channel: ChannelRecord): void {
  channel.deleted = true;
  const { guild } = channel;
  if (!guild) return;
  for (const thread of guild.channels.filter((it) => it.parent === channel)) thread.deleted = true;
  tellGuild(world, guild, channel.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channelJson(world, channel));
}

/** The direct messages between the person and the bot; opened when first asked for. */
export function openDm(world: World, user: UserRecord): ChannelRecord {
  const open = [...world.channels.values()].find((channel) => channel.recipient === user);
  return open ?? keep(world, { type: CHANNEL.dm, name: `@${user.username}`, recipient: user });
}

/** A group of people in direct messages, without the bot. */
export const openGroup = (world: World, name: string, group: readonly UserRecord[]): ChannelRecord =>
  keep(world, { type: CHANNEL.group, name, group });

/** What a new thread is like. */
export interface ThreadPlan {
  readonly name: string;
  readonly owner: UserRecord;
  readonly isPrivate?: boolean;
  readonly autoArchiveMinutes?: number;
  /** That of the message it hangs on, if it does. */
  readonly id?: string;
}

/** Opens a thread on a channel. */
export function openThread(
  world: World,
  parent: ChannelRecord,
  { name, owner, isPrivate = false, autoArchiveMinutes = 1_440, id = world.nextId() }: ThreadPlan,
): ChannelRecord {
  const thread: ThreadRecord = {
    owner,
    memberIds: new Set([owner.id]),
    createdAt: world.clock.now(),
    autoArchiveMinutes,
    archived: false,
    locked: false,
  };
  const type =
    parent.type === CHANNEL.announcement
      ? CHANNEL.announcementThread
      : isPrivate
        ? CHANNEL.privateThread
        : CHANNEL.publicThread;
  const channel = keep(world, { id, type, name, guild: parent.guild, parent, thread });
  tellOfThread(world, channel, 'THREAD_CREATE', { newly_created: true });
  return channel;
}

/** What can become of a thread. */
export type ThreadChange = Partial<Pick<ThreadRecord, 'archived' | 'locked' | 'autoArchiveMinutes'>> & {
  readonly name?: string;
};

/** Archives a thread, locks it, takes it up again, or calls it something else. */
export function changeThread(
  world: World,
  channel: ChannelRecord,
  { name = channel.name, ...change }: ThreadChange,
): void {
  if (!channel.thread) throw new Error(`${channel.name} is not a thread`);
  channel.name = name;
  Object.assign(channel.thread, change);
  tellOfThread(world, channel, 'THREAD_UPDATE');
}

/** Lets somebody follow a thread. */
export function joinThread(world: World, channel: ChannelRecord, user: UserRecord): void {
  if (!channel.thread || !channel.guild || channel.thread.memberIds.has(user.id)) return;
  channel.thread.memberIds.add(user.id);
  tellGuild(world, channel.guild, 'THREAD_MEMBERS_UPDATE', {
    id: channel.id,
    guild_id: channel.guild.id,
    member_count: channel.thread.memberIds.size,
    added_members: [threadMemberJson(channel, channel.thread, user.id)],
  });
}

function tellOfThread(world: World, channel: ChannelRecord, name: string, more: object = {}): void {
  if (channel.guild) tellGuild(world, channel.guild, name, { ...channelJson(world, channel), ...more });
}
