import {
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';

import type { Card } from '../cards/card.ts';
import { linkCard, spotifyAnswerCard } from '../cards/spotify-card.ts';
import { beginLinking, LINKING_MINUTES, spotifyIn, unlinkSpotify } from '../flows/link-spotify.ts';
import type { SlashCommand, Use } from './command.ts';
import { described } from './described.ts';
import { persist } from './sending.ts';

/** `/spotify link` and `/spotify unlink`. */
export const spotify: SlashCommand = {
  kind: 'slash',
  data: {
    name: 'spotify',
    ...described('command.spotify.description'),
    options: (['link', 'unlink'] as const).map((name) => ({
      type: ApplicationCommandOptionType.Subcommand,
      name,
      ...described(`command.spotify.${name}`),
    })),
  },
  acknowledge: 'private',
  run: async (use) => {
    const { interaction, context, t } = use;
    if (interaction.options.getSubcommand() === 'link') return wayToSpotify(use, 'save');
    const parts = { ...context.parts, spotify: spotifyIn(context.parts) };
    const was = await unlinkSpotify(parts, interaction.user.id);
    return spotifyAnswerCard(was ? 'unlinked' : 'notLinked', t);
  },
};

/** The card with the way to Spotify's consent page; it changes when the person comes back from there. */
export async function wayToSpotify(
  { interaction, context, t }: Use<ChatInputCommandInteraction | ButtonInteraction>,
  purpose: 'save' | 'queue' | 'top',
): Promise<Card> {
  const { id: owner, username: name } = interaction.user;
  const { url, state } = await beginLinking(spotifyIn(context.parts), { owner, name, purpose });
  context.setOut.wait(state, () => persist(() => interaction.editReply(spotifyAnswerCard('linked', t))));
  return linkCard(url, purpose, LINKING_MINUTES, t);
}
