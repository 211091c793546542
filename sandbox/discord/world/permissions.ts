import { Refusal } from '../rules/refusal.ts';
import type { RefusalName } from '../rules.ts';
import { CHANNEL } from './channel-types.ts';
import type { ChannelRecord, GuildRecord, MemberRecord, OverwriteRecord, UserRecord } from './records.ts';
import type { World } from './world.ts';

/** Discord's permission bits that matter to a bot which answers with messages. */
export const PERMISSION = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useExternalEmojis: 1n << 18n,
  connect: 1n << 20n,
  speak: 1n << 21n,
  manageRoles: 1n << 28n,
  useApplicationCommands: 1n << 31n,
  manageThreads: 1n << 34n,
  createPublicThreads: 1n << 35n,
  createPrivateThreads: 1n << 36n,
  sendMessagesInThreads: 1n << 38n,
  useExternalApps: 1n << 50n,
} as const;

const all = (...bits: readonly bigint[]): bigint => bits.reduce((sum, bit) => sum | bit, 0n);

/** Every permission that the sandbox knows. */
export const EVERY_PERMISSION = all(...Object.values(PERMISSION));

/** What everyone in a guild may do by default. */
export const EVERYONE = all(
  PERMISSION.addReactions,
  PERMISSION.viewChannel,
  PERMISSION.sendMessages,
  PERMISSION.embedLinks,
  PERMISSION.attachFiles,
  PERMISSION.readMessageHistory,
  PERMISSION.useExternalEmojis,
  PERMISSION.connect,
  PERMISSION.speak,
  PERMISSION.useApplicationCommands,
  PERMISSION.createPublicThreads,
  PERMISSION.createPrivateThreads,
  PERMISSION.sendMessagesInThreads,
  PERMISSION.useExternalApps,
);

/** What an application may do in direct messages with others than its bot. */
const IN_PRIVATE = all(PERMISSION.attachFiles, PERMISSION.embedLinks, PERMISSION.mentionEveryone);

/** Whether `bits` grant `wanted`. */
export const grants = (bits: bigint, wanted: bigint): boolean =>
  (bits & PERMISSION.administrator) !== 0n || (bits & wanted) === wanted;

/** What a member may do in the guild as a whole. */
export function permissionsOf(guild: GuildRecord, member: MemberRecord): bigint {
  const everyone = guild.roles[0]?.permissions ?? 0n;
  const bits = all(everyone, ...member.roles.map((role) => role.permissions));
  return (bits & PERMISSION.administrator) === 0n ? bits : EVERY_PERMISSION;
}

/**
 * What somebody may do in a channel of a guild: nothing for strangers. Roles come first, then what the channel says
 * of everyone, of the member's roles, and of the member.
 */
export function permissionsIn(channel: ChannelRecord, user: UserRecord): bigint {
  const { guild } = channel;
  const member = guild?.members.get(user.id);
  if (!guild || !member) return 0n;
  const base = permissionsOf(guild, member);
  if ((base & PERMISSION.administrator) !== 0n) return base;
  const { overwrites } = channel.parent ?? channel;
  const roles = member.roles.flatMap((role) => overwrites.get(role.id) ?? []);
  const layers = [overwrites.get(guild.id), merged(roles), overwrites.get(user.id)];
  return layers.reduce((bits, layer) => (layer ? (bits & ~layer.deny) | layer.allow : bits), base);
}

function merged(overwrites: readonly OverwriteRecord[]): Pick<OverwriteRecord, 'allow' | 'deny'> {
  return { allow: all(...overwrites.map((it) => it.allow)), deny: all(...overwrites.map((it) => it.deny)) };
}

/** What the application may do where an interaction came from, as the interaction tells it. */
export function permissionsOfApp(world: World, channel: ChannelRecord): bigint {
  const { guild, recipient } = channel;
  if (guild?.members.has(world.bot.id)) return permissionsIn(channel, world.bot);
  if (guild) return PERMISSION.attachFiles | PERMISSION.embedLinks;
  return recipient ? IN_PRIVATE | PERMISSION.useExternalEmojis : IN_PRIVATE;
}

/** Whether somebody can look into a channel. */
export function sees(channel: ChannelRecord, user: UserRecord): boolean {
  if (channel.recipient) return channel.recipient === user || user.bot;
  if (!channel.guild) return channel.group.includes(user);
  const bits = permissionsIn(channel, user);
  if (!grants(bits, PERMISSION.viewChannel)) return false;
  const isInside = channel.thread?.memberIds.has(user.id) ?? true;
  return channel.type !== CHANNEL.privateThread || isInside || grants(bits, PERMISSION.manageThreads);
}

/** Whether somebody has the permission in a channel; outside of guilds everyone has all. */
export const may = (channel: ChannelRecord, user: UserRecord, wanted: bigint): boolean =>
  channel.guild === null || grants(permissionsIn(channel, user), wanted);

/** The permission that writing in the channel takes. */
export const toWriteIn = (channel: ChannelRecord): bigint =>
  channel.thread ? PERMISSION.sendMessagesInThreads : PERMISSION.sendMessages;

/** Refuses by `rule` unless the bot has the permission in the channel. */
export function requireOfBot(world: World, channel: ChannelRecord, wanted: bigint, rule: RefusalName): void {
  if (!may(channel, world.bot, wanted)) throw new Refusal(rule);
}
