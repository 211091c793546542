import { ApplicationCommandType, type MessageContextMenuCommandInteraction } from 'discord.js';

import { MoodringError } from '../errors.ts';
import { acknowledgeWish, answerOrAsk } from './answer.ts';
import type { MessageCommand } from './command.ts';
import { labelled } from './described.ts';
import { houseRules, inHouse } from './house-rules.ts';

/** "Read the mood" in a message's menu: for a photo that one has posted oneself. */
export const readTheMood: MessageCommand = {
  kind: 'message',
  data: { type: ApplicationCommandType.Message, ...labelled('command.readTheMood') },
  acknowledge: async ({ interaction, context }) => {
    if (!isOwn(interaction)) return 'private';
    const { quiet } = await houseRules(context, interaction);
    return acknowledgeWish(context, { listener: interaction.user.id, private: quiet });
  },
  run: async (use) => {
    if (!isOwn(use.interaction)) throw new MoodringError('photo-not-yours');
    const rules = await houseRules(use.context, use.interaction);
    // Discord may leave the type out; whether it is a photo, its bytes tell.
    const image = use.interaction.targetMessage.attachments.find(
      ({ contentType }) => contentType?.startsWith('image/') ?? true,
    );
    if (!image) throw new MoodringError('photo-missing');
    return answerOrAsk(use, {
      ...inHouse(rules, {}),
      listener: use.interaction.user.id,
      guild: use.interaction.guildId,
      photoUrl: image.url,
      who: 'me',
      private: rules.quiet,
    });
  },
};

function isOwn({ targetMessage, user }: MessageContextMenuCommandInteraction): boolean {
  return targetMessage.author.id === user.id;
}
