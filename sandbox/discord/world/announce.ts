import { messageJson } from '../wire/message.ts';
import { withoutContent } from '../wire/message-content.ts';
import { partialMemberJson } from '../wire/users.ts';
import { sees } from './permissions.ts';
import type { MessageRecord } from './records.ts';
import type { World } from './world.ts';

/**
 * Tells the bot of a message, and everyone that something changed. Ephemeral messages pass the gateway by, and so does what the bot
 * cannot see.
 */
export function announce(
  world: World,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
  message: MessageRecord,
): void {
  if (message.onlyFor || !sees(message.channel, world.bot)) {
    world.changed();
    return;
  }
  const { guild } = message.channel;
  const where = guild ? { guild_id: guild.id } : {};
  if (name === 'MESSAGE_DELETE') {
    const data = { id: message.id, channel_id: message.channel.id, ...where };
    world.emit({ name, data, guildId: guild?.id ?? null });
    return;
  }
  const member = guild?.members.get(message.author.id);
  const data = {
    ...messageJson(world, message),
    ...where,
    ...(guild && member ? { member: partialMemberJson(guild, member) } : {}),
    channel_type: message.channel.type,
  };
  world.emit({
    name,
    data,
    guildId: guild?.id ?? null,
    withoutContent: withoutContent(world, message, data),
  });
}
