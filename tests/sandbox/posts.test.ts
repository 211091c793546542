import { Events, Partials, Client } from 'discord.js';
import type { Message } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Channel, Discord, Member, Post } from '../../sandbox/discord/index.ts';
import { botOn, clientOptions, discordFor, PIXEL, PLAIN_INTENTS } from './bot.ts';

const MESSAGE_CONTENT = 1 << 15;
const files = [{ name: 'me.png', bytes: PIXEL }];

/** What a bot with these intents reads of one post. */
async function readOf(
  intents: number,
  post: (discord: Discord) => Post,
  where: (discord: Discord, ada: Member) => Channel = (discord) => discord.channel,
): Promise<unknown> {
  const discord = await discordFor();
  const client = new Client({ ...clientOptions(discord, intents), partials: [Partials.Channel] });
  onTestFinished(() => client.destroy());
  const heard = new Promise<Message>((resolve) => client.once(Events.MessageCreate, resolve));
  await client.login(discord.token);
  await discord.botIsOnline();
  const ada = discord.addMember('Ada');
  await ada.posts(post(discord), { in: where(discord, ada) });
  const { content, attachments, author } = await heard;
  return { content, files: attachments.map((file) => file.name), author: author.displayName };
}

describe('a post in a channel', () => {
  it('is read whole with the MessageContent intent', async () => {
    const read = await readOf(PLAIN_INTENTS | MESSAGE_CONTENT, () => ({ content: 'look', files }));
    expect(read).toEqual({ content: 'look', files: ['me.png'], author: 'Ada' });
  });

  it('comes empty without it', async () => {
    const read = await readOf(PLAIN_INTENTS, () => ({ content: 'look', files }));
    expect(read).toEqual({ content: '', files: [], author: 'Ada' });
  });

  it('is read without it when it mentions the bot', async () => {
    const read = await readOf(PLAIN_INTENTS, ({ applicationId }) => ({
      content: `<@${applicationId}> look`,
      files,
    }));
    expect(read).toMatchObject({ files: ['me.png'] });
  });

  it('is read without it in direct messages', async () => {
    const read = await readOf(
      PLAIN_INTENTS,
      () => ({ content: 'look', files }),
      (_, ada) => ada.dm,
    );
    expect(read).toEqual({ content: 'look', files: ['me.png'], author: 'Ada' });
  });
});

describe('the bot', () => {
  it('writes, replies, edits and deletes in a channel', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord);
    const post = await discord.addMember('Ada').posts('hello');
    const channel = await bot.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('not a channel to write in');
    const reply = await channel.send({ content: 'hello, Ada', reply: { messageReference: post.id } });
    await reply.edit('good morning, Ada');
    const seen = await discord.nextMessage(() => true, { after: post });
    expect([seen.content, seen.json.message_reference]).toEqual([
      'good morning, Ada',
      { type: 0, message_id: post.id, channel_id: discord.channel.id },
    ]);
    await reply.delete();
    await seen.waitFor((it) => it.deleted);
    expect(discord.channel.messages).toEqual([post]);
  });

  it('writes to a person directly', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord);
    const ada = discord.addMember('Ada');
    await (await bot.users.fetch(ada.id)).send('just you');
    expect(ada.dm.messages.map((it) => it.content)).toEqual(['just you']);
    expect(discord.transcript(discord.addMember('Ben'))).not.toContain('just you');
  });
});
