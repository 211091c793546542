import type { MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

const NOTHING = { content: '', embeds: [], attachments: [], components: [] };

/**
 * A message, and the one that it answers, as an application without the MessageContent intent gets them: empty, unless
 * it is the application's own, direct, or mentions it.
 * Source: https://discord.com/developers/docs/events/gateway#message-content-intent.
 */
export function withoutContent<T extends object>(
  world: World,
  message: MessageRecord,
  json: T & { readonly referenced_message?: object | null },
): T {
  const readable =
    !message.channel.guild || message.author === world.bot || message.mentions.users.includes(world.bot);
  const { replyTo } = message;
  const answered = json.referenced_message;
  return {
    ...json,
    ...(readable ? {} : NOTHING),
    ...(replyTo && answered ? { referenced_message: withoutContent(world, replyTo, answered) } : {}),
  };
}
