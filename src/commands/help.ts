import { helpCard } from '../cards/help-card.ts';
import { wordsFor } from '../cards/words.ts';
import { MOST_BYTES } from '../vision/node/limits.ts';
import type { SlashCommand } from './command.ts';

/** `/help`: how to use the bot. */
export const help: SlashCommand = {
  kind: 'slash',
  data: { name: 'help', description: wordsFor('en')('command.help') },
  acknowledge: 'private',
  run: ({ t }) => Promise.resolve(helpCard(MOST_BYTES / 1024 / 1024, t)),
};
