import { messageJson } from '../wire/message.ts';
import { withoutContent } from '../wire/message-content.ts';
import { partialMemberJson } from '../wire/users.ts';
import { sees } from './permissions.ts';
import type { GuildRecord, MessageRecord } from './records.ts';
import type { World } from './world.ts';

/** Tells the bot of a message that it can see, and everyone that something changed. */
export function announce(
  world: World,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
  message: MessageRecord,
): void {
  const { onlyFor, channel } = message;
  // An ephemeral message goes straight to its person and the bot, not through the guild's channel.
  if (onlyFor ? name === 'MESSAGE_DELETE' : !sees(channel, world.bot)) {
    world.changed();
    return;
  }
  const guild = onlyFor ? null : channel.guild;
  const guildId = guild?.id ?? null;
  if (name === 'MESSAGE_DELETE') {
    const data = { id: message.id, channel_id: channel.id, ...(guild ? { guild_id: guild.id } : {}) };
    world.emit({ name, data, guildId });
    return;
  }
  const data = {
    ...messageJson(world, message),
    ...(guild ? inGuild(guild, message) : {}),
    channel_type: channel.type,
  };
  const unread = { intent: 'messageContent', data: withoutContent(world, message, data) } as const;
  world.emit({ name, data, guildId, without: unread });
}

function inGuild(guild: GuildRecord, { author }: MessageRecord): object {
  const member = guild.members.get(author.id);
  return { guild_id: guild.id, ...(member ? { member: partialMemberJson(guild, member) } : {}) };
}
