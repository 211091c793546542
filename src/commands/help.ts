import { helpCard } from '../cards/help-card.ts';
import { mayGetFaster } from '../vision/node/choose-engine.ts';
import { MOST_BYTES } from '../vision/node/limits.ts';
import type { SlashCommand } from './command.ts';
import { described } from './described.ts';

/** `/help`: how to use the bot. */
export const help: SlashCommand = {
  kind: 'slash',
  data: { name: 'help', ...described('command.help') },
  acknowledge: 'private',
  run: ({ context, t }) => {
    const { engine } = context.parts.vision;
    const line = mayGetFaster(engine) ? 'mayGetFaster' : engine.name;
    return Promise.resolve(helpCard(MOST_BYTES / 1024 / 1024, t(`help.engine.${line}`), t));
  },
};
