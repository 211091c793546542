import { ApplicationCommandOptionType } from 'discord.js';
import type { Interaction, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { botOn, discordFor, PIXEL } from './bot.ts';

const mood: RESTPostAPIApplicationCommandsJSONBody = {
  name: 'mood',
  description: 'Reads a mood',
  options: [
    { type: ApplicationCommandOptionType.Attachment, name: 'image', description: 'A photo', required: true },
    {
      type: ApplicationCommandOptionType.String,
      name: 'intent',
      description: 'What for',
      choices: [
        { name: 'Lift me', value: 'lift' },
        { name: 'Match', value: 'match' },
      ],
    },
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'count',
      description: 'How many',
      min_value: 1,
      max_value: 50,
    },
  ],
};

const save: RESTPostAPIApplicationCommandsJSONBody = {
  name: 'playlist',
  description: 'Playlists',
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'share',
      description: 'Shares one',
      options: [
        { type: ApplicationCommandOptionType.User, name: 'with', description: 'Whom', required: true },
      ],
    },
  ],
};

const image = { name: 'me.png', bytes: PIXEL };

describe('registering commands', () => {
  it('lists what the bot registered, and keeps a command’s id while it keeps its name', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord, { commands: [mood] });
    await discord.botIsReady();
    const before = discord.commands[0];
    await bot.application.commands.set([{ ...mood, description: 'Reads any mood' }, save]);
    expect(discord.commands.map(({ name, description }) => ({ name, description }))).toEqual([
      { name: 'mood', description: 'Reads any mood' },
      { name: 'playlist', description: 'Playlists' },
    ]);
    expect(discord.commands[0]?.id).toBe(before?.id);
  });

  it('creates, edits, fetches and deletes a single command', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord);
    const created = await bot.application.commands.create(mood);
    await bot.application.commands.edit(created, { description: 'Other words' });
    expect((await bot.application.commands.fetch(created.id)).description).toBe('Other words');
    await bot.application.commands.delete(created);
    expect(discord.commands).toEqual([]);
  });

  it('offers a guild’s own command in that guild only', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord);
    await bot.application.commands.set([save], discord.guild.id);
    const guild = discord.addGuild('Elsewhere');
    const elsewhere = guild.addTextChannel('quiet');
    const ada = discord.addMember('Ada');
    guild.admit(ada);
    await expect(ada.uses('/playlist share', { with: ada }, { in: elsewhere })).rejects.toThrow(
      'knows no command',
    );
    await expect(ada.uses('/playlist share', { with: ada })).resolves.toBeDefined();
  });
});

describe('using a slash command', () => {
  it('brings the attachment’s bytes, its facts and the other options to the bot', async () => {
    const discord = await discordFor();
    const heard: unknown[] = [];
    await botOn(discord, {
      commands: [mood],
      async on(interaction: Interaction) {
        if (!interaction.isChatInputCommand()) return;
        const { url, name, contentType, width, height, size } = interaction.options.getAttachment(
          'image',
          true,
        );
        const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
        const [intent, count] = [
          interaction.options.getString('intent'),
          interaction.options.getInteger('count'),
        ];
        heard.push({ name, contentType, width, height, size, intent, count, same: bytes.equals(PIXEL) });
        await interaction.reply('done');
      },
    });
    const ada = discord.addMember('Ada', { locale: 'de' });
    const use = await ada.uses('/mood', { image, intent: 'Lift me', count: 12 });
    await use.reply();
    const facts = { name: 'me.png', contentType: 'image/png', width: 1, height: 1, size: PIXEL.length };
    expect(heard).toEqual([{ ...facts, intent: 'lift', count: 12, same: true }]);
  });

  it('tells who used it, where, and with what permissions', async () => {
    const discord = await discordFor();
    const heard: unknown[] = [];
    await botOn(discord, {
      commands: [save],
      async on(interaction) {
        if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return;
        heard.push({
          who: interaction.member.displayName,
          locale: interaction.locale,
          where: interaction.channel?.name,
          subcommand: interaction.options.getSubcommand(),
          whom: interaction.options.getMember('with')?.displayName,
          manages: interaction.memberPermissions.has('ManageGuild'),
        });
        await interaction.reply('done');
      },
    });
    const ada = discord.addMember('Ada', { locale: 'de', permissions: 1n << 5n });
    const use = await ada.uses('/playlist share', { with: discord.addMember('Ben Lee') });
    await use.reply();
    expect(heard).toEqual([
      { who: 'Ada', locale: 'de', where: 'music', subcommand: 'share', whom: 'Ben Lee', manages: true },
    ]);
  });

  it('works in direct messages', async () => {
    const discord = await discordFor();
    await botOn(discord, {
      commands: [mood],
      on: async (it) => it.isChatInputCommand() && it.reply(it.guild ? 'in a guild' : 'between us'),
    });
    const ada = discord.addMember('Ada');
    const use = await ada.uses('/mood', { image }, { in: ada.dm });
    expect((await use.reply()).content).toBe('between us');
  });

  it.each([
    ['an unknown command', '/mod', { image }, 'knows no command "mod"'],
    ['an unknown option', '/mood', { image, loud: true }, 'has no option "loud"'],
    ['an unknown choice', '/mood', { image, intent: 'rage' }, 'has no choice "rage"'],
    ['a missing required option', '/mood', {}, 'needs the option "image"'],
    ['a number out of range', '/mood', { image, count: 51 }, 'a whole number from 1 to 50'],
    ['text where a file belongs', '/mood', { image: 'me.png' }, 'takes a file'],
    ['a missing subcommand', '/playlist', {}, 'needs a subcommand'],
  ])('refuses %s before the bot hears of it', async (_, line, options, words) => {
    const discord = await discordFor();
    const bot = await botOn(discord, { commands: [mood, save] });
    const heard: Interaction[] = [];
    bot.on('interactionCreate', (interaction) => heard.push(interaction));
    await expect(discord.addMember('Ada').uses(line, options)).rejects.toThrow(words);
    expect(heard).toEqual([]);
  });
});
