import { ApplicationCommandType, Client, Events } from 'discord.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { CLOSE, handClock, INTENT } from '../../sandbox/discord/index.ts';
import type { CloseName, Discord, Message } from '../../sandbox/discord/index.ts';
import { startDiscord } from '../discord.ts';
import { botOn, clientOptions, discordFor, PLAIN_INTENTS } from './bot.ts';
import { call } from './calls.ts';
import { closeCodeAfter, identifyAs, lineTo, resumeAs, sessionOn } from './line.ts';
import type { Line } from './line.ts';
import { many, scene } from './scene.ts';

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
});

describe('what cannot be read', () => {
  it('harms nobody: a path of two slashes', async () => {
    expect(await closeCodeAfter(await discordFor(), ['[]'], '//?v=10')).toBe(CLOSE.decodeError);
  });

  it.each([
    ['a frame that is no object', ['[]'], 'decodeError'],
    ['a heartbeat that is no number', [{ op: 1, d: 'x' }], 'decodeError'],
    ['an identify without a token', [{ op: 2, d: { intents: 1 } }], 'decodeError'],
    ['a resume without a session', [{ op: 6, d: {} }], 'decodeError'],
    ['voice before identifying', [{ op: 4, d: {} }], 'notAuthenticated'],
    ['members before identifying', [{ op: 8, d: {} }], 'notAuthenticated'],
    ['an opcode of the gateway’s own', [{ op: 11 }], 'unknownOpcode'],
  ] as const)('ends the connection: %s', async (_, frames, close) => {
    expect(await closeCodeAfter(await discordFor(), frames)).toBe(CLOSE[close]);
  });

  it.each([
    ['a presence', { op: 3, d: { status: 'asleep', activities: [], since: null, afk: false } }],
    ['a voice state', { op: 4, d: { channel_id: null, self_mute: false, self_deaf: false } }],
    ['a wish for members', { op: 8, d: { guild_id: '1', limit: 0 } }],
  ])('ends a session’s connection, too: %s', async (_, frame) => {
    const discord = await discordFor();
    expect(await closeCodeAfter(discord, [identifyAs(discord), frame])).toBe(CLOSE.decodeError);
  });
});

describe('starting sessions', () => {
  const limitOf = async (discord: Discord): Promise<unknown> => {
    const { json } = await call(discord, 'GET', '/gateway/bot');
    return z.object({ session_start_limit: z.unknown() }).parse(json).session_start_limit;
  };
  const day = 24 * 3_600_000;

  it('counts against the day’s thousand', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    const limit = { total: 1_000, max_concurrency: 1 };
    expect(await limitOf(discord)).toEqual({ ...limit, remaining: 1_000, reset_after: 0 });
    await sessionOn(discord);
    clock.advance(1_000);
    expect(await limitOf(discord)).toEqual({ ...limit, remaining: 999, reset_after: day - 1_000 });
    clock.advance(day - 1_000);
    expect(await limitOf(discord)).toEqual({ ...limit, remaining: 1_000, reset_after: 0 });
  });

  it('is possible every five seconds, on the same connection even', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    await sessionOn(discord);
    const line = await lineTo(discord);
    line.say(identifyAs(discord));
    expect((await line.hears(9)).d).toBe(false);
    clock.advance(5_000);
    line.say(identifyAs(discord));
    await line.hears('READY');
  });

  it('is possible at once for shards of different buckets', async () => {
    const discord = await discordFor({ clock: handClock(), gateway: { maxConcurrency: 2 } });
    await Promise.all([0, 1].map((shard) => sessionOn(discord, { shard: [shard, 3] })));
    const third = await lineTo(discord);
    third.say(identifyAs(discord, { shard: [2, 3] }));
    await third.hears(9);
  });

  it('ends all sessions and resets the token when the day’s are used up', async () => {
    const discord = await discordFor({ gateway: { sessionStarts: 1 } });
    const { token } = discord;
    const first = await sessionOn(discord);
    expect(await closeCodeAfter(discord, [identifyAs(discord)])).toBe(CLOSE.authenticationFailed);
    expect(await first.closed).toBe(CLOSE.authenticationFailed);
    expect((await call(discord, 'GET', '/gateway', undefined, { token })).status).toBe(401);
    expect((await call(discord, 'GET', '/gateway')).status).toBe(200);
  });

  it('gives each shard its own guilds, and tells how many shards it takes', async () => {
    const discord = await discordFor({ gateway: { guildsPerShard: 1, maxConcurrency: 2 } });
    discord.addGuild('Second Street');
    expect((await call(discord, 'GET', '/gateway/bot')).json).toMatchObject({ shards: 2 });
    discord.gateway.settings.guildsPerShard = 2;
    const lines = await Promise.all([0, 1].map((shard) => sessionOn(discord, { shard: [shard, 2] })));
    const guildIn = z.object({ guilds: z.array(z.object({ id: z.string() })) });
    const guilds = await Promise.all(
      lines.map(async (line) => guildIn.parse((await line.hears('READY')).d).guilds.map(({ id }) => id)),
    );
    const shardOf = (id: string): number => Number((BigInt(id) >> 22n) % 2n);
    expect(guilds.flat()).toHaveLength(2);
    guilds.forEach((ids, shard) => expect(ids.every((id) => shardOf(id) === shard)).toBe(true));
  });
});

