import { forgetAnswerCard, forgetCard, privacyCard } from '../cards/privacy-card.ts';
import { BUTTONS } from '../cards/custom-ids.ts';
import { wordsFor } from '../cards/words.ts';
import { PLAYLIST_DAYS } from '../memory/playlists.ts';
import type { ButtonCommand, SlashCommand } from './command.ts';

/** `/privacy`: what is kept about the person, shown to them alone. */
export const privacy: SlashCommand = {
  kind: 'slash',
  data: { name: 'privacy', description: wordsFor('en')('command.privacy') },
  acknowledge: 'private',
  run: async ({ interaction, context: { parts }, t }) =>
    privacyCard({ ...(await parts.listeners.kept(interaction.user.id)), days: PLAYLIST_DAYS }, t),
};

/** *Forget me* asks once more. */
export const forgetAsk: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.forgetAsk,
  acknowledge: 'update',
  run: ({ t }) => Promise.resolve(forgetCard(t)),
};

export const forgetYes: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.forgetYes,
  acknowledge: 'update',
  run: async ({ interaction, context: { parts, waiting }, t }) => {
    const listener = interaction.user.id;
    waiting.drop(listener);
    await parts.listeners.forget(listener);
    const left = (await parts.listeners.kept(listener)).consent;
    return forgetAnswerCard(left ? 'forgottenButNo' : 'forgotten', t);
  },
};

export const forgetNo: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.forgetNo,
  acknowledge: 'update',
  run: ({ t }) => Promise.resolve(forgetAnswerCard('kept', t)),
};
