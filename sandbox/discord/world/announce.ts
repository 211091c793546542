import { messageJson } from '../wire/message.ts';
import { partialMemberJson } from '../wire/users.ts';
import type { MessageRecord } from './records.ts';
import type { World } from './world.ts';

/** Tells the bot of a message, and everyone that something changed. Ephemeral messages pass the gateway by. */
export function announce(
  world: World,
  name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE',
  message: MessageRecord,
): void {
  if (message.onlyFor) {
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
    channel_type: guild ? 0 : 1,
  };
  const readable = !guild || message.author === world.bot || message.mentions.includes(world.bot);
  const hidden = { content: '', embeds: [], attachments: [], components: [] };
  world.emit({
    name,
    data,
    guildId: guild?.id ?? null,
    ...(readable ? {} : { withoutContent: { ...data, ...hidden } }),
  });
}
