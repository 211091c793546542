import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';

import { wordsFor } from '../cards/words.ts';
import { INTENTS } from '../domain/arc.ts';
import { WHO } from '../domain/reading.ts';
import { acknowledgeWish, answerOrAsk } from './answer.ts';
import type { SlashCommand } from './command.ts';
import type { PhotoWish } from './waiting.ts';

const t = wordsFor('en');

const INTENT_LABELS = {
  match: t('command.mood.intentMatch'),
  lift: t('command.mood.intentLift'),
  calm: t('command.mood.intentCalm'),
  focus: t('command.mood.intentFocus'),
  party: t('command.mood.intentParty'),
};

const WHO_LABELS = { me: t('command.mood.whoMe'), group: t('command.mood.whoGroup') };

/** `/mood image: [intent:] [who:] [private:]`: a photo in, music out. */
export const mood: SlashCommand = {
  kind: 'slash',
  data: {
    name: 'mood',
    description: t('command.mood.description'),
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: 'image',
        description: t('command.mood.image'),
        required: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'intent',
        description: t('command.mood.intent'),
        choices: INTENTS.map((value) => ({ name: INTENT_LABELS[value], value })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'who',
        description: t('command.mood.who'),
        choices: WHO.map((value) => ({ name: WHO_LABELS[value], value })),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: t('command.mood.private'),
      },
    ],
  },
  acknowledge: ({ interaction, context }) =>
    acknowledgeWish(context, { listener: interaction.user.id, private: isPrivate(interaction) }),
  run: (use) => answerOrAsk(use, wishOf(use.interaction)),
};

function wishOf(interaction: ChatInputCommandInteraction): PhotoWish {
  const image = interaction.options.getAttachment('image', true);
  const intent = INTENTS.find((known) => known === interaction.options.getString('intent')) ?? 'match';
  const who = WHO.find((known) => known === interaction.options.getString('who')) ?? 'me';
  return {
    listener: interaction.user.id,
    guild: interaction.guildId,
    photoUrl: image.url,
    intent,
    who,
    private: isPrivate(interaction),
  };
}

function isPrivate(interaction: ChatInputCommandInteraction): boolean {
  return interaction.options.getBoolean('private') ?? false;
}
