import {
  ApplicationCommandType,
  ButtonBuilder,
  ActionRowBuilder,
  ButtonStyle,
  MessageFlags,
  StringSelectMenuBuilder,
} from 'discord.js';
import type {
  Interaction,
  MessageActionRowComponentBuilder,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { handClock, LIMITS, PERMISSION } from '../../sandbox/discord/index.ts';
import type { Discord } from '../../sandbox/discord/index.ts';
import { botOn, discordFor, PIXEL } from './bot.ts';

const photo = { name: 'me.png', bytes: PIXEL };

const row = (
  ...components: MessageActionRowComponentBuilder[]
): ActionRowBuilder<MessageActionRowComponentBuilder> =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(components);

const button = (label: string, disabled = false): ButtonBuilder =>
  new ButtonBuilder().setCustomId(label).setLabel(label).setStyle(ButtonStyle.Primary).setDisabled(disabled);

const feelings = new StringSelectMenuBuilder()
  .setCustomId('feelings')
  .setPlaceholder('Feels different?')
  .addOptions({ label: 'Calm', value: 'calm' });

/** A bot that answers a posted photo with a card, and says what was pressed and picked on it. */
async function moodBot(): Promise<Discord> {
  const discord = await discordFor();
  const on = async (it: Interaction): Promise<void> => {
    if (it.isButton()) await it.reply({ content: `pressed ${it.customId}`, flags: MessageFlags.Ephemeral });
    if (it.isStringSelectMenu()) await it.update({ content: `feels ${it.values.join()}`, components: [] });
  };
  const bot = await botOn(discord, { on, intents: 1 | 512 | 4096 | (1 << 15) });
  bot.on('messageCreate', (message) => {
    if (message.attachments.size === 0) return;
    const components = [row(button('Lift me'), button('Sad', true)), row(feelings)];
    void message.reply({ content: 'Sunny', components });
  });
  return discord;
}

describe('a story', () => {
  it('reads as it is told', async () => {
    const ada = (await moodBot()).addMember('Ada');
    await ada.posts(photo);
    const lifted = await (await ada.clicks('Lift me')).reply();
    const card = await ada.sees('Sunny');
    await ada.selects('Feels different?', ['Calm']);
    await ada.sees('feels calm');
    expect([lifted.content, card.content]).toEqual(['pressed Lift me', 'feels calm']);
  });

  it('takes the newest message that has the button, and waits for one', async () => {
    const discord = await moodBot();
    const ada = discord.addMember('Ada');
    await ada.posts(photo);
    const first = await ada.sees('Sunny');
    const second = ada.sees('Sunny', { after: first });
    await ada.posts(photo);
    const use = await ada.clicks('Lift me', { after: first });
    expect(use.interaction.start.source).toBe((await second).record);
  });

  it('goes only by what the person sees', async () => {
    const discord = await moodBot();
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    await ada.posts(photo);
    const use = await ada.clicks('Lift me');
    await use.reply();
    expect(use.messages.map((it) => it.content)).toEqual(['pressed Lift me']);
    expect(ben.messages.map((it) => it.content)).toEqual(['', 'Sunny']);
    await expect(ben.sees('pressed', { timeoutMs: 50 })).rejects.toThrow('in front of Ben');
  });

  it('presses nothing that is disabled', async () => {
    const ada = (await moodBot()).addMember('Ada');
    await ada.posts(photo);
    await ada.sees('Sunny');
    await expect(ada.clicks('Sad', { timeoutMs: 50 })).rejects.toThrow('The button "Sad" in front of Ada');
  });

  it('can press twice before the bot answers', async () => {
    const ada = (await moodBot()).addMember('Ada');
    await ada.posts(photo);
    const card = await ada.sees('Sunny');
    const uses = await Promise.all([ada.clicks(card, 'Lift me'), ada.clicks(card, 'Lift me')]);
    const replies = await Promise.all(uses.map((use) => use.reply()));
    expect(new Set(replies).size).toBe(2);
  });
});

describe('typing into an option', () => {
  const commands = [
    {
      name: 'playlist',
      description: 'Playlists',
      options: [
        { type: 3, name: 'song', description: 'A song', autocomplete: true },
        { type: 4, name: 'count', description: 'How many' },
      ],
    },
  ];

  it('is told to the bot, which suggests choices', async () => {
    const discord = await discordFor();
    const heard: unknown[] = [];
    const on = async (it: Interaction): Promise<void> => {
      if (!it.isAutocomplete()) return;
      heard.push(it.options.getFocused(true), it.options.getInteger('count'));
      await it.respond([{ name: 'Golden', value: 'track-1' }]);
    };
    await botOn(discord, { commands, on });
    const choices = await discord.addMember('Ada').types('/playlist', { count: 3, song: 'gol' });
    expect(choices).toEqual([{ name: 'Golden', value: 'track-1' }]);
    expect(heard).toEqual([expect.objectContaining({ name: 'song', value: 'gol', focused: true }), 3]);
  });

  it('gets nothing where nothing is suggested, or in time', async () => {
    const clock = handClock();
    const discord = await discordFor({ clock });
    await botOn(discord, { commands });
    const ada = discord.addMember('Ada');
    await expect(ada.types('/playlist', { count: 3 })).rejects.toThrow('suggests nothing for "count"');
    const typed = ada.types('/playlist', { song: 'gol' });
    clock.advance(LIMITS.firstResponseMs);
    await expect(typed).rejects.toThrow('Loading options failed');
  });
});

describe('a person', () => {
  it('adds files to what they wrote, ten in all', async () => {
    const discord = await discordFor();
    const ada = discord.addMember('Ada');
    const file = { name: 'me.txt', bytes: Buffer.from('hi') };
    const post = await ada.posts({ content: 'wait', files: [file] });
    await ada.edits(post, { files: [{ ...file, name: 'more.txt' }] });
    expect(post.content).toBe('wait');
    expect(post.json.attachments.map(({ filename }) => filename)).toEqual(['me.txt', 'more.txt']);
    await expect(ada.edits(post, { files: Array(9).fill(file) })).rejects.toThrow('at most 10 files');
  });

  it('edits and deletes what is theirs; a moderator deletes the rest', async () => {
    const discord = await discordFor();
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    const mod = discord.addMember('Mo', { permissions: PERMISSION.manageMessages });
    const post = await ada.posts('helo');
    await ada.edits(post, 'hello');
    expect([post.content, post.json.edited_timestamp]).toEqual(['hello', expect.any(String)]);
    await expect(ben.edits(post, 'mine')).rejects.toThrow('Ben did not write that message');
    await expect(ben.deletes(post)).rejects.toThrow('Ben may not delete that message');
    await expect(ada.dismisses(post)).rejects.toThrow('can be dismissed');
    await mod.deletes(post);
    expect(discord.channel.messages).toEqual([]);
  });

  it('reacts, and the bot hears of it', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord, { intents: 1 | 512 | 1024 });
    const heard = new Promise((resolve) =>
      bot.on('messageReactionAdd', (reaction) => resolve(reaction.emoji.name)),
    );
    const ada = discord.addMember('Ada');
    const post = await ada.posts('hello');
    await bot.channels.fetch(discord.channel.id);
    await ada.reacts(post, '👍');
    expect(post.json.reactions?.map(({ emoji, count, me }) => [emoji.name, count, me])).toEqual([
      ['👍', 1, false],
    ]);
    await expect(heard).resolves.toBe('👍');
    await ada.unreacts(post, '👍');
    expect(post.json.reactions).toBeUndefined();
  });

  it('who left sees the guild no more', async () => {
    const discord = await discordFor();
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    const post = await ben.posts('bye');
    ada.leaves(discord.guild);
    expect(post.visibleTo(ada)).toBe(false);
    await expect(ada.posts('wait')).rejects.toThrow('Ada is not in Moody Street');
  });

  it('uses a command from somebody’s menu', async () => {
    const discord = await discordFor();
    const commands: RESTPostAPIApplicationCommandsJSONBody[] = [
      { type: ApplicationCommandType.User, name: 'Mood of the week' },
    ];
    const on = async (it: Interaction): Promise<void> => {
      if (it.isUserContextMenuCommand()) await it.reply(`${it.targetUser.displayName} is sunny`);
    };
    await botOn(discord, { commands, on });
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    const use = await ada.usesOnPerson('Mood of the week', ben);
    expect((await use.reply()).content).toBe('Ben is sunny');
  });
});

