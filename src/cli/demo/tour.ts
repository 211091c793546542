import type { TourStep } from '../../../sandbox/discord/index.ts';
import type { Words } from '../../cards/words.ts';

/** The first steps of somebody who has never seen the bot, on the chat page of the sandbox. */
export function tourOf(t: Words): readonly TourStep[] {
  return [
    {
      title: 'A Discord of your own',
      text:
        'Nothing here leaves this machine. The bot is the real one; the people are made up, and you can be each ' +
        'of them. Above, Ada has just used it.',
      at: 'channels',
    },
    {
      title: 'Ask for music',
      text: 'Type / in the box below and choose /mood.',
      at: 'write',
      until: 'line',
    },
    {
      title: 'Give it a photo',
      text: 'Press + and take the sample photo. Your own works too: choose, paste, drop or take one.',
      at: 'attach',
      until: 'filled:image',
    },
    {
      title: 'Send it',
      text: 'Press Enter, or this button.',
      at: 'send',
      until: `button:${t('button.agree')}`,
    },
    {
      title: 'Consent first',
      text: `The bot reads no face before you agree, and only you see this notice. Press “${t('button.agree')}”.`,
      at: `button:${t('button.agree')}`,
      until: `button:${t('button.lift')}`,
    },
    {
      title: 'Your mood, and music for it',
      text: `Each track says why it is there. Press “${t('button.lift')}” for music that leads you up.`,
      at: `button:${t('button.lift')}`,
    },
    {
      title: 'Listen',
      text: 'The title opens the whole list on its page, in a tab of its own. Each track has a link too.',
      at: 'link:',
    },
    {
      title: 'React as somebody else',
      text: 'Press here to be another member: their chat shows what they would see. Ben sees nothing of Ada’s notice.',
      at: 'people',
    },
    {
      title: 'In every message’s menu',
      text:
        'A message with a photo can be read too: its menu has Apps, and in it “' +
        t('command.readTheMood') +
        '”.',
      at: 'menu',
    },
    {
      title: 'What it keeps about you',
      text: 'Type /privacy to see it, take it with you, or have it erased. That is all: the rest is yours to try.',
      at: 'write',
    },
  ];
}
