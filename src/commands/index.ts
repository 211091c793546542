import type { Command } from './command.ts';
import { consentAgree, consentNo } from './consent-buttons.ts';
import { help } from './help.ts';
import { listIntent, listMore, listOpen, listPage } from './list-buttons.ts';
import { mood } from './mood.ts';
import { listLike, listMood } from './own-mood.ts';
import {
  forgetAsk,
  forgetNo,
  forgetYes,
  privacy,
  privacyExport,
  privacyKeep,
  withdrawAsk,
  withdrawYes,
} from './privacy.ts';
import { readTheMood } from './read-the-mood.ts';
import { selfieAsk } from './selfie-ask.ts';
import {
  setup,
  setupChannels,
  setupConfirm,
  setupExplicit,
  setupHours,
  setupIntent,
  setupLanguage,
  setupQuiet,
  setupRoles,
} from './setup.ts';
import { spotify } from './spotify.ts';
import { spotifyAdd, spotifyLink, spotifyMine, spotifyQueue, spotifySave } from './spotify-buttons.ts';
import { webcamStart } from './webcam.ts';
import { listWhose } from './whose-mood.ts';

/** Everything a person can do. */
export const COMMANDS: readonly Command[] = [
  mood,
  readTheMood,
  spotify,
  privacy,
  setup,
  help,
  consentAgree,
  consentNo,
  webcamStart,
  listIntent,
  listMore,
  listPage,
  listOpen,
  listLike,
  listMood,
  listWhose,
  spotifySave,
  spotifyAdd,
  spotifyQueue,
  spotifyMine,
  spotifyLink,
  privacyKeep,
  privacyExport,
  withdrawAsk,
  withdrawYes,
  forgetAsk,
  forgetYes,
  forgetNo,
  setupChannels,
  setupRoles,
  setupIntent,
  setupLanguage,
  setupExplicit,
  setupQuiet,
  setupHours,
  setupConfirm,
  selfieAsk,
];
