import { ApplicationCommandType, type MessageContextMenuCommandInteraction } from 'discord.js';

import { wordsFor } from '../cards/words.ts';
import { MoodringError } from '../errors.ts';
import { acknowledgeWish, answerOrAsk } from './answer.ts';
import type { MessageCommand } from './command.ts';

/** "Read the mood" in a message's menu: for a photo that one has posted oneself. */
export const readTheMood: MessageCommand = {
  kind: 'message',
  data: { type: ApplicationCommandType.Message, name: wordsFor('en')('command.readTheMood') },
  acknowledge: ({ interaction, context }) =>
    isOwn(interaction)
      ? acknowledgeWish(context, { listener: interaction.user.id, private: false })
      : Promise.resolve('private'),
  run: async (use) => {
    if (!isOwn(use.interaction)) throw new MoodringError('photo-not-yours');
    // Discord may leave the type out; whether it is a photo, its bytes tell.
    const image = use.interaction.targetMessage.attachments.find(
      ({ contentType }) => contentType?.startsWith('image/') ?? true,
    );
    if (!image) throw new MoodringError('photo-missing');
    return answerOrAsk(use, {
      listener: use.interaction.user.id,
      guild: use.interaction.guildId,
      photoUrl: image.url,
      intent: 'match',
      who: 'me',
      private: false,
    });
  },
};

function isOwn({ targetMessage, user }: MessageContextMenuCommandInteraction): boolean {
  return targetMessage.author.id === user.id;
}
