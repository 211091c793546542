import { beforeAll } from 'vitest';

import { moodring } from '../commands/moodring.ts';
import { jumpingClock } from './jumping-clock.ts';
import type { Subject } from './subject.ts';

/** The whole bot as a process of its own. */
export function moodringSubject(): () => Subject {
  const clock = jumpingClock();
  const app = moodring({ clock });
  let subject: Subject | undefined;
  beforeAll(() => {
    const { discord, bot } = app();
    subject = {
      discord,
      clock,
      elsewhere: discord.addGuild('Elsewhere'),
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
  return () => {
    if (!subject) throw new Error('the bot is not running');
    return subject;
  };
}
