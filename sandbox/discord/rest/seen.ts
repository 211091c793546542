import { Refusal } from '../rules/refusal.ts';
import { PERMISSION, requireOfBot, sees } from '../world/permissions.ts';
import type { ChannelRecord, MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** The channel with this id, if the bot may look into it. */
export function seenChannel(world: World, id: string): ChannelRecord {
  const channel = world.channel(id);
  if (!sees(channel, world.bot)) throw new Refusal('view-channel');
  return channel;
}

/** A message of the channel that the bot may read. */
export function seenMessage(world: World, channelId: string, id: string): MessageRecord {
  return messageIn(seenChannel(world, channelId), id);
}

/** A message of the channel, as far as it is the channel's to show. */
export function messageIn(channel: ChannelRecord, id: string): MessageRecord {
  const message = channel.messages.find((it) => it.id === id);
  if (message?.onlyFor) throw new Refusal('ephemeral-private');
  if (!message || message.deleted) throw new Refusal('message-known');
  return message;
}

/** Refuses a look at old messages to a bot that may not read the channel's history. */
export function requireHistory(world: World, channel: ChannelRecord): void {
  requireOfBot(world, channel, PERMISSION.readMessageHistory, 'read-history');
}
