import { ApplicationCommandType, type MessageContextMenuCommandInteraction } from 'discord.js';

import { wordsFor } from '../cards/words.ts';
import { MoodringError } from '../errors.ts';
import { acknowledgeMood, answerOrAsk } from './answer.ts';
import type { MessageCommand } from './command.ts';

/** "Read the mood" in a message's menu: for a photo that one has posted oneself. */
export const readTheMood: MessageCommand = {
  kind: 'message',
  data: { type: ApplicationCommandType.Message, name: wordsFor('en')('command.readTheMood') },
  acknowledge: ({ interaction, context }) =>
    isOwn(interaction)
      ? acknowledgeMood(context, { listener: interaction.user.id, private: false })
      : Promise.resolve('private'),
  run: async ({ interaction, context, t }) => {
    if (!isOwn(interaction)) throw new MoodringError('photo-not-yours');
    const image = interaction.targetMessage.attachments.find(({ contentType }) =>
      contentType?.startsWith('image/'),
    );
    if (!image) throw new MoodringError('photo-missing');
    return answerOrAsk(
      context,
      { listener: interaction.user.id, photoUrl: image.url, intent: 'match', who: 'me', private: false },
      t,
    );
  },
};

function isOwn({ targetMessage, user }: MessageContextMenuCommandInteraction): boolean {
  return targetMessage.author.id === user.id;
}
