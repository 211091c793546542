import { describe, expect, it, onTestFinished, vi } from 'vitest';

import {
  type CdnFault,
  type Member,
  movableClock,
  PERMISSION,
  type RestFault,
} from '../../sandbox/discord/index.ts';
import { oneSmile } from '../photos.ts';
import { agreedMember, moodring, PATIENT, saidIn, sends, tracksIn } from './moodring.ts';

const clock = movableClock();
const app = moodring({ clock });

const HAPPY = /You look happy/;

const photo = async () => ({ image: { name: 'me.jpg', bytes: await oneSmile() } });

/** A person who has agreed, and whom nothing has gone wrong for yet. */
async function settled(name: string): Promise<Member> {
  return (await answered(name)).member;
}

/** The same, with the card of their first photo, once the bot has nothing more to send them. */
async function answered(name: string): ReturnType<typeof agreedMember> {
  const first = await agreedMember(app().discord, name, await oneSmile());
  await first.member.sees('your photo is gone');
  return first;
}

/** What a person reads in the end. */
async function answerTo(use: Awaited<ReturnType<Member['uses']>>): Promise<string> {
  return saidIn(await Promise.any([use.reply(PATIENT), use.nextMessage(PATIENT)]));
}

describe('a photo that Discord’s CDN does not hand over as it should', () => {
  const faults: readonly (readonly [string, CdnFault, RegExp])[] = [
    ['it is not there', { kind: 'status', status: 404 }, /Discord would not hand me that photo/],
    ['the CDN is out of order', { kind: 'status', status: 503 }, /Discord would not hand me that photo/],
    ['it is empty', { kind: 'empty' }, /not a photo I can read/],
    ['it breaks off', { kind: 'cut' }, /Discord would not hand me that photo/],
    ['it never ends', { kind: 'endless' }, /larger than 20 MB/],
    ['it is somewhere else', { kind: 'redirect', to: 'http://127.0.0.1:9/' }, /Discord would not hand me/],
    ['it says that it is longer', { kind: 'lies-about-size', says: 999_999 }, /Discord would not hand me/],
    [
      'it says that it is shorter',
      { kind: 'lies-about-size', says: 100 },
      /damaged|Discord would not hand me/,
    ],
    ['it says that it is a page', { kind: 'lies-about-type', says: 'text/html' }, HAPPY],
    ['it trickles', { kind: 'slow', bytesPerSecond: 20 }, /Discord would not hand me that photo/],
    ['it never comes', { kind: 'silent' }, /Discord would not hand me that photo/],
  ];

  // At once, so that those which run into the deadline wait for it together.
  it.concurrent.each(faults)('ends in a clear sentence: %s', async (what, fault, sentence) => {
    const ada = await settled(what);
    const name = `${faults.findIndex(([one]) => one === what)}-fault.jpg`;
    const trouble = app().discord.trouble.cdn(fault, { on: new RegExp(name) });
    const use = await ada.uses('/mood', { image: { name, bytes: await oneSmile() } });
    expect(await answerTo(use)).toMatch(sentence);
    expect(trouble.hits).toBe(1);
    trouble.end();
    expect(saidIn(await sends(ada, await oneSmile()))).toMatch(HAPPY);
  });
});

describe('an answer that does not get through to Discord', () => {
  const faults: readonly RestFault[] = [
    { kind: 'status', status: 500 },
    { kind: 'status', status: 503 },
    { kind: 'drop' },
    { kind: 'lost-answer' },
    { kind: 'half-answer' },
  ];
  const steps = { 'the first sign': /callback$/, 'the card': /^PATCH \/webhooks/ };

  describe.each(Object.entries(steps))('%s', (_, on) => {
    it.each(faults)('is sent again, and the person is answered once: $kind $status', async (fault) => {
      const ada = await settled('Ada');
      const { channel, trouble } = app().discord;
      const seen = channel.messages.length;
      const struck = trouble.rest(fault, { on, times: 2 });
      onTestFinished(() => struck.end());
      const use = await ada.uses('/mood', await photo());
      expect(saidIn(await use.reply(PATIENT))).toMatch(HAPPY);
      // What got through without a word of it is sent again after the person has it already.
      await vi.waitFor(() => expect(struck.hits).toBe(2), { timeout: 30_000 });
      expect(channel.messages).toHaveLength(seen + 1);
    });
  });

  it('is sent again when Discord was out of order for a while', async () => {
    const ada = await settled('Ada');
    const outage = app().discord.trouble.rest({ kind: 'status', status: 502 }, { on: /^PATCH / });
    const use = await ada.uses('/mood', await photo());
    await vi.waitFor(() => expect(outage.hits).toBeGreaterThan(3), { timeout: 30_000 });
    outage.end();
    expect(saidIn(await use.reply(PATIENT))).toMatch(HAPPY);
  });

  it('is given up without harm when the time for it has run out', async () => {
    const ada = await settled('Ada');
    const outage = app().discord.trouble.rest({ kind: 'status', status: 502 }, { on: /^PATCH / });
    const use = await ada.uses('/mood', await photo());
    await vi.waitFor(() => expect(outage.hits).toBeGreaterThan(0), { timeout: 30_000 });
    clock.advance(16 * 60_000);
    outage.end();
    expect(await use.settled(PATIENT)).toBe('failed');
    expect(saidIn(await sends(ada, await oneSmile()))).toMatch(HAPPY);
  });
});