describe('talking', () => {
  it('goes on after 120 frames once a minute is over', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    const line = await lineTo(discord);
    const beats = many(120, () => ({ op: 1, d: null }));
    const answered = (count: number): Promise<unknown> =>
      line.hear(() => line.heard.filter(({ op }) => op === 11).length === count);
    line.say(...beats);
    await answered(120);
    clock.advance(60_000);
    line.say(...beats);
    await answered(240);
    line.say(...beats);
    expect(await line.closed).toBe(CLOSE.rateLimited);
  });

  it('takes presence, voice and members from discord.js', async () => {
    const discord = await discordFor();
    const ada = discord.addMember('Ada');
    const bot = await botOn(discord);
    bot.user.setPresence({ status: 'idle', activities: [{ name: 'moods' }] });
    const guild = bot.guilds.cache.get(discord.guild.id);
    const found = await guild?.members.fetch({ query: 'ad', limit: 1 });
    expect(found?.map(({ id }) => id)).toEqual([ada.id]);
    const named = await guild?.members.fetch({ user: [ada.id] });
    expect(named?.size).toBe(1);
    await discord.gateway.askForHeartbeat();
  });

  it('lists all members to whoever has the intent', async () => {
    const discord = await discordFor();
    discord.addMember('Ada');
    const bot = await botOn(discord, { intents: PLAIN_INTENTS | INTENT.guildMembers });
    const members = await bot.guilds.cache.get(discord.guild.id)?.members.fetch();
    expect(members?.map(({ displayName }) => displayName)).toEqual(['moodring', 'Ada']);
  });
});

describe('heartbeats', () => {
  it('are asked for in HELLO and acknowledged', async () => {
    const line = await lineTo(await discordFor());
    expect((await line.hears(10)).d).toMatchObject({ heartbeat_interval: 41_250 });
    line.say({ op: 1, d: null });
    await line.hears(11);
  });

  it('are asked for at once, too', async () => {
    const discord = await discordFor();
    await botOn(discord);
    await discord.gateway.askForHeartbeat();
    const silent = await discordFor();
    await sessionOn(silent);
    await expect(silent.gateway.askForHeartbeat({ timeoutMs: 50 })).rejects.toThrow('A heartbeat');
  });

  it('keep a connection as long as they come', async () => {
    const discord = await discordFor({ gateway: { heartbeatMs: 250 } });
    const bot = await botOn(discord);
    const beats = (): number => discord.gateway.online[0]?.wire?.heartbeats ?? 0;
    let closed = 0;
    bot.on(Events.ShardReconnecting, () => (closed += 1));
    await vi.waitUntil(() => beats() >= 4, { timeout: 10_000 });
    expect(closed).toBe(0);
  });
});

/** A bot that answers /mood, and how often it started and resumed. */
async function answering(discord: Discord): Promise<{ starts: number; resumed: Promise<unknown> }> {
  const bot = await botOn(discord, {
    commands,
    on: async (it) => it.isChatInputCommand() && it.reply('here'),
  });
  const counts = { starts: 0, resumed: new Promise((resolve) => bot.once(Events.ShardResume, resolve)) };
  bot.on(Events.ShardReady, () => (counts.starts += 1));
  return counts;
}

