import { expect, it } from 'vitest';

import { PATIENT } from '../commands/moodring.ts';
import { fuzz, REPLAY } from './fuzz.ts';
import { moodringSubject } from './moodring-subject.ts';

const INTERACTIONS = 2_000;

/** Games in which people are never told these are too dull to find anything. */
const OFTEN_TOLD = [
  'consent.title',
  'error.image-damaged',
  'error.list-not-yours',
  'error.not-an-image',
  'error.photo-not-yours',
  'error.spotify-not-linked',
  'help.title',
  'list',
  'privacy.forgetAsk',
  'privacy.title',
  'spotify.linkTitle',
  'spotify.unlinked',
  'track',
];

const { subject } = moodringSubject();

it('answers 2,000 random interactions, each rightly', { timeout: 15 * 60_000 }, async () => {
  const options = { interactions: INTERACTIONS, patience: PATIENT.timeoutMs, replay: REPLAY };
  const { answered, told, wrong } = await fuzz(subject(), options);
  expect(wrong).toBeUndefined();
  if (REPLAY !== undefined) return;
  expect(answered).toBeGreaterThanOrEqual(INTERACTIONS);
  expect([...told.keys()]).toEqual(expect.arrayContaining(OFTEN_TOLD));
});
