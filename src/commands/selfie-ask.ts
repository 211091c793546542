import { BUTTONS } from '../cards/custom-ids.ts';
import { MoodringError } from '../errors.ts';
import { answerOrAsk } from './answer.ts';
import type { ButtonCommand } from './command.ts';

/** The button under a posted photo of somebody who has not agreed: shows the notice to them alone. */
export const selfieAsk: ButtonCommand = {
  kind: 'button',
  name: BUTTONS.selfieAsk,
  acknowledge: 'private',
  run: (use) => {
    const [owner, id = ''] = use.args;
    const listener = use.interaction.user.id;
    if (owner !== listener) throw new MoodringError('question-not-yours');
    const wish = use.context.waiting.find(id, listener);
    if (!wish) throw new MoodringError('photo-let-go');
    return answerOrAsk(use, wish);
  },
};