describe('a broken line', () => {
  const troubles: readonly (readonly [string, (discord: Discord) => void])[] = [
    ['cut', ({ gateway }) => gateway.drop()],
    ['asked to reconnect', ({ gateway }) => gateway.askToReconnect()],
    ['invalid but resumable', ({ gateway }) => gateway.invalidate({ resumable: true })],
    ['hung up', ({ gateway }) => gateway.hangUp('unknownError')],
    ['timed out', ({ gateway }) => gateway.hangUp('sessionTimedOut')],
  ];
  it.each(troubles)('is taken up again without loss: %s', async (_, trouble) => {
    const discord = await discordFor();
    const bot = await answering(discord);
    trouble(discord);
    const use = await discord.addMember('Ada').uses('/mood');
    await bot.resumed;
    expect((await use.reply()).content).toBe('here');
    expect([bot.starts, discord.channel.messages.length]).toEqual([0, 1]);
  });

  it('is noticed by a good client although nothing was said, and taken up again', async () => {
    const discord = await discordFor({ gateway: { heartbeatMs: 250 } });
    const bot = await answering(discord);
    discord.gateway.fallSilent();
    const ada = discord.addMember('Ada');
    const use = await ada.uses('/mood');
    await bot.resumed;
    expect((await use.reply()).content).toBe('here');
    expect([bot.starts, discord.channel.messages.length]).toEqual([0, 1]);
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

  const isCloseName = (name: string): name is CloseName => name in CLOSE;
  it.each(Object.keys(CLOSE).filter(isCloseName))('ends with any of Discord’s codes: %s', async (why) => {
    const discord = await discordFor();
    const { closed } = await sessionOn(discord);
    discord.gateway.hangUp(why);
    expect(await closed).toBe(CLOSE[why]);
  });
});

describe('resuming', () => {
  const everything = { intents: PLAIN_INTENTS | INTENT.messageContent };
  const contents = (line: Line): unknown[] =>
    line.heard
      .filter(({ t }) => t === 'MESSAGE_CREATE')
      .map(({ d }) => z.object({ content: z.string() }).parse(d).content);

  it('brings what was missed, in order, and then RESUMED', async () => {
    const discord = await discordFor();
    const ada = discord.addMember('Ada');
    const line = await sessionOn(discord, everything);
    await ada.posts('heard');
    const last = await line.hears('MESSAGE_CREATE');
    discord.gateway.drop();
    for (const content of ['one', 'two', 'three']) await ada.posts(content);
    const next = await lineTo(discord);
    next.say(resumeAs(discord, line.id, last.s ?? 0));
    await next.hears('RESUMED');
    expect(contents(next)).toEqual(['one', 'two', 'three']);
    expect(next.heard.filter(({ op }) => op === 0).map(({ s }) => s)).toEqual(
      many(4, (n) => (last.s ?? 0) + n + 1),
    );
    await ada.posts('four');
    await next.hear(() => contents(next).length === 4);
  });

  it('is over for a bot that said goodbye', async () => {
    const discord = await discordFor();
    const line = await sessionOn(discord);
    line.close(1000);
    await line.closed;
    const next = await lineTo(discord);
    next.say(resumeAs(discord, line.id, 1));
    expect((await next.hears(9)).d).toBe(false);
  });

  it('is for those who have no session on the line, and for nobody without the token', async () => {
    const discord = await discordFor();
    const line = await sessionOn(discord);
    line.say(resumeAs(discord, line.id, 1));
    expect(await line.closed).toBe(CLOSE.alreadyAuthenticated);
    const wrong = { op: 6, d: { token: 'wrong', session_id: line.id, seq: 1 } };
    expect(await closeCodeAfter(discord, [wrong])).toBe(CLOSE.authenticationFailed);
  });

  it('is the only thing to ask for after the session was declared invalid', async () => {
    const discord = await discordFor();
    const line = await sessionOn(discord);
    discord.gateway.invalidate({ resumable: true });
    expect((await line.hears(9)).d).toBe(true);
    line.say({ op: 8, d: { guild_id: discord.guild.id, query: '', limit: 1 } });
    expect(await line.closed).toBe(CLOSE.notAuthenticated);
  });
});

describe('a gateway that is away', () => {
  it('takes no connection and has no address until it comes back', async () => {
    const discord = await discordFor();
    const line = await sessionOn(discord);
    discord.gateway.goAway();
    await line.closed;
    await expect(lineTo(discord)).rejects.toThrow('502');
    expect((await call(discord, 'GET', '/gateway/bot')).status).toBe(502);
    discord.gateway.comeBack();
    const next = await lineTo(discord);
    next.say(resumeAs(discord, line.id, 1));
    await next.hears('RESUMED');
    expect((await call(discord, 'GET', '/gateway/bot')).status).toBe(200);
  });

  it('keeps what happened in ten minutes for a bot that resumes', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    const bot = await answering(discord);
    const ada = discord.addMember('Ada');
    discord.gateway.goAway(600_000);
    const missed = await ada.uses('/mood');
    clock.advance(600_000);
    await bot.resumed;
    const use = await ada.uses('/mood');
    expect((await use.reply()).content).toBe('here');
    expect(missed.state).toBe('failed');
    expect(bot.starts).toBe(0);
    const replies = discord.channel.messages.filter((it: Message) => it.content === 'here');
    expect(replies).toHaveLength(1);
    expect(discord.refusals.map(({ rule }) => rule)).toEqual(['respond-in-time']);
  });
});

describe('a bot without MessageContent', () => {
  const shape = z.object({
    id: z.string(),
    content: z.string(),
    attachments: z.array(z.unknown()),
    referenced_message: z.object({ content: z.string() }).nullish(),
  });
  const file = { name: 'a.txt', bytes: new Uint8Array(1) };

  /** A message as the bot is told of it. */
  async function told(line: Line, id: string): Promise<z.infer<typeof shape>> {
    const isIt = z.object({ id: z.literal(id) });
    return shape.parse(
      (await line.hear(({ t, d }) => t === 'MESSAGE_CREATE' && isIt.safeParse(d).success)).d,
    );
  }

  it('reads what is its own, direct, or mentions it, and nothing else', async () => {
    const discord = await discordFor();
    const ada = discord.addMember('Ada');
    const line = await sessionOn(discord, { intents: PLAIN_INTENTS });
    const to = `<@${discord.applicationId}>`;
    const secret = await ada.posts({ content: 'secret', files: [file] });
    expect(await told(line, secret.id)).toMatchObject({ content: '', attachments: [] });
    const mention = await told(line, (await ada.posts({ content: `${to} hi`, files: [file] })).id);
    expect([mention.content, mention.attachments.length]).toEqual([`${to} hi`, 1]);
    expect((await told(line, (await ada.posts('direct', { in: ada.dm })).id)).content).toBe('direct');
    const answer = await ada.posts({ content: `${to} look`, replyTo: secret });
    expect((await told(line, answer.id)).referenced_message?.content).toBe('');
    await call(discord, 'POST', `/channels/${discord.channel.id}/messages`, { content: 'my own' });
    expect((await told(line, discord.channel.messages.at(-1)?.id ?? '')).content).toBe('my own');
  });

  it('reads no more by asking for the message, if the intent was not granted', async () => {
    const discord = await discordFor({ privilegedIntents: [] });
    const ada = discord.addMember('Ada');
    const { id } = await ada.posts({ content: 'secret', files: [file] });
    const path = `/channels/${discord.channel.id}/messages`;
    const read = [
      shape.parse((await call(discord, 'GET', `${path}/${id}`)).json),
      ...z.array(shape).parse((await call(discord, 'GET', path)).json),
    ];
    expect(read).toMatchObject(many(2, () => ({ id, content: '', attachments: [] })));
  });

  it('reads the message that a command of its menu is used on', async () => {
    const discord = await discordFor();
    const ada = discord.addMember('Ada');
    let read = '';
    await botOn(discord, {
      commands: [{ name: 'Read the mood', type: ApplicationCommandType.Message }],
      on: async (it) => {
        if (!it.isMessageContextMenuCommand()) return;
        read = it.targetMessage.content;
        await it.reply('read');
      },
    });
    const use = await ada.usesOnMessage('Read the mood', await ada.posts('secret'));
    await use.reply();
    expect(read).toBe('secret');
  });
});

describe('an ephemeral message', () => {
  it('comes as if it were direct, and not again when it goes', async () => {
    const { discord, asked, call: ask } = await scene();
    const line = await sessionOn(discord, { intents: PLAIN_INTENTS });
    const { callback, webhook } = await asked();
    await ask('POST', callback, { type: 4, data: { content: 'psst', flags: 64 } });
    const { d } = await line.hears('MESSAGE_CREATE');
    expect(d).toMatchObject({ content: 'psst', flags: 64, channel_id: discord.channel.id });
    expect(d).not.toHaveProperty('guild_id');
    expect(d).not.toHaveProperty('member');
    await ask('DELETE', `${webhook}/messages/@original`);
    line.say({ op: 1, d: null });
    await line.hears(11);
    expect(line.heard.filter((frame) => frame.t === 'MESSAGE_DELETE')).toEqual([]);
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
