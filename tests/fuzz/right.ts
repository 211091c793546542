import { z } from 'zod';

import { LIMITS } from '../../sandbox/discord/index.ts';
import { BUTTONS } from '../../src/cards/custom-ids.ts';
import type { Intent } from '../../src/domain/arc.ts';
import type { Purpose } from '../../src/flows/spotify-account.ts';
import type { Told } from './acts.ts';
import type { Game, List, Person, Wish } from './game.ts';
import type { Live } from './webcam.ts';

/** What is right to be said to somebody who asks to have a photo read; see `Outcome.says`. */
export function rightForPhoto(game: Game, { consent }: Person, wish: Wish): readonly string[] {
  return consent === 'yes' ? answersTo(game, wish) : ['consent.title'];
}

/** What is right to be said to somebody who tells a mood: no agreement is asked for; see `Outcome.says`. */
export function rightForTold({ consent }: Person, told: Told): readonly string[] {
  const { emoji, feeling } = told;
  if (feeling === 'I want to die') return ['list'];
  const page = told.webcam === true && (consent === 'yes' ? 'webcam.linkTitle' : 'consent.title');
  if (emoji === undefined && feeling === undefined) return wishFaults(told) ?? [page || 'error.nothing-told'];
  const understood =
    (emoji !== undefined && emoji !== 'none') || (feeling !== undefined && feeling !== 'xyzzy');
  if (!understood) return [feeling === undefined ? 'error.emoji-unknown' : 'error.feeling-unknown'];
  return wishFaults(told) ?? [page || 'list'];
}

/** Whether what is told leads to the webcam page, or to a button for it. */
export function asksForPage({ emoji, feeling, webcam }: Told): boolean {
  if (feeling === 'I want to die') return false;
  return webcam === true || (emoji === undefined && feeling === undefined);
}

/** What is right to be said to somebody on their way to the webcam page. */
export function rightForLive({ consent }: Person, name: string, { state }: Live): readonly string[] {
  const isStart = name === BUTTONS.webcamStart;
  const gone = isStart ? 'error.webcam-let-go' : 'error.photo-let-go';
  const goesOn = isStart && consent !== 'yes' ? 'consent.title' : 'webcam.linkTitle';
  return [...(state === 'gone' ? [] : [goesOn]), ...(state === 'waiting' ? [] : [gone])];
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

/** What is right to be said to somebody who uses a command without options; see `Outcome.says`. */
export function rightForCommand({ linkedFor }: Person, line: string): readonly string[] {
  switch (line) {
    case '/help':
      return ['help.title'];
    case '/spotify link':
      return ['spotify.linkTitle'];
    case '/spotify unlink':
      if (linkedFor === 'unsure') return ['spotify.unlinked', 'spotify.notLinked'];
      return [linkedFor.size > 0 ? 'spotify.unlinked' : 'spotify.notLinked'];
    default:
      return ['privacy.title'];
  }
}

/** What is right to come of a button that uses somebody's account at Spotify. */
function withAccount({ linkedFor }: Person, purpose: Purpose, done: readonly string[]): readonly string[] {
  const refused = ['error.spotify-not-linked', 'error.spotify-scope-missing'];
  if (linkedFor === 'unsure') return [...done, ...refused];
  if (linkedFor.has(purpose)) return done;
  return [linkedFor.size === 0 ? 'error.spotify-not-linked' : 'error.spotify-scope-missing'];
}

/** What a button does with a list of one's own that is kept. */
function doneWith(by: Person, name: string): readonly string[] {
  switch (name) {
    case BUTTONS.listOpen:
      return ['track'];
    case BUTTONS.spotifySave:
    case BUTTONS.spotifyAdd:
      return withAccount(by, 'save', ['list']);
    case BUTTONS.spotifyMine:
      return withAccount(
        by,
        'top',
        by.holder.topArtists.length > 0 ? ['list'] : ['error.spotify-no-artists'],
      );
    case BUTTONS.listWhose:
      // What is needed to read the photo again may be gone by now.
      return ['list', 'error.photo-not-at-hand', 'error.photo-gone', 'error.not-agreed'];
    case BUTTONS.listMood:
      // The list to go back to may be gone, as one that came of a photo.
      return ['list', 'error.list-expired'];
    case BUTTONS.spotifyQueue:
      return withAccount(by, 'queue', queueAnswers(by.holder));
    default:
      return ['list'];
  }
}

function queueAnswers({ premium, devices }: Person['holder']): readonly string[] {
  if (!premium) return ['error.spotify-no-premium'];
  return devices.length > 0 ? ['spotify.queued', 'error.queued-already'] : ['error.spotify-no-device'];
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
      return by.consent === 'yes' ? ['privacy.withdrawAsk'] : ['consent.declined'];
    case BUTTONS.privacyKeep:
      return ['privacy.title'];
    case BUTTONS.privacyExport:
      return ['privacy.exportTitle', ...(by.consent === 'none' ? ['privacy.exportNothing'] : [])];
    case BUTTONS.withdrawAsk:
      return ['privacy.withdrawAsk'];
    case BUTTONS.withdrawYes:
      return ['privacy.withdrawn'];
    case BUTTONS.forgetAsk:
      return ['privacy.forgetAsk'];
    case BUTTONS.forgetYes:
      return [by.consent === 'no' ? 'privacy.forgottenButNo' : 'privacy.forgotten'];
    case BUTTONS.forgetNo:
      return ['privacy.kept'];
    case BUTTONS.spotifyLink:
      return ['spotify.linkTitle'];
    default: {
      const kept = list?.owner === by ? doneWith(by, name) : ['error.list-not-yours'];
      if (list?.state === 'unsure') return [...kept, 'error.list-expired'];
      return list?.state === 'kept' ? kept : ['error.list-expired'];
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
  if (name === BUTTONS.listWhose) return {};
  if (name !== BUTTONS.listIntent) return { intent: list.intent };
  return { intent: z.enum(['match', 'calm', 'lift']).parse(args[0]) };
}
