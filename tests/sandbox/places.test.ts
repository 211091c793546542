import type { Interaction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CHANNEL, EVERYONE, handClock, PERMISSION } from '../../sandbox/discord/index.ts';
import type { Channel, Discord } from '../../sandbox/discord/index.ts';
import { botOn, discordFor } from './bot.ts';
import { call } from './calls.ts';
import type { Answer } from './calls.ts';
import { command, many, scene } from './scene.ts';

const say = (discord: Discord, { id }: Channel, payload: object = { content: 'x' }): Promise<Answer> =>
  call(discord, 'POST', `/channels/${id}/messages`, payload);

describe('a channel', () => {
  it.each([
    ['text', 200],
    ['announcement', 200],
    ['voice', 200],
    ['stage', 200],
    ['forum', 50_008],
    ['category', 50_008],
  ] as const)('of the type %s answers a message with %i', async (kind, answer) => {
    const discord = await discordFor();
    const { guild } = discord;
    const channels = {
      text: () => guild.addTextChannel('x'),
      announcement: () => guild.addAnnouncementChannel('x'),
      voice: () => guild.addVoiceChannel('x'),
      stage: () => guild.addStage('x'),
      forum: () => guild.addForum('x'),
      category: () => guild.addCategory('x'),
    };
    const channel = channels[kind]();
    expect(channel.record.type).toBe(CHANNEL[kind]);
    const { status, code } = await say(discord, channel);
    expect(code ?? status).toBe(answer);
  });

  it('comes to discord.js as what it is, with its overwrites', async () => {
    const discord = await discordFor();
    const hall = discord.guild.addVoiceChannel('hall', {
      botPermissions: EVERYONE | PERMISSION.manageMessages,
    });
    const role = discord.guild.addRole('Quiet', { colour: 0x336699 });
    hall.permit(role, { deny: PERMISSION.sendMessages });
    const bot = await botOn(discord);
    const channel = await bot.channels.fetch(hall.id);
    if (!channel?.isVoiceBased()) throw new Error('not a voice channel');
    const me = await channel.guild.members.fetchMe();
    expect(channel.permissionsFor(me).has('ManageMessages')).toBe(true);
    expect(channel.permissionsFor(role.id)?.has('SendMessages')).toBe(false);
    expect(channel.guild.roles.cache.get(role.id)?.hexColor).toBe('#336699');
  });

  it('lets people wait in slowmode, but not the bot or a moderator', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    const slow = discord.guild.addTextChannel('slow', { slowmode: 30 });
    const ada = discord.addMember('Ada');
    const mod = discord.addMember('Mo', {
      permissions: PERMISSION.manageMessages | PERMISSION.manageChannels,
    });
    for (const who of [ada, mod, mod]) await who.posts('x', { in: slow });
    await expect(ada.posts('y', { in: slow })).rejects.toThrow('Slowmode is on in #slow');
    clock.advance(30_000);
    await ada.posts('y', { in: slow });
    await say(discord, slow);
    await say(discord, slow);
    expect(discord.refusals).toEqual([]);
  });

  it('lists its messages in pages, newest first', async () => {
    const { call: ask, ada, discord } = await scene();
    for (const text of many(5, String)) await ada.posts(text);
    const ids = discord.channel.messages.map((it) => it.id);
    const [, second = '', , fourth = ''] = ids;
    const page = async (query: string): Promise<unknown> => {
      const { json } = await ask('GET', `/channels/${discord.channel.id}/messages?${query}`);
      return Array.isArray(json) ? json.map((it: { content: string }) => it.content).join('') : json;
    };
    expect(await page('limit=2')).toBe('43');
    expect(await page(`limit=2&before=${fourth}`)).toBe('21');
    expect(await page(`limit=2&after=${second}`)).toBe('32');
    expect(await page(`limit=3&around=${fourth}`)).toBe('432');
  });
});

describe('what somebody may do', () => {
  it('follows from everyone, their roles, and what the channel says of them, in this order', async () => {
    const discord = await discordFor();
    const { guild, channel } = discord;
    const writers = guild.addRole('Writers');
    const [ada, ben] = [discord.addMember('Ada', { roles: [writers] }), discord.addMember('Ben')];
    channel.permit(guild.everyone, { deny: PERMISSION.sendMessages });
    await expect(ada.posts('x')).rejects.toThrow('Ada may not write in #music');
    channel.permit(writers, { allow: PERMISSION.sendMessages });
    await ada.posts('x');
    guild.giveRole(ben, writers);
    await ben.posts('y');
    channel.permit(ben, { deny: PERMISSION.sendMessages });
    await expect(ben.posts('z')).rejects.toThrow('Ben may not write in #music');
    const admin = discord.addMember('Root', { permissions: PERMISSION.administrator });
    await admin.posts('all is mine');
  });

  it('hides a channel from those who may not see it', async () => {
    const discord = await discordFor();
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    discord.channel.permit(ben, { deny: PERMISSION.viewChannel });
    const post = await ada.posts('psst');
    expect([post.visibleTo(ada), post.visibleTo(ben)]).toEqual([true, false]);
    await expect(ben.posts('who?')).rejects.toThrow('Ben does not see #music');
  });

  it('decides which commands are offered', async () => {
    const { discord, ada, register } = await scene();
    await register(
      command(),
      command({ name: 'setup', default_member_permissions: '32' }),
      command({ name: 'reset', default_member_permissions: '0' }),
      command({ name: 'late', nsfw: true }),
      command({ name: 'server', contexts: [0] }),
    );
    const boss = discord.addMember('Bo', { permissions: PERMISSION.manageGuild });
    const admin = discord.addMember('Root', { permissions: PERMISSION.administrator });
    const late = discord.guild.addTextChannel('late', { ageRestricted: true });
    await expect(ada.uses('/setup')).rejects.toThrow('not offered to Ada');
    await expect(boss.uses('/setup')).resolves.toBeDefined();
    await expect(boss.uses('/reset')).rejects.toThrow('not offered to Bo');
    await expect(admin.uses('/reset')).resolves.toBeDefined();
    await expect(ada.uses('/late')).rejects.toThrow('outside of age-restricted channels');
    await expect(ada.uses('/late', {}, { in: late })).resolves.toBeDefined();
    await expect(ada.uses('/server', {}, { in: ada.dm })).rejects.toThrow('not offered in direct messages');
    discord.channel.permit(ada, { deny: PERMISSION.useApplicationCommands });
    await expect(ada.uses('/mood')).rejects.toThrow('not offered to Ada in #music');
  });

  it('pings everyone only with the permission, and whom the bot lets be pinged', async () => {
    const { discord, ada, say: post } = await scene();
    discord.channel.permit({ id: discord.applicationId }, { allow: PERMISSION.mentionEveryone });
    const content = `@everyone ${ada.mention}`;
    await post({ content });
    await post({ content, allowed_mentions: { parse: [] } });
    const pings = discord.channel.messages.map(({ json }) => [json.mention_everyone, json.mentions.length]);
    expect(pings).toEqual([
      [true, 1],
      [false, 0],
    ]);
  });
});

