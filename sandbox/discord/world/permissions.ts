import { Refusal } from '../rules/refusal.ts';
import type { RefusalName } from '../rules.ts';
import type { ChannelRecord } from './records.ts';

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
  useExternalEmojis: 1n << 18n,
  connect: 1n << 20n,
  speak: 1n << 21n,
  useApplicationCommands: 1n << 31n,
} as const;

const all = (...bits: readonly bigint[]): bigint => bits.reduce((sum, bit) => sum | bit, 0n);

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
);

/** Whether `bits` grant `wanted`. */
export const grants = (bits: bigint, wanted: bigint): boolean =>
  (bits & PERMISSION.administrator) !== 0n || (bits & wanted) === wanted;

/** Refuses by `rule` unless the bot has the permission in the channel. */
export function requireOfBot(channel: ChannelRecord, wanted: bigint, rule: RefusalName): void {
  if (channel.guild && !grants(channel.botPermissions, wanted)) throw new Refusal(rule);
}
