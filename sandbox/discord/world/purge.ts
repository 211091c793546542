import { LIMITS } from '../rules/limits.ts';
import { remove, takeAway } from './posting.ts';
import { sees } from './permissions.ts';
import type { ChannelRecord, MessageRecord } from './records.ts';
import type { World } from './world.ts';

/**
 * Empties a channel as a moderator's bot does: up to 100 messages at once, and one by one what cannot go in bulk.
 * Ephemeral messages go as when people reload Discord, once their interaction is over.
 */
export function purge(world: World, channel: ChannelRecord): void {
  const now = world.clock.now();
  const isOpen = (it: MessageRecord): boolean => it.onlyFor !== null && now - it.createdAt < LIMITS.tokenMs;
  const gone = channel.messages.filter((it) => !isOpen(it));
  channel.messages.splice(0, Infinity, ...channel.messages.filter(isOpen));

  for (const message of gone.filter((it) => it.onlyFor)) {
    message.dismissed = true;
    takeAway(world, message);
  }
  const said = gone.filter((it) => !it.onlyFor && !it.deleted);
  const goesInBulk = (it: MessageRecord): boolean =>
    channel.guild !== null && now - it.createdAt < LIMITS.bulkDeleteMs;
  for (const message of said.filter((it) => !goesInBulk(it))) remove(world, message);
  for (const batch of batches(said.filter(goesInBulk), LIMITS.bulkDelete)) {
    const [first] = batch;
    if (first && batch.length === 1) remove(world, first);
    else removeAtOnce(world, channel, batch);
  }
  world.changed();
}

/** Takes several messages of a channel away, of which the bot hears once. */
export function removeAtOnce(world: World, channel: ChannelRecord, messages: readonly MessageRecord[]): void {
  for (const message of messages) takeAway(world, message);
  const guildId = channel.guild?.id ?? null;
  const data = { ids: messages.map((it) => it.id), channel_id: channel.id, guild_id: guildId };
  if (sees(channel, world.bot)) world.emit({ name: 'MESSAGE_DELETE_BULK', data, guildId });
}

const batches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size));
