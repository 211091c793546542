import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';

import { wordsFor } from '../cards/words.ts';
import type { FeltMood } from '../domain/feeling.ts';
import { WHO } from '../domain/reading.ts';
import { MoodringError } from '../errors.ts';
import { LONGEST_FEELING, readFeeling } from '../feelings/feelings.ts';
import { acknowledgeWish, answerFelt, answerOrAsk } from './answer.ts';
import type { SlashCommand } from './command.ts';
import { intentIn, MUSIC_OPTIONS, musicWishIn, suggestMusic } from './music-options.ts';

const english = wordsFor('en');

const WHO_LABELS = { me: english('command.mood.whoMe'), group: english('command.mood.whoGroup') };

/** `/mood [image:] [emoji:] [feeling:] …`: a photo, an emoji or a few words in, music out. */
export const mood: SlashCommand = {
  kind: 'slash',
  data: {
    name: 'mood',
    description: english('command.mood.description'),
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: 'image',
        description: english('command.mood.image'),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'emoji',
        description: english('command.mood.emoji'),
        max_length: LONGEST_FEELING,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'feeling',
        description: english('command.mood.feeling'),
        max_length: LONGEST_FEELING,
      },
      ...MUSIC_OPTIONS,
      {
        type: ApplicationCommandOptionType.String,
        name: 'who',
        description: english('command.mood.who'),
        choices: WHO.map((value) => ({ name: WHO_LABELS[value], value })),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: english('command.mood.private'),
      },
    ],
  },
  suggest: suggestMusic,
  acknowledge: async ({ interaction, context }) => {
    const felt = feltIn(interaction);
    const wish = { listener: interaction.user.id, private: isPrivate(interaction) };
    if (felt?.concern) return 'private';
    if (photoIn(interaction)) return acknowledgeWish(context, wish);
    return wish.private || !felt ? 'private' : 'public';
  },
  run: (use) => {
    const { interaction, context, t } = use;
    const listener = interaction.user.id;
    const felt = feltIn(interaction);
    // Somebody in need is told at once where to find help: no notice, no photo and no misspelt genre comes between.
    if (felt?.concern) return answerFelt(context, { listener, felt, intent: intentIn(interaction) }, t);
    const photo = photoIn(interaction);
    const asked = { ...musicWishIn(interaction, context.parts.catalogue), listener };
    if (photo)
      return answerOrAsk(use, {
        ...asked,
        guild: interaction.guildId,
        photoUrl: photo.url,
        who: WHO.find((known) => known === interaction.options.getString('who')) ?? 'me',
        felt,
        private: isPrivate(interaction),
      });
    if (!felt) throw new MoodringError('nothing-told');
    return answerFelt(context, { ...asked, felt }, t);
  },
};

function photoIn({ options }: ChatInputCommandInteraction) {
  return options.getAttachment('image') ?? undefined;
}

/** @throws MoodringError `emoji-unknown`, `feeling-unknown` */
function feltIn({ options, locale }: ChatInputCommandInteraction): FeltMood | undefined {
  const emoji = options.getString('emoji')?.trim() ?? '';
  const words = options.getString('feeling')?.trim() ?? '';
  return emoji === '' && words === '' ? undefined : readFeeling({ emoji, words }, locale);
}

function isPrivate({ options }: ChatInputCommandInteraction): boolean {
  return options.getBoolean('private') ?? false;
}
