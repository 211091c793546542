import { BUTTONS } from '../cards/custom-ids.ts';
import { queuedCard } from '../cards/spotify-card.ts';
import { findList } from '../flows/answer-mood.ts';
import { chooseMine } from '../flows/choose-mine.ts';
import { queueList } from '../flows/queue-on-spotify.ts';
import { saveList } from '../flows/save-playlist.ts';
import type { AcknowledgedUse, ButtonCommand } from './command.ts';
import { asPressed, replaced, shownAgain } from './shown-list.ts';
import { wayToSpotify } from './spotify.ts';
import type { ButtonInteraction } from 'discord.js';
import type { Card } from '../cards/card.ts';

/** *Save to Spotify*: the card's button opens the playlist from then on. */
export const spotifySave: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.spotifySave,
  acknowledge: 'update',
  run: (use) => {
    const [page, list = ''] = use.args;
    return saved(use, { page, list });
  },
};

/** *Add to it*: the list goes into the playlist that holds the one before. */
export const spotifyAdd: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.spotifyAdd,
  acknowledge: 'update',
  run: (use) => {
    const [page, list = '', into = ''] = use.args;
    return saved(use, { page, list, into });
  },
};

/** *Queue on my Spotify*; what came of it is for the person alone. */
export const spotifyQueue: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.spotifyQueue,
  acknowledge: 'private',
  run: async ({ interaction, context, t, args: [list = ''] }) => {
    return queuedCard(await queueList(context.parts, interaction.user.id, list), t);
  },
};

/** *More of my artists*: the same wish, other tracks, by whom the person listens to most at Spotify first. */
export const spotifyMine: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.spotifyMine,
  acknowledge: 'update',
  run: async ({ interaction, context, t, args: [id = ''] }) =>
    replaced(asPressed(interaction.message), await chooseMine(context.parts, interaction.user.id, id), t),
};

/** *Link Spotify* under an error that linking sets right. */
export const spotifyLink: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.spotifyLink,
  acknowledge: 'private',
  run: (use) => {
    const [purpose] = use.args;
    return wayToSpotify(use, purpose === 'queue' || purpose === 'top' ? purpose : 'save');
  },
};

interface Saving {
  readonly page: string | undefined;
  readonly list: string;
  readonly into?: string;
}

async function saved(
  { interaction, context: { parts }, t }: AcknowledgedUse<ButtonInteraction>,
  { page, ...saving }: Saving,
): Promise<Card> {
  const listener = interaction.user.id;
  const card = asPressed(interaction.message);
  await saveList(parts, { ...saving, listener }, t);
  const list = await findList(parts, listener, saving.list);
  return shownAgain(card, list, Number(page) || 0, t);
}