describe('something that goes away meanwhile', () => {
  /** Holds the card back until it is let go. */
  const holding = () =>
    app().discord.trouble.rest({ kind: 'slow', ms: 700 }, { on: /^PATCH \/webhooks/, times: 1 });

  it('the message that says "thinking…": the person is told so', async () => {
    const ada = await settled('Ada');
    const mod = app().discord.addMember('Mod', { permissions: PERMISSION.manageMessages });
    const held = holding();
    const use = await ada.uses('/mood', await photo());
    await vi.waitFor(() => expect(held.hits).toBe(1), { timeout: 30_000 });
    const thinking = app().discord.channel.messages.findLast((it) => it.isThinking);
    if (!thinking) throw new Error('nobody is thinking');
    await mod.deletes(thinking);
    const told = await use.nextMessage(PATIENT);
    expect(saidIn(told)).toContain('The message that my answer belongs to is gone');
    expect(told.isEphemeral).toBe(true);
  });

  it('the card whose button was pressed: the person is told so', async () => {
    const { member: ada, card } = await answered('Ada');
    const mod = app().discord.addMember('Mod', { permissions: PERMISSION.manageMessages });
    const held = holding();
    const use = await ada.clicks(card, 'Lift me');
    await vi.waitFor(() => expect(held.hits).toBe(1), { timeout: 30_000 });
    await mod.deletes(card);
    expect(saidIn(await use.nextMessage(PATIENT))).toContain('The message that my answer belongs to is gone');
  });

  it('the channel: nobody can be told, and the bot goes on', async () => {
    const ada = await settled('Ada');
    const fleeting = app().discord.guild.addTextChannel('fleeting');
    const held = holding();
    await ada.uses('/mood', await photo(), { in: fleeting });
    await vi.waitFor(() => expect(held.hits).toBe(1), { timeout: 30_000 });
    fleeting.delete();
    await vi.waitFor(() => expect(app().bot.log.join('\n')).toContain('could not be answered'), {
      timeout: 30_000,
    });
    expect(saidIn(await sends(ada, await oneSmile()))).toMatch(HAPPY);
  });
});

describe('a card from last week', () => {
  it('still works: its picture stays, and the list is a new one', async () => {
    const { member: ada, card } = await answered('Ada');
    const before = tracksIn(card);
    clock.advance(8 * 24 * 3_600_000);
    const lifted = await (await ada.clicks(card, 'Lift me')).reply(PATIENT);
    expect(tracksIn(lifted)).not.toEqual(before);
    expect(lifted.json.embeds[0]?.image?.url).toMatch(/mood\.png/);
  });
});

describe('two clicks at once', () => {
  it('are both answered, and leave one whole card', async () => {
    const { member: ada, card } = await answered('Ada');
    const [lift, more] = await Promise.all([ada.clicks(card, 'Lift me'), ada.clicks(card, 'More like this')]);
    await Promise.all([lift.reply(PATIENT), more.reply(PATIENT)]);
    expect(tracksIn(card).length).toBeGreaterThanOrEqual(5);
    expect(saidIn(card)).toMatch(HAPPY);
  });
});

describe('what all this leaves behind', () => {
  it('is a bot that runs and has nobody waiting', () => {
    expect(app().bot.process.exitCode).toBeNull();
    // All but the one whose time ran out.
    expect(app().discord.channel.messages.filter((it) => it.isThinking)).toHaveLength(1);
  });
});
