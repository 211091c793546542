import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';

import type { FeltMood } from '../domain/feeling.ts';
import { WHO } from '../domain/reading.ts';
import { LONGEST_FEELING, readFeeling } from '../feelings/feelings.ts';
import { acknowledgeWish, answerFelt, answerOrAsk } from './answer.ts';
import type { SlashCommand } from './command.ts';
import { described, labelled } from './described.ts';
import { houseRules, inHouse } from './house-rules.ts';
import { intentIn, MUSIC_OPTIONS, musicWishIn, suggestMusic } from './music-options.ts';
import type { WebcamWish } from './waiting.ts';
import { linkOrAsk, waysOrSentence } from './webcam.ts';

const WHO_LABELS = { me: labelled('command.mood.whoMe'), group: labelled('command.mood.whoGroup') };

/** `/mood [image:] [emoji:] [feeling:] [webcam:] …`: a photo, an emoji, a few words or a live picture in, music out. */
export const mood: SlashCommand = {
  kind: 'slash',
  data: {
    name: 'mood',
    ...described('command.mood.description'),
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: 'image',
        ...described('command.mood.image'),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'emoji',
        ...described('command.mood.emoji'),
        max_length: LONGEST_FEELING,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'feeling',
        ...described('command.mood.feeling'),
        max_length: LONGEST_FEELING,
      },
      ...MUSIC_OPTIONS,
      {
        type: ApplicationCommandOptionType.String,
        name: 'who',
        ...described('command.mood.who'),
        choices: WHO.map((value) => ({ ...WHO_LABELS[value], value })),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        ...described('command.mood.private'),
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'webcam',
        ...described('command.mood.webcam'),
      },
    ],
  },
  suggest: suggestMusic,
  acknowledge: async ({ interaction, context }) => {
    const felt = feltIn(interaction);
    const wish = { listener: interaction.user.id, private: isPrivate(interaction) };
    if (felt?.concern || (await houseRules(context, interaction)).quiet) return 'private';
    if (photoIn(interaction)) return acknowledgeWish(context, wish);
    return wish.private || !felt || wantsWebcam(interaction) ? 'private' : 'public';
  },
  run: async (use) => {
    const { interaction, context, t } = use;
    const listener = interaction.user.id;
    const felt = feltIn(interaction);
    // Somebody in need is told at once where to find help: no notice, no photo and no misspelt genre comes between.
    if (felt?.concern) return answerFelt(context, { listener, felt, intent: intentIn(interaction) }, t);
    const photo = photoIn(interaction);
    const rules = await houseRules(context, interaction);
    const asked = { ...inHouse(rules, musicWishIn(interaction, context.parts.catalogue)), listener };
    const alone = isPrivate(interaction) || rules.quiet;
    if (photo)
      return answerOrAsk(use, {
        ...asked,
        guild: interaction.guildId,
        photoUrl: photo.url,
        who: WHO.find((known) => known === interaction.options.getString('who')) ?? 'me',
        felt,
        private: alone,
      });
    const live: WebcamWish = {
      ...asked,
      guild: interaction.guildId,
      felt,
      private: alone,
      webcam: true,
    };
    if (wantsWebcam(interaction)) return linkOrAsk(use, live);
    if (!felt) return waysOrSentence(use, live);
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

function wantsWebcam({ options }: ChatInputCommandInteraction): boolean {
  return options.getBoolean('webcam') ?? false;
}

function isPrivate({ options }: ChatInputCommandInteraction): boolean {
  return options.getBoolean('private') ?? false;
}
