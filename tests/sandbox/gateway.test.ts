import { Client, Events } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startDiscord } from '../../sandbox/discord/index.ts';
import { botOn, clientOptions, discordFor, PLAIN_INTENTS } from './bot.ts';
import { closeCodeAfter } from './line.ts';

const commands = [{ name: 'mood', description: 'Reads a mood' }];

describe('logging in', () => {
  it('gives the bot its name, guilds and channels', async () => {
    const discord = await discordFor({ botName: 'Tester' });
    discord.guild.addTextChannel('selfies');
    const bot = await botOn(discord);
    const guild = bot.guilds.cache.get(discord.guild.id);
    expect([bot.user.username, bot.user.id]).toEqual(['tester', discord.applicationId]);
    expect([guild?.name, guild?.channels.cache.map((it) => it.name)]).toEqual([
      'Moody Street',
      ['music', 'selfies'],
    ]);
  });

  it('fails with a wrong token', async () => {
    const discord = await discordFor();
    const client = new Client(clientOptions(discord));
    await expect(client.login('wrong')).rejects.toThrow('An invalid token was provided.');
  });

  it('fails with a privileged intent that was not granted', async () => {
    const discord = await discordFor({ privilegedIntents: ['GuildMembers'] });
    const client = new Client(clientOptions(discord, PLAIN_INTENTS | (1 << 15)));
    onTestFinished(() => client.destroy());
    await expect(client.login(discord.token)).rejects.toThrow('disallowed intents');
  });

  it.each([
    ['a wrong token', 4004, [{ op: 2, d: { token: 'wrong', intents: 1 } }]],
    ['words that are not JSON', 4002, ['{"op":']],
    ['an unknown opcode', 4001, [{ op: 99 }]],
    ['presence before identifying', 4003, [{ op: 3, d: {} }]],
  ])('hangs up on %s with %i', async (_, code, frames) => {
    expect(await closeCodeAfter(await discordFor(), frames)).toBe(code);
  });

  it.each([
    ['intents that do not exist', 4013, { intents: 1 << 28 }],
    ['a shard out of range', 4010, { intents: 1, shard: [1, 1] }],
  ])('hangs up on %s with %i', async (_, code, more) => {
    const discord = await discordFor();
    expect(await closeCodeAfter(discord, [{ op: 2, d: { token: discord.token, ...more } }])).toBe(code);
  });

  it('hangs up on a second identify with 4005, and on an old version with 4012', async () => {
    const discord = await discordFor();
    const identify = { op: 2, d: { token: discord.token, intents: 1 } };
    expect(await closeCodeAfter(discord, [identify, identify])).toBe(4005);
    expect(await closeCodeAfter(discord, [], '/?v=6')).toBe(4012);
  });
});

describe('a broken line', () => {
  it.each(['drop', 'askToReconnect'] as const)('is taken up again without loss: %s', async (trouble) => {
    const discord = await discordFor();
    const bot = await botOn(discord, {
      commands,
      on: async (it) => it.isChatInputCommand() && it.reply('here'),
    });
    const resumed = new Promise((resolve) => bot.once(Events.ShardResume, resolve));
    let starts = 0;
    bot.on(Events.ShardReady, () => (starts += 1));
    discord.gateway[trouble]();
    const use = await discord.addMember('Ada').uses('/mood');
    await resumed;
    expect((await use.reply()).content).toBe('here');
    expect([starts, discord.channel.messages.length]).toEqual([0, 1]);
  });

  it('begins a new session when the old one is void', { timeout: 15_000 }, async () => {
    const discord = await discordFor();
    const bot = await botOn(discord, {
      commands,
      on: async (it) => it.isChatInputCommand() && it.reply('here'),
    });
    const ready = new Promise((resolve) => bot.once(Events.ShardReady, resolve));
    discord.gateway.invalidate();
    await ready;
    const use = await discord.addMember('Ada').uses('/mood');
    expect((await use.reply()).content).toBe('here');
  });
});

describe('stopping', () => {
  it('hangs up on whoever is still there', async () => {
    const discord = await startDiscord();
    const socket = new WebSocket(`${discord.origin.replace('http', 'ws')}/?v=10`);
    onTestFinished(() => socket.terminate());
    await new Promise((resolve) => socket.on('message', resolve));
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await discord.stop();
    await closed;
    expect(socket.readyState).toBe(WebSocket.CLOSED);
  });

  it('frees the port and leaves nothing open', async () => {
    const discord = await startDiscord();
    const bot = await botOn(discord, { commands });
    await discord.addMember('Ada').uses('/mood');
    const waiting = discord.nextMessage();
    const outcome = expect(waiting).rejects.toThrow('Discord was stopped');
    await bot.destroy();
    await discord.stop();
    await outcome;
    await expect(fetch(discord.origin)).rejects.toThrow();
    const servers = process.getActiveResourcesInfo().filter((it) => it === 'TCPServerWrap');
    expect(servers).toEqual([]);
  });
});
