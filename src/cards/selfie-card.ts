import { ButtonStyle } from 'discord.js';

import { button, type Card, row } from './card.ts';
import { BUTTONS, customId } from './custom-ids.ts';
import type { Words } from './words.ts';

/**
 * The small question under the photo of somebody who has not agreed; its button shows the notice to them alone.
 * @param owner whom it is for
 * @param request the id under which their photo's address waits
 * @param asked whether they asked for an answer
 */
export function askCard(owner: string, request: string, asked: boolean, t: Words): Card {
  return {
    ...plainCard(t(asked ? 'selfie.askedDirectly' : 'selfie.asked')),
    components: [
      row(button(t('button.askMe'), customId(BUTTONS.selfieAsk, owner, request), ButtonStyle.Secondary)),
    ],
  };
}

/** Words alone, which need no permission but to write. */
export function plainCard(content: string): Card {
  return { content, embeds: [], components: [], files: [] };
}
