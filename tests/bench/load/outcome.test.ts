import { MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type Outcome, outcomeOf } from '../../../bench/load/outcome.ts';
import { handClock, LIMITS } from '../../../sandbox/discord/index.ts';
import { errorText } from '../../../src/cards/error-card.ts';
import { wordsFor } from '../../../src/cards/words.ts';
import { MoodringError } from '../../../src/errors.ts';
import { botOn, discordFor } from '../../sandbox/bot.ts';

const BUSY = errorText(new MoodringError('busy', { seconds: 12 }), wordsFor('en'));
const BUSY_WITH_YOURS = errorText(new MoodringError('busy-with-yours', { most: 3 }), wordsFor('en'));
const TOO_SLOW = errorText(new MoodringError('reading-too-slow'), wordsFor('en'));

/** What becomes of one `/mood` when the bot does this. */
async function became(on: (command: ChatInputCommandInteraction) => Promise<unknown>): Promise<Outcome> {
  const discord = await discordFor({ clock: handClock() });
  const commands = [{ name: 'mood', description: 'Reads a mood' }];
  await botOn(discord, { commands, on: async (it) => it.isChatInputCommand() && on(it) });
  return outcomeOf(await discord.addMember('Ada').uses('/mood'));
}

describe('what became of a use', () => {
  it('is an answer, whatever it says', async () => {
    const { ending, acknowledgedMs } = await became(async (command) => {
      await command.deferReply();
      await command.editReply('ok');
    });
    expect({ ending, acknowledgedMs }).toEqual({ ending: 'answered', acknowledgedMs: 0 });
  });

  it.each([BUSY, BUSY_WITH_YOURS])('is a word to wait: %s', async (sentence) => {
    const { ending } = await became(async (command) => {
      await command.deferReply({ flags: MessageFlags.Ephemeral });
      await command.editReply({ embeds: [{ description: sentence }] });
    });
    expect(ending).toBe('told to wait');
  });

  it('is a word to wait where the public answer was taken away for it', async () => {
    const { ending } = await became(async (command) => {
      await command.deferReply();
      await command.deleteReply();
      await command.followUp({ embeds: [{ description: BUSY }], flags: MessageFlags.Ephemeral });
    });
    expect(ending).toBe('told to wait');
  });

  it('is a let-down when something went wrong', async () => {
    const { ending } = await became((command) => command.reply({ embeds: [{ description: TOO_SLOW }] }));
    expect(ending).toBe('let down');
  });

  it('is a let-down when nothing came, acknowledged after all the time there was', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    await botOn(discord, { commands: [{ name: 'mood', description: 'Reads a mood' }] });
    const outcome = outcomeOf(await discord.addMember('Ada').uses('/mood'));
    clock.advance(LIMITS.firstResponseMs);
    expect(await outcome).toMatchObject({ ending: 'let down', acknowledgedMs: LIMITS.firstResponseMs });
  });
});
