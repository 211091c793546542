import { ButtonStyle, ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { handClock, LIMITS, movableClock } from '../../sandbox/discord/index.ts';
import type { MovableClock } from '../../sandbox/discord/index.ts';
import { botOn, discordFor } from './bot.ts';

const HOUR = 3_600_000;

/** Notes down what the clock did: names in order, each with how late it was by the clock, in whole minutes. */
function diary(clock: MovableClock): {
  readonly lines: string[];
  readonly plan: (name: string, ms: number) => void;
} {
  const lines: string[] = [];
  const plan = (name: string, ms: number): void => {
    const due = clock.now() + ms;
    clock.setTimeout(() => lines.push(`${name} ${Math.floor((clock.now() - due) / 60_000)}`), ms);
  };
  return { lines, plan };
}

describe.each([
  ['the hand clock', handClock],
  ['the movable clock', movableClock],
])('%s', (_, clockOf) => {
  it('runs what falls due on the way, in order, each in its time', () => {
    const clock = clockOf();
    const { lines, plan } = diary(clock);
    plan('two hours', 2 * HOUR);
    plan('an hour', HOUR);
    plan('an hour too', HOUR);
    plan('four hours', 4 * HOUR);
    clock.setTimeout(() => plan('an hour after the first', HOUR), HOUR);
    clock.advance(3 * HOUR);
    expect(lines).toEqual(['an hour 0', 'an hour too 0', 'two hours 0', 'an hour after the first 0']);
    clock.advance(HOUR);
    expect(lines.at(-1)).toBe('four hours 0');
  });

  it('runs nothing early, twice, or that was called off', () => {
    const clock = clockOf();
    const lines: string[] = [];
    clock.setTimeout(() => lines.push('called off'), HOUR).cancel();
    clock.setTimeout(() => lines.push('once'), HOUR);
    clock.advance(HOUR / 2);
    expect(lines).toEqual([]);
    clock.advance(HOUR / 2);
    clock.advance(HOUR);
    expect(lines).toEqual(['once']);
  });
});

describe('the hand clock', () => {
  it('stands where it is told to, until it is moved', () => {
    const clock = handClock(1_000);
    expect(clock.now()).toBe(1_000);
    clock.advance(500);
    expect(clock.now()).toBe(1_500);
  });
});

describe('the movable clock', () => {
  it('goes by itself', async () => {
    const clock = movableClock();
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      clock.setTimeout(() => {
        order.push('later');
        resolve();
      }, 20);
      clock.setTimeout(() => order.push('sooner'), 1);
    });
    expect(order).toEqual(['sooner', 'later']);
  });

  it('shows the time of the day, and what it was put ahead on top', () => {
    const before = Date.now();
    const clock = movableClock();
    clock.advance(8 * 24 * HOUR);
    const shown = clock.now() - 8 * 24 * HOUR;
    expect(shown).toBeGreaterThanOrEqual(before);
    expect(shown).toBeLessThanOrEqual(Date.now());
  });

  it('still rings by itself for what the jump brought near', async () => {
    const clock = movableClock();
    const rung = new Promise<void>((resolve) => void clock.setTimeout(resolve, HOUR));
    clock.advance(HOUR - 5);
    await rung;
    expect(clock.now()).toBeGreaterThan(Date.now());
  });
});

describe.each([
  ['handClock()', handClock],
  ['movableClock()', movableClock],
])('a whole bot on a Discord with %s', (_, clockOf) => {
  const commands = [{ name: 'mood', description: 'Reads a mood' }];

  it('finds its token run out when 15 minutes are skipped, and goes on living', async () => {
    const clock = clockOf();
    const discord = await discordFor({ clock });
    const { promise: goOn, resolve: jumped } = Promise.withResolvers<undefined>();
    const { promise: error, resolve: failed } = Promise.withResolvers<unknown>();
    await botOn(discord, {
      commands,
      on: async (it) => {
        if (!it.isChatInputCommand()) return;
        await it.deferReply();
        await goOn;
        await it.editReply('at last').catch(failed);
      },
    });
    const ada = discord.addMember('Ada');
    const use = await ada.uses('/mood');
    await discord.channel.messages[0]?.waitFor((it) => it.isThinking);
    while (use.state === 'waiting') await new Promise((resolve) => setImmediate(resolve));
    clock.advance(LIMITS.tokenMs);
    jumped(undefined);
    expect(await error).toMatchObject({ code: 50027 });
    expect(use.state).toBe('failed');
    const next = await ada.uses('/mood');
    expect((await next.reply()).content).toBe('at last');
  });

  it('answers a press of a button that is eight days old', async () => {
    const clock = clockOf();
    const discord = await discordFor({ clock });
    const button = {
      type: ComponentType.Button,
      style: ButtonStyle.Primary,
      label: 'Again',
      customId: 'again',
    } as const;
    await botOn(discord, {
      commands,
      on: async (it) => {
        if (it.isChatInputCommand())
          await it.reply({
            content: 'first',
            components: [{ type: ComponentType.ActionRow, components: [button] }],
          });
        if (it.isButton()) await it.update('second');
      },
    });
    const ada = discord.addMember('Ada');
    const message = await (await ada.uses('/mood')).reply();
    clock.advance(8 * 24 * HOUR);
    expect((await (await ada.clicks(message, 'Again')).reply()).content).toBe('second');
  });
});
