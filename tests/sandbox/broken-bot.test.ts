import { Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { CLOSE, handClock, LIMITS } from '../../sandbox/discord/index.ts';
import type { CloseName, Discord, HandClock, Member, RuleName, Use } from '../../sandbox/discord/index.ts';
import { discordFor, PIXEL } from './bot.ts';
import { DiaryBot } from './broken-bot/diary-bot.ts';
import { MISTAKES } from './broken-bot/mistakes.ts';
import type { Mistake } from './broken-bot/mistakes.ts';

/** Two people, and a diary bot that has not logged in yet. */
interface Stage {
  readonly discord: Discord;
  readonly clock: HandClock;
  readonly ada: Member;
  readonly ben: Member;
  readonly bot: DiaryBot;
}

/** What people do, and what they read of a bot that makes the mistake and of one that does not. */
interface Story {
  readonly tell: (stage: Stage) => Promise<unknown>;
  readonly fine: unknown;
  readonly caught: {
    readonly read: unknown;
    readonly refused?: readonly RuleName[];
    readonly closed?: CloseName;
  };
}

async function stageFor(mistake: Mistake | null): Promise<Stage> {
  const clock = handClock();
  const discord = await discordFor({ clock, privilegedIntents: ['MessageContent'] });
  const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
  return { discord, clock, ada, ben, bot: new DiaryBot(discord, clock, mistake) };
}

/** What a person reads of an answer right now. */
async function readOf(use: Use): Promise<string> {
  if (use.state !== 'answered')
    return use.interaction.failure ?? (use.state === 'deferred' ? 'thinking…' : '');
  const { content, json } = await use.reply();
  return content || (json.embeds[0]?.description ?? '');
}

const lastWords = ({ discord }: Stage): string => discord.channel.messages.at(-1)?.content ?? '';

const LONG_NOTE = 'x'.repeat(1_500);

const STORIES: Readonly<Record<Mistake, Story>> = {
  'works-first': {
    tell: async ({ bot, ada }) => readOf(await bot.hears(() => ada.uses('/yearbook', { years: 1 }))),
    fine: 'Your yearbook is made: 0 notes.',
    caught: { read: 'The application did not respond', refused: ['respond-in-time'] },
  },

  'listens-twice': {
    tell: async ({ bot, ada }) => readOf(await bot.hears(() => ada.uses('/note', { text: 'sunny' }))),
    fine: 'Write “sunny” into your diary?',
    // The person notices nothing; only the refusal tells.
    caught: { read: 'Write “sunny” into your diary?', refused: ['respond-once'] },
  },

  'forgets-a-button': {
    tell: async ({ bot, clock, ada }) => {
      const ask = await bot.hears(() => ada.uses('/note', { text: 'sunny' }));
      const drop = await bot.hears(async () => ada.clicks(await ask.reply(), 'Drop'));
      clock.advance(LIMITS.firstResponseMs);
      return readOf(drop);
    },
    fine: 'Dropped.',
    caught: { read: 'This interaction failed' },
  },

  'trusts-an-old-token': {
    tell: async (stage) => {
      const use = await stage.bot.hears(() => stage.ada.uses('/yearbook', { years: 20 }));
      return [await readOf(use), lastWords(stage)];
    },
    fine: ['That takes a while. I will write here when it is done.', 'Your yearbook is made: 0 notes.'],
    caught: { read: ['The application did not respond', ''], refused: ['token-in-time'] },
  },

  'overfills-a-card': {
    tell: async ({ bot, ada }) => {
      for (let day = 0; day < 3; day++) {
        const ask = await bot.hears(() => ada.uses('/note', { text: LONG_NOTE }));
        await bot.hears(async () => ada.clicks(await ask.reply(), 'Keep'));
      }
      const card = await readOf(await bot.hears(() => ada.uses('/diary')));
      return card.slice(-10);
    },
    fine: 'x'.repeat(10),
    caught: { read: 'thinking…', refused: ['embed-description'] },
  },

  'tells-a-secret': {
    tell: async ({ bot, ada, ben }) => {
      const ask = await bot.hears(() => ada.uses('/note', { text: 'I like Ben' }));
      await bot.hears(async () => ada.clicks(await ask.reply(), 'Keep'));
      const diary = await (await bot.hears(() => ada.uses('/diary'))).reply();
      return { adaSees: diary.json.embeds[0]?.description, benSeesIt: diary.visibleTo(ben) };
    },
    fine: { adaSees: 'I like Ben', benSeesIt: false },
    caught: { read: { adaSees: 'I like Ben', benSeesIt: true } },
  },

  'asks-for-too-much': {
    tell: async ({ discord, ada }) => {
      const use = await ada.uses('/diary').catch(() => null);
      return { online: discord.gateway.online.length, adaFindsTheCommand: use !== null };
    },
    fine: { online: 1, adaFindsTheCommand: true },
    caught: { read: { online: 0, adaFindsTheCommand: false }, closed: 'disallowedIntents' },
  },

  'reads-without-leave': {
    tell: async (stage) => {
      await stage.bot.hears(() => stage.ada.posts('note: sunny'), Events.MessageCreate);
      return lastWords(stage);
    },
    fine: 'Kept: sunny',
    // Nobody answers: Ada's own words stay the last.
    caught: { read: 'note: sunny' },
  },

  'keeps-a-link': {
    tell: async ({ bot, clock, ada }) => {
      await bot.hears(() => ada.uses('/frame', { photo: { name: 'me.png', bytes: PIXEL } }));
      clock.advance(LIMITS.linkMs);
      const shown = await (await bot.hears(() => ada.uses('/photo'))).reply();
      const opened = await fetch(shown.json.attachments[0]?.url ?? '');
      return Buffer.from(await opened.arrayBuffer());
    },
    fine: PIXEL,
    caught: { read: Buffer.from('This content is no longer available.') },
  },

  'mixes-people-up': {
    tell: async ({ bot, ada, ben }) => {
      const ask = await bot.hears(() => ada.uses('/note', { text: 'I like Ben' }));
      await bot.hears(() => ben.uses('/note', { text: 'rain again' }));
      return readOf(await bot.hears(async () => ada.clicks(await ask.reply(), 'Keep')));
    },
    fine: 'Kept: I like Ben',
    caught: { read: 'Kept: rain again' },
  },
};

const isMistake = (name: string): name is Mistake => name in MISTAKES;
const CASES = Object.keys(MISTAKES)
  .filter(isMistake)
  .map((mistake) => ({ mistake, does: MISTAKES[mistake] }));

const refusedBy = ({ discord }: Stage): readonly RuleName[] => discord.refusals.map(({ rule }) => rule);

describe.each(CASES)('a bot that $does', ({ mistake }) => {
  const { tell, fine, caught } = STORIES[mistake];

  it('is caught', async () => {
    const stage = await stageFor(mistake);
    expect(await stage.bot.start(stage.discord.token)).toBe(caught.closed ? CLOSE[caught.closed] : null);
    const read = await tell(stage);
    expect({ read, refused: refusedBy(stage) }).toEqual({ read: caught.read, refused: caught.refused ?? [] });
  });

  it('passes the same story once that is mended', async () => {
    const stage = await stageFor(null);
    expect(await stage.bot.start(stage.discord.token)).toBeNull();
    const read = await tell(stage);
    expect({ read, refused: refusedBy(stage) }).toEqual({ read: fine, refused: [] });
  });
});
