import { beforeAll } from 'vitest';

import { moodring } from '../commands/moodring.ts';
import { jumpingClock } from './jumping-clock.ts';
import { type Subject, surroundings } from './subject.ts';

/** The whole bot as a process of its own, and what that holds in memory, in bytes. */
export function moodringSubject(): { readonly subject: () => Subject; readonly memory: () => number } {
  const clock = jumpingClock();
  const app = moodring({ clock });
  let subject: Subject | undefined;
  beforeAll(() => {
    const { discord, bot } = app();
    subject = {
      ...surroundings(discord),
      clock,
      log: bot.log,
      ended: bot.ended,
      readings: new Map(),
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
