import { type Message, PermissionFlagsBits } from 'discord.js';

import { NEEDED_IN_CHANNEL, type NeededInChannel } from '../cards/setup-card.ts';

/** What it takes to say anything at all under a message; the rest is for cards. */
const TO_SPEAK: ReadonlySet<NeededInChannel> = new Set([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'ReadMessageHistory',
]);

/** What the bot is not permitted where a message stands, of what a reply with a card takes. */
export function lackingAt({ channel }: Message): readonly NeededInChannel[] {
  if (channel.isDMBased()) return [];
  const me = channel.guild.members.me;
  const permitted = me ? channel.permissionsFor(me) : null;
  // Who may write in a channel need not be allowed to in its threads, and the other way round.
  const elsewhere = channel.isThread() ? 'SendMessages' : 'SendMessagesInThreads';
  return NEEDED_IN_CHANNEL.filter((name) => name !== elsewhere && !permitted?.has(PermissionFlagsBits[name]));
}

export function canSpeak(lacking: readonly NeededInChannel[]): boolean {
  return !lacking.some((name) => TO_SPEAK.has(name));
}
