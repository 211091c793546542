import { ChannelType, Events, ThreadAutoArchiveDuration } from 'discord.js';
import type { ForumChannel, TextChannel } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { PERMISSION } from '../../sandbox/discord/index.ts';
import type { Discord, Member } from '../../sandbox/discord/index.ts';
import { botOn, discordFor } from './bot.ts';

/** Guilds, GuildMessages, GuildMessageReactions, MessageContent. */
const INTENTS = 1 | 512 | 1_024 | 32_768;

/** A bot that looks after a channel. */
async function moderator(): Promise<{ discord: Discord; ada: Member; channel: TextChannel }> {
  const discord = await discordFor();
  const allow = PERMISSION.manageMessages | PERMISSION.manageThreads;
  discord.channel.permit({ id: discord.applicationId }, { allow });
  const bot = await botOn(discord, { intents: INTENTS });
  const channel = await bot.channels.fetch(discord.channel.id);
  if (channel?.type !== ChannelType.GuildText) throw new Error('no text channel');
  return { discord, ada: discord.addMember('Ada'), channel };
}

describe('a moderator', () => {
  it('deletes messages in bulk, and hears of it once', async () => {
    const { discord, ada, channel } = await moderator();
    for (const words of ['one', 'two', 'three']) await ada.posts(words);
    const heard = new Promise<number>((resolve) =>
      channel.client.once(Events.MessageBulkDelete, (gone) => resolve(gone.size)),
    );
    await channel.bulkDelete(2);
    expect(await heard).toBe(2);
    expect(discord.channel.messages.map((it) => it.content)).toEqual(['one']);
  });

  it('takes the reactions of others away, of one emoji or all', async () => {
    const { ada, channel } = await moderator();
    const post = await ada.posts('hello');
    const message = await channel.messages.fetch(post.id);
    for (const emoji of ['👍', '🎵', '🎉']) await ada.reacts(post, emoji);
    await expect.poll(() => message.reactions.cache.size).toBe(3);
    await message.reactions.cache.get('👍')?.remove();
    expect(post.json.reactions?.map((it) => it.emoji.name)).toEqual(['🎵', '🎉']);
    await expect.poll(() => message.reactions.cache.size).toBe(2);
    await message.reactions.removeAll();
    expect(post.json.reactions).toBeUndefined();
    await expect.poll(() => message.reactions.cache.size).toBe(0);
  });
});

describe('a thread of a bot', () => {
  it('has the id of the message it hangs on', async () => {
    const { ada, channel } = await moderator();
    const message = await channel.messages.fetch((await ada.posts('Golden')).id);
    const thread = await message.startThread({
      name: 'songs',
      autoArchiveDuration: ThreadAutoArchiveDuration.OneHour,
    });
    expect([thread.id, thread.autoArchiveDuration]).toEqual([message.id, 60]);
    expect((await thread.fetchStarterMessage())?.content).toBe('Golden');
    expect((await message.fetch(true)).hasThread).toBe(true);
  });

  it('is renamed, listed, joined and deleted', async () => {
    const { discord, ada, channel } = await moderator();
    const thread = await channel.threads.create({ name: 'songs', type: ChannelType.PublicThread });
    await thread.setName('tunes');
    expect(thread.name).toBe('tunes');
    await thread.members.add(ada.id);
    const { threads } = await channel.threads.fetchActive();
    expect(threads.map((it) => [it.name, it.memberCount])).toEqual([['tunes', 2]]);
    await thread.delete();
    expect((await channel.threads.fetchActive()).threads.size).toBe(0);
    expect(discord.refusals).toEqual([]);
  });

  it('begins in a forum with a message of its own id', async () => {
    const { discord, channel } = await moderator();
    const { id } = discord.guild.addForum('help');
    const forum = await channel.client.channels.fetch(id);
    const isForum = (it: unknown): it is ForumChannel =>
      forum?.type === ChannelType.GuildForum && it === forum;
    if (!isForum(forum)) throw new Error('no forum');
    const post = await forum.threads.create({ name: 'How?', message: { content: 'So.' } });
    expect((await post.fetchStarterMessage())?.content).toBe('So.');
    await post.send('And more.');
    expect(new Set(post.messages.cache.keys()).size).toBe(2);
  });
});