describe('a thread', () => {
  it('is opened by the bot, and a post takes it up again', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord);
    const channel = await bot.channels.fetch(discord.channel.id);
    if (!channel?.isTextBased() || !('threads' in channel)) throw new Error('no threads here');
    const thread = await channel.threads.create({ name: 'songs' });
    await thread.setArchived(true);
    expect(thread.archived).toBe(true);
    await thread.send('one more');
    await expect.poll(() => thread.archived).toBe(false);
    expect(discord.refusals).toEqual([]);
  });

  it('changes no more once it is archived', async () => {
    const { discord, ada, call: ask } = await scene();
    const thread = discord.channel.addThread('songs', { by: ada });
    const { id } = z.object({ id: z.string() }).parse((await say(discord, thread)).json);
    thread.archive();
    await ask('PATCH', `/channels/${thread.id}/messages/${id}`, { content: 'y' });
    await expect.poll(() => discord.refusals.map((it) => it.code)).toEqual([50_083]);
    thread.archive({ locked: true });
    await expect(ada.posts('wait', { in: thread })).rejects.toThrow('#songs is locked');
    thread.reopen();
    await ada.posts('at last', { in: thread });
  });

  it('is seen by those in it alone when it is private', async () => {
    const discord = await discordFor();
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    const thread = discord.channel.addThread('psst', { by: ada, isPrivate: true });
    const post = await ada.posts('hi', { in: thread });
    expect([post.visibleTo(ada), post.visibleTo(ben)]).toEqual([true, false]);
    expect((await say(discord, thread)).code).toBe(50_001);
  });
});

describe('what goes away meanwhile', () => {
  it('takes answers away too: the clicked message, the guild', async () => {
    const { discord, ada, asked, call: ask } = await scene();
    const first = await asked();
    await ask('POST', first.callback, { type: 5 });
    const [thinking] = discord.channel.messages;
    if (!thinking) throw new Error('no message');
    await ada.dismisses(thinking).catch(() => undefined);
    const mod = discord.addMember('Mo', { permissions: PERMISSION.manageMessages });
    await mod.deletes(thinking);
    expect((await ask('PATCH', `${first.webhook}/messages/@original`, { content: 'x' })).code).toBe(10_008);
    const second = await asked();
    discord.guild.delete();
    expect((await ask('POST', second.callback, { type: 5 })).code).toBe(10_003);
  });

  it('is told to the bot when it is shown the door', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord);
    const gone = new Promise((resolve) => bot.on('guildDelete', (guild) => resolve(guild.name)));
    discord.guild.kickBot();
    await expect(gone).resolves.toBe('Moody Street');
    expect((await say(discord, discord.channel)).code).toBe(50_001);
    discord.guild.inviteBot();
    expect((await say(discord, discord.channel)).status).toBe(200);
  });
});

describe('an application that a person brought along', () => {
  const commands = [
    { name: 'mood', description: 'x', integration_types: [0, 1], contexts: [0, 1, 2] },
    { name: 'server', description: 'x' },
  ];

  it('answers where the bot is not: in another guild and in a group', async () => {
    const discord = await discordFor();
    const heard: unknown[] = [];
    const on = async (it: Interaction): Promise<void> => {
      if (!it.isChatInputCommand()) return;
      const { guildId, userId } = it.authorizingIntegrationOwners;
      heard.push([it.context, guildId, userId]);
      await it.reply('here');
    };
    await botOn(discord, { commands, on });
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    const elsewhere = discord.addGuild('Elsewhere', { withBot: false });
    elsewhere.admit(ada);
    const [quiet, us] = [elsewhere.addTextChannel('quiet'), discord.addGroup('us', ada, ben)];
    const places = [quiet, us];
    for (const place of places)
      await expect(ada.uses('/mood', {}, { in: place })).rejects.toThrow('installed neither here nor');
    ada.installs();
    for (const place of [...places, ada.dm, discord.channel])
      expect((await (await ada.uses('/mood', {}, { in: place })).reply()).content).toBe('here');
    await expect(ada.uses('/server', {}, { in: us })).rejects.toThrow('installed neither here nor');
    expect(heard).toEqual([
      [0, null, ada.id],
      [2, null, ada.id],
      [1, '0', ada.id],
      [0, discord.guild.id, ada.id],
    ]);
    expect((await say(discord, quiet)).code).toBe(50_001);
  });
});
