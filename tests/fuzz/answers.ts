import { setTimeout as sleep } from 'node:timers/promises';

import type { Message, Use } from '../../sandbox/discord/index.ts';
import { BUTTONS } from '../../src/cards/custom-ids.ts';
import type { Deed } from './deed.ts';
import type { Game } from './game.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { must, Wrong } from './wrong.ts';

/** A deed, and what the bot said to it. */
export interface Done {
  readonly deed: Deed;
  /** Nothing where the bot was not asked, or somebody took the ground from under the deed. */
  readonly use?: Use;
  /** The messages that answer it, as far as they are still there. */
  readonly messages: readonly Message[];
  readonly outcome?: Outcome;
}

/** How often one looks whether an answer is there, in milliseconds. */
const LOOK_EVERY = 5;

/**
 * Does it, and waits for the bot's last word on it.
 * @param patience in milliseconds
 * @throws Wrong if it does not come
 */
export async function doIt(game: Game, deed: Deed, alone: boolean, patience: number): Promise<Done> {
  if (!alone) await sleep(deed.lag);
  const use = await deed.start().catch((error: unknown) => {
    // What one wanted to press may be gone by now, where others are at it too.
    if (alone || error instanceof Wrong) throw error;
    return undefined;
  });
  if (!use) return { deed, messages: [] };
  const giveUpAt = performance.now() + patience;
  while (!isOver(game, deed, use) && performance.now() < giveUpAt) await sleep(LOOK_EVERY);
  must(isOver(game, deed, use), () => `${deed.words}: never answered, ${use.state} to the end`);
  must(use.state !== 'failed' || isExcused(use), () => `${deed.words}: ${use.interaction.failure}`);
  const messages = use.interaction.start.channel.deleted ? [] : use.messages;
  const last = messages.at(-1);
  return { deed, use, messages, ...(last ? { outcome: outcomeOf(last) } : {}) };
}

/** Whether nobody can be answered: the channel is gone, or the message whose button was pressed. */
export function isExcused(use: Use): boolean {
  const { channel, source } = use.interaction.start;
  return channel.deleted || (source?.deleted ?? false);
}

function isOver(game: Game, deed: Deed, use: Use): boolean {
  const { state, answer, followUps, token } = use.interaction;
  if (state === 'failed') return true;
  if (use.interaction.start.channel.deleted)
    return game.subject.discord.refusals.some(({ path }) => path.includes(token)) || state === 'answered';
  if (state !== 'answered' || !answer) return false;
  if (answer.kind === 'update') {
    if (deed.button !== BUTTONS.consentAgree) return true;
    const [notice] = use.messages;
    if (notice && outcomeOf(notice).says === 'webcam.linkTitle') return true;
    return followUps.length > 0 && (!notice || outcomeOf(notice).says !== 'consent.agreed');
  }
  if (answer.kind !== 'message') return true;
  return followUps.length > 0 || !answer.message.deleted || game.removed.has(answer.message.id);
}
