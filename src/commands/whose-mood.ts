import type { StringSelectMenuInteraction } from 'discord.js';

import { BUTTONS } from '../cards/custom-ids.ts';
import { EVERYONE } from '../cards/whose-mood.ts';
import type { Intent } from '../domain/arc.ts';
import { MoodringError } from '../errors.ts';
import { findList } from '../flows/answer-mood.ts';
import { answerWish } from './answer.ts';
import type { SelectCommand } from './command.ts';
import type { PhotoWish } from './waiting.ts';

/**
 * *Whose mood?* under the card for a photo of several people. Nothing was kept of the photo, and nobody was read whom
 * nobody asked about, so it is fetched and read once more.
 */
export const listWhose: SelectCommand = {
  kind: 'select',
  name: BUTTONS.listWhose,
  acknowledge: 'update',
  run: async ({ interaction, context, t, args: [photo = '', id = ''] }) => {
    const listener = interaction.user.id;
    const { playlist } = await findList(context.parts, listener, id);
    const wish = context.waiting.find(photo, listener);
    if (!wish) throw new MoodringError('photo-not-at-hand');
    const intent = intentAsked(wish.intent, playlist.intent);
    return answerWish(context, { ...wish, ...pickedIn(interaction), intent }, t);
  },
};

/** @throws MoodringError `outdated` */
function pickedIn({ values: [picked] }: StringSelectMenuInteraction): Pick<PhotoWish, 'who' | 'face'> {
  if (picked === EVERYONE) return { who: 'group', face: undefined };
  const face = Number(picked);
  if (!picked || !Number.isInteger(face) || face < 0) throw new MoodringError('outdated');
  return { who: 'me', face };
}

/** What somebody asked of the music, whether with the photo or by a button since; nothing if it is as it comes. */
function intentAsked(asked: Intent | undefined, now: Intent): Intent | undefined {
  return asked === undefined && (now === 'match' || now === 'party') ? undefined : now;
}