describe('a person’s files', () => {
  const big = { name: 'big.bin', bytes: new Uint8Array(40 * 2 ** 20) };

  it('are as large as their Nitro or the guild’s boosts allow', async () => {
    const discord = await discordFor();
    const [ada, nia] = [discord.addMember('Ada'), discord.addMember('Nia', { nitro: true })];
    await expect(ada.posts(big)).rejects.toThrow('Your files are too powerful: big.bin is over 10 MiB');
    await expect(nia.posts(big)).resolves.toBeDefined();
    discord.guild.boost(2);
    await expect(ada.posts(big)).resolves.toBeDefined();
  });

  it('tell the bot how large its own may be', async () => {
    // By hand: a slow machine takes its time over 40 MiB.
    const discord = await discordFor({ clock: handClock() });
    const limits: number[] = [];
    const on = async (it: Interaction): Promise<void> => {
      limits.push(it.attachmentSizeLimit);
      const attachment = Buffer.alloc(LIMITS.fileBytes + 1);
      if (it.isChatInputCommand()) await it.reply({ files: [{ attachment, name: 'x' }] });
    };
    await botOn(discord, { on, commands: [{ name: 'mood', description: 'x' }] });
    const [ada, nia] = [discord.addMember('Ada'), discord.addMember('Nia', { nitro: true })];
    await (await nia.uses('/mood')).reply();
    await ada.uses('/mood');
    await expect.poll(() => discord.refusals.map((it) => [it.rule, it.status])).toEqual([['file-size', 413]]);
    expect(limits).toEqual([LIMITS.nitroFileBytes, LIMITS.fileBytes]);
  });
});
