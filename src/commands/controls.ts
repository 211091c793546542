import { ComponentType, type Message } from 'discord.js';

import type { Correction } from '../cards/correction.ts';
import { BUTTONS, type ButtonName, parseCustomId } from '../cards/custom-ids.ts';
import type { Whose } from '../cards/whose-mood.ts';
import { EMOTIONS } from '../domain/emotion.ts';

/** A button or select under a message of ours. */
interface Control {
  readonly args: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** How the mood of a card can be corrected, which is kept nowhere but in its controls. */
export function correctionIn(message: Pick<Message, 'components'>): Correction | undefined {
  const select = controlIn(message, BUTTONS.listMood);
  if (!select) return undefined;
  const [like] = controlIn(message, BUTTONS.listLike)?.args ?? [];
  return {
    before: select.args[0] === '' ? undefined : select.args[0],
    like: EMOTIONS.find((known) => known === like),
  };
}

/** Whose mood can count on a card, which is kept nowhere but in its select either. */
export function whoseIn(message: Pick<Message, 'components'>): Whose | undefined {
  const select = controlIn(message, BUTTONS.listWhose);
  const [photo] = select?.args ?? [];
  if (!select || photo === undefined) return undefined;
  return { photo, choices: select.options.map(({ value, label }) => ({ value, label })) };
}

function controlIn({ components }: Pick<Message, 'components'>, wanted: ButtonName): Control | undefined {
  const all = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  for (const control of all) {
    const { name, args } = parseCustomId(control.customId ?? '');
    if (name !== wanted) continue;
    return { args, options: control.type === ComponentType.StringSelect ? control.options : [] };
  }
  return undefined;
}
