import type { Command } from './command.ts';
import { consentAgree, consentNo } from './consent-buttons.ts';
import { help } from './help.ts';
import { listIntent, listMore, listOpen, listPage } from './list-buttons.ts';
import { mood } from './mood.ts';
import { forgetAsk, forgetNo, forgetYes, privacy } from './privacy.ts';
import { readTheMood } from './read-the-mood.ts';
import { spotify } from './spotify.ts';
import { spotifyAdd, spotifyLink, spotifyQueue, spotifySave } from './spotify-buttons.ts';

/** Everything a person can do. */
export const COMMANDS: readonly Command[] = [
  mood,
  readTheMood,
  spotify,
  privacy,
  help,
  consentAgree,
  consentNo,
  listIntent,
  listMore,
  listPage,
  listOpen,
  spotifySave,
  spotifyAdd,
  spotifyQueue,
  spotifyLink,
  forgetAsk,
  forgetYes,
  forgetNo,
];
