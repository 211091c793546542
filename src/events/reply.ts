import type { Message } from 'discord.js';

import type { Card } from '../cards/card.ts';
import { persist } from '../commands/sending.ts';

/** For how long a reply is sent again, in milliseconds: Discord tells twins by their nonce for "a few minutes". */
const REPLY_WITHIN = 2 * 60_000;

/** What is said under a message: each at most once in a few minutes. */
export type Purpose = 'card' | 'note' | 'lack';

/**
 * Replies to a message without a ping. What was lost on the way is sent again, and never shows twice: its nonce is made of
 * the message's own id.
 * @throws DiscordAPIError where the message is gone or a reply is not permitted
 */
export function reply(message: Message, card: Card, purpose: Purpose): Promise<Message> {
  return persist(
    () =>
      message.reply({
        ...card,
        nonce: `${purpose}${message.id}`,
        enforceNonce: true,
        failIfNotExists: true,
        allowedMentions: { parse: [], repliedUser: false },
      }),
    REPLY_WITHIN,
  );
}
