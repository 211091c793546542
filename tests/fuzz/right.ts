import { z } from 'zod';

import { LIMITS } from '../../sandbox/discord/index.ts';
import { BUTTONS } from '../../src/cards/custom-ids.ts';
import type { Intent } from '../../src/domain/arc.ts';
import type { Told } from './acts.ts';
import type { Game, List, Person, Wish } from './game.ts';

/** What is right to be said to somebody who asks to have a photo read; see `Outcome.says`. */
export function rightForPhoto(game: Game, { consent }: Person, wish: Wish): readonly string[] {
  return consent === 'yes' ? answersTo(game, wish) : ['consent.title'];
}

/** What is right to be said to somebody who tells a mood: no agreement is asked for; see `Outcome.says`. */
export function rightForTold(told: Told): readonly string[] {
  const { emoji, feeling } = told;
  if (feeling === 'I want to die') return ['list'];
  if (emoji === undefined && feeling === undefined) return wishFaults(told) ?? ['error.nothing-told'];
  const understood =
    (emoji !== undefined && emoji !== 'none') || (feeling !== undefined && feeling !== 'xyzzy');
  if (!understood) return [feeling === undefined ? 'error.emoji-unknown' : 'error.feeling-unknown'];
  return wishFaults(told) ?? ['list'];
}

function wishFaults(asked: Told): readonly string[] | undefined {
  if (asked.genre === 'rokc') return ['error.genre-unknown'];
  if (asked.decade === 'long ago') return ['error.decade-unknown'];
  if (asked.artist === 'Nobody At All') return ['error.artist-not-there'];
  return asked.length === 'for ever' ? ['error.length-unknown'] : undefined;
}

/** The intent that a list for a told mood has to have: who is in need is led to calm. */
export function intentToldOf({ intent = 'match', feeling }: Told): { intent: Intent } {
  const led = feeling === 'I want to die' && (intent === 'match' || intent === 'party');
  return { intent: led ? 'calm' : intent };
}

/** What is right to be said to somebody who presses a button, under a notice or a list; see `Outcome.says`. */
export function rightForButton(
  game: Game,
  by: Person,
  name: string,
  wish: Wish | undefined,
  list: List | undefined,
): readonly string[] {
  switch (name) {
    case BUTTONS.consentAgree:
      if (!wish || wish.state === 'gone') return ['error.photo-let-go'];
      return [...answersTo(game, wish), ...(wish.state === 'unsure' ? ['error.photo-let-go'] : [])];
    case BUTTONS.consentNo:
      return by.consent === 'yes' ? ['privacy.forgetAsk'] : ['consent.declined'];
    case BUTTONS.forgetAsk:
      return ['privacy.forgetAsk'];
    case BUTTONS.forgetYes:
      return [by.consent === 'no' ? 'privacy.forgottenButNo' : 'privacy.forgotten'];
    case BUTTONS.forgetNo:
      return ['privacy.kept'];
    default: {
      const kept =
        list?.owner === by ? (name === BUTTONS.listOpen ? 'track' : 'list') : 'error.list-not-yours';
      if (list?.state === 'unsure') return [kept, 'error.list-expired'];
      return [list?.state === 'kept' ? kept : 'error.list-expired'];
    }
  }
}

/** What is right to come of reading a photo of somebody who agreed. */
function answersTo(game: Game, wish: Wish): readonly string[] {
  const age = game.subject.clock.now() - wish.linkedAt;
  if (age >= LIMITS.linkMs) return ['error.photo-gone'];
  // Discord keeps a file for a while after its message is gone, and says nowhere for how long.
  const deleted = game.posted.get(wish.file)?.message.deleted ?? false;
  const { fault } = wish.photo;
  return [fault ? `error.${fault}` : 'list', ...(deleted ? ['error.photo-gone'] : [])];
}

/** The intent that a list has to have after the press of a button under another. */
export function intentOf(name: string, args: readonly string[], list: List | undefined): { intent?: Intent } {
  if (!list) return {};
  if (name !== BUTTONS.listIntent) return { intent: list.intent };
  return { intent: z.enum(['match', 'calm', 'lift']).parse(args[0]) };
}
