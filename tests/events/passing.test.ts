import { setTimeout as sleep } from 'node:timers/promises';

import { Client, Events, GatewayIntentBits, type Message, Partials } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';

import type { Discord } from '../../sandbox/discord/index.ts';
import { plainCard } from '../../src/cards/selfie-card.ts';
import { createPassing } from '../../src/events/passing.ts';
import { createLog } from '../../src/log.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { meetingsIn } from '../../src/memory/meetings.ts';
import { startDiscord } from '../discord.ts';
import { testStore } from '../memory/file.ts';

const LOG = createLog('silent');
const CARD = plainCard('I was here');

/** The real client on a Discord of its own, and a message that somebody posts there, as the client got it. */
async function place() {
  const discord = await startDiscord();
  const { Guilds, GuildMessages } = GatewayIntentBits;
  const client = new Client({
    intents: [Guilds, GuildMessages],
    partials: [Partials.Message],
    rest: { api: discord.restUrl },
  });
  onTestFinished(async () => {
    await client.destroy();
    await discord.stop();
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  const message = new Promise<Message>((resolve) => client.once(Events.MessageCreate, resolve));
  await discord.addMember('Ada').posts('hello');
  const store = await testStore();
  const [meetings, listeners] = [meetingsIn(store), listenersIn(store)];
  return { discord, client, meetings, listeners, parts: { meetings, listeners }, message: await message };
}

/** What the bot says in the chat now. */
const said = (discord: Discord) => discord.channel.messages.filter(({ content }) => content === 'I was here');

it('goes by itself, and is not remembered after that', async () => {
  const { discord, client, meetings, parts, message } = await place();
  const passing = createPassing(client, parts, LOG, 50);
  expect(await passing.say(message, CARD)).toBe(true);
  await expect.poll(() => said(discord), { timeout: 10_000 }).toEqual([]);
  await expect.poll(() => meetings.allPassing(), { timeout: 10_000 }).toEqual([]);
  expect(discord.refusals).toEqual([]);
});

it('is said to one person once at a time', async () => {
  const { discord, client, parts, message } = await place();
  const passing = createPassing(client, parts, LOG);
  onTestFinished(() => passing.stop());
  const both = await Promise.all([passing.say(message, CARD), passing.say(message, CARD)]);
  expect(both.toSorted()).toEqual([false, true]);
  expect(said(discord)).toHaveLength(1);
});

it('goes at the next start where the process ended before', async () => {
  const { discord, client, meetings, parts, message } = await place();
  const before = createPassing(client, parts, LOG);
  await before.say(message, CARD);
  before.stop();
  expect(said(discord)).toHaveLength(1);
  await createPassing(client, parts, LOG).clearOld();
  expect(said(discord)).toEqual([]);
  expect(await meetings.allPassing()).toEqual([]);
});

it('is remembered in turn with whatever else is kept or forgotten of the person', async () => {
  const { discord, client, meetings, listeners, parts, message } = await place();
  const passing = createPassing(client, parts, LOG);
  onTestFinished(() => passing.stop());
  const keptMeanwhile = await listeners.inTurn(message.author.id, async () => {
    void passing.say(message, CARD);
    await expect.poll(() => said(discord), { timeout: 10_000 }).toHaveLength(1);
    // Whoever did not wait their turn has long written by then.
    await sleep(300);
    return meetings.allPassing();
  });
  expect(keptMeanwhile).toEqual([]);
  await expect.poll(() => meetings.allPassing(), { timeout: 10_000 }).toHaveLength(1);
});

it('is let be where somebody deleted it already', async () => {
  const { discord, client, meetings, parts, message } = await place();
  const before = createPassing(client, parts, LOG);
  await before.say(message, CARD);
  before.stop();
  discord.channel.purge();
  await createPassing(client, parts, LOG).clearOld();
  expect(await meetings.allPassing()).toEqual([]);
});
