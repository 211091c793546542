import { AttachmentBuilder, EmbedBuilder, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { handClock, LIMITS } from '../../sandbox/discord/index.ts';
import type { Discord, DiscordOptions } from '../../sandbox/discord/index.ts';
import { botOn, discordFor, PIXEL } from './bot.ts';

async function answering(
  on: (command: ChatInputCommandInteraction) => Promise<unknown>,
  options?: DiscordOptions,
): Promise<Discord> {
  const discord = await discordFor(options);
  const commands = [{ name: 'mood', description: 'Reads a mood' }];
  await botOn(discord, { commands, on: async (it) => it.isChatInputCommand() && on(it) });
  return discord;
}

describe('a deferred reply', () => {
  it('ends in the message that the bot edits in, its picture on the CDN', async () => {
    const discord = await answering(async (command) => {
      await command.deferReply();
      const embed = new EmbedBuilder().setTitle('Sunny').setImage('attachment://chart.png');
      const files = [new AttachmentBuilder(PIXEL, { name: 'chart.png', description: 'A chart' })];
      await command.editReply({ embeds: [embed], files });
    });
    const reply = await (await discord.addMember('Ada').uses('/mood')).reply();
    const { embeds, attachments, flags } = reply.json;
    const picture = await fetch(embeds[0]?.image?.url ?? '');
    expect({ title: embeds[0]?.title, attachments, flags }).toEqual({
      title: 'Sunny',
      attachments: [],
      flags: 0,
    });
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(PIXEL);
    expect(reply.sent?.payload.embeds?.[0]?.image?.url).toBe('attachment://chart.png');
    expect(reply.sent?.files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }))).toEqual([
      { name: 'chart.png', bytes: PIXEL },
    ]);
  });

  it('keeps what an edit does not name, and replaces files when it brings new ones', async () => {
    const discord = await answering(async (command) => {
      await command.reply({ content: 'one', files: [new AttachmentBuilder(PIXEL, { name: 'a.png' })] });
      await command.editReply({ content: 'two' });
      await command.followUp('kept');
      await command.editReply({ files: [new AttachmentBuilder(PIXEL, { name: 'b.png' })] });
      await command.followUp('replaced');
    });
    const use = await discord.addMember('Ada').uses('/mood');
    const names = (): string[] =>
      discord.channel.messages[0]?.json.attachments.map((it) => it.filename) ?? [];
    const seen: unknown[] = [];
    for (let n = 0; n < 2; n++) {
      await use.nextMessage();
      seen.push([discord.channel.messages[0]?.content, ...names()]);
    }
    expect(seen).toEqual([
      ['two', 'a.png'],
      ['two', 'b.png'],
    ]);
  });

  it('is not the next message while it is thinking', async () => {
    const discord = await answering(async (command) => {
      await command.deferReply();
      await command.editReply('thought about it');
    });
    const seen = discord.nextMessage().then((it) => it.content);
    await discord.addMember('Ada').uses('/mood');
    expect(await seen).toBe('thought about it');
  });

  it('is taken over by the first follow-up', async () => {
    const discord = await answering(async (command) => {
      await command.deferReply();
      await command.followUp('here');
    });
    const reply = await (await discord.addMember('Ada').uses('/mood')).reply();
    expect(reply.content).toBe('here');
    expect(discord.channel.messages).toEqual([reply]);
  });
});

describe('an ephemeral message', () => {
  it('is seen by one person only', async () => {
    const discord = await answering((command) =>
      command.reply({ content: 'psst', flags: MessageFlags.Ephemeral }),
    );
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    const reply = await (await ada.uses('/mood')).reply();
    expect([reply.isEphemeral, reply.visibleTo(ada), reply.visibleTo(ben)]).toEqual([true, true, false]);
    expect(discord.transcript(ada)).toContain('psst');
    expect(discord.transcript(ben)).not.toContain('psst');
    await expect(ben.clicks(reply, 'Agree')).rejects.toThrow('Ben does not see that message');
  });

  it('stays ephemeral when the deferral was, and can be dismissed', async () => {
    const discord = await answering(async (command) => {
      await command.deferReply({ flags: MessageFlags.Ephemeral });
      await command.editReply('psst');
    });
    const ada = discord.addMember('Ada');
    const reply = await (await ada.uses('/mood')).reply();
    await ada.deletes(reply);
    expect([reply.isEphemeral, reply.visibleTo(ada), reply.deleted]).toEqual([true, false, false]);
  });
});

describe('time', () => {
  it('runs out after 3 s without a response, and the bot is told so', async () => {
    const clock = handClock();
    let late: Promise<unknown> = Promise.resolve();
    const discord = await answering(
      (command) => {
        clock.advance(LIMITS.firstResponseMs);
        late = command.reply('too late');
        return late;
      },
      { clock },
    );
    const use = await discord.addMember('Ada').uses('/mood');
    await expect(use.reply()).rejects.toThrow('The application did not respond');
    await expect(late).rejects.toMatchObject({ code: 10062 });
    expect([use.state, discord.channel.messages]).toEqual(['failed', []]);
  });

  it('is measured from the use to the first response', async () => {
    const clock = handClock();
    const discord = await answering(
      (command) => {
        clock.advance(LIMITS.firstResponseMs - 1);
        return command.reply('just in time');
      },
      { clock },
    );
    const use = await discord.addMember('Ada').uses('/mood');
    await use.reply();
    expect(use.interaction.acknowledgedAfterMs).toBe(LIMITS.firstResponseMs - 1);
  });
});

describe('two people at once', () => {
  it('each get their own answer', async () => {
    const discord = await answering(async (command) => {
      await command.deferReply();
      await command.editReply(`for ${command.user.displayName}`);
    });
    const people = Array.from({ length: 20 }, (_, n) => discord.addMember(`Person ${n}`));
    const uses = await Promise.all(people.map((person) => person.uses('/mood')));
    const replies = await Promise.all(uses.map((use) => use.reply()));
    expect(replies.map((reply) => reply.content)).toEqual(people.map((person) => `for ${person.name}`));
  });
});

describe('a channel that goes away meanwhile', () => {
  it('takes no answer any more', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const discord: Discord = await answering(async (command) => {
      await command.deferReply();
      discord.channel.delete();
      late = command.editReply('anyone here?');
      await late;
    });
    const ada = discord.addMember('Ada');
    await ada.uses('/mood');
    await expect.poll(() => discord.refusals.map((it) => it.rule)).toEqual(['channel-known']);
    await expect(late).rejects.toMatchObject({ code: 10003 });
    await expect(ada.posts('hello?')).rejects.toThrow('is gone');
  });
});

describe('the bot’s first response', () => {
  it('can be asked for at once', async () => {
    const replies: unknown[] = [];
    const discord = await answering(async (command) => {
      const response = await command.reply({ content: 'here', withResponse: true });
      replies.push(response.resource?.message?.content, response.interaction.responseMessageId);
    });
    const reply = await (await discord.addMember('Ada').uses('/mood')).reply();
    await expect.poll(() => replies).toEqual(['here', reply.id]);
  });
});

describe('waiting in vain', () => {
  it('ends with the chat and the refusals in the error', async () => {
    const discord = await answering((command) => command.reply({ content: 'x'.repeat(2001) }));
    const use = await discord.addMember('Ada').uses('/mood');
    await expect(use.reply({ timeoutMs: 300 })).rejects.toThrow(/the answer to \/mood.*content-length/s);
  });
});
