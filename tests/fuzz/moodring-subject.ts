import { beforeAll } from 'vitest';

import { emotionScores } from '../../src/domain/emotion.ts';
import { CALLBACK_PATH } from '../../src/flows/link-spotify.ts';
import { moodring } from '../commands/moodring.ts';
import { jumpingClock } from './jumping-clock.ts';
import type { SpotifySubject } from './linking.ts';
import { type Subject, surroundings } from './subject.ts';
import type { WebcamSubject } from './webcam.ts';

/** As a browser goes it. */
const goByPages: SpotifySubject['goes'] = async (url, answer) => {
  const start = await fetch(url);
  const [cookie = ''] = (start.headers.get('set-cookie') ?? '').split(';');
  const [, consent] = /href="(http[^"]*\/authorize[^"]*)"/.exec(await start.text()) ?? [];
  if (consent === undefined) return false;
  const back = await answer(consent.replaceAll('&amp;', '&'));
  const callback = new URL(`${CALLBACK_PATH}?${back.toString()}`, url);
  const { status, body } = await fetch(callback, { headers: { cookie } });
  await body?.cancel();
  return status === 200;
};

/** As a browser goes it that has two windows open. */
const sendByPage: WebcamSubject['sends'] = async (url) => {
  const open = await fetch(`${url}/open`, { method: 'POST' });
  await open.body?.cancel();
  const [cookie = ''] = (open.headers.get('set-cookie') ?? '').split(';');
  const body = JSON.stringify(emotionScores((emotion) => (emotion === 'happy' ? 1 : 0)));
  const sent = await Promise.all(
    [1, 2].map(() => fetch(`${url}/mood`, { method: 'POST', headers: { cookie }, body })),
  );
  for (const answer of sent) await answer.body?.cancel();
  return sent.filter(({ ok }) => ok).length;
};

/** The whole bot as a process of its own, and what that holds in memory, in bytes. */
export function moodringSubject(): { readonly subject: () => Subject; readonly memory: () => number } {
  const clock = jumpingClock();
  const app = moodring({ clock, withSpotify: true });
  let subject: Subject | undefined;
  beforeAll(() => {
    const { discord, bot } = app();
    subject = {
      ...surroundings(discord),
      clock,
      log: bot.log,
      ended: bot.ended,
      readings: new Map(),
      webcam: { sends: sendByPage },
      spotify: { standIn: app().spotify(), goes: goByPages },
      opens: async (url) => {
        const { status, body } = await fetch(url);
        await body?.cancel();
        return status === 200;
      },
    };
  });
  return {
    subject: () => {
      if (!subject) throw new Error('the bot is not running');
      return subject;
    },
    memory: () => app().memory(),
  };
}
