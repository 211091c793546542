import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Client, Interaction, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { PERMISSION } from '../../sandbox/discord/index.ts';
import type { ChatPage, Discord, Member, TourStep } from '../../sandbox/discord/index.ts';
import { botOn, discordFor } from './bot.ts';

const TYPE = ApplicationCommandOptionType;

/** Everything that a person can be asked for. */
const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: 'song',
    description: 'A song for you',
    description_localizations: { de: 'Ein Lied für dich' },
    options: [
      {
        type: TYPE.String,
        name: 'title',
        description: 'How it is called',
        required: true,
        autocomplete: true,
      },
      { type: TYPE.Attachment, name: 'photo', description: 'A photo' },
      { type: TYPE.Boolean, name: 'loud', description: 'Whether it is loud' },
      { type: TYPE.Integer, name: 'count', description: 'How often' },
      { type: TYPE.User, name: 'with', description: 'Whom to hear it with' },
      {
        ...{ type: TYPE.String, name: 'mode', description: 'Which mode' },
        choices: [
          { name: 'minor: sadder', value: 'minor' },
          { name: 'major: brighter', value: 'major' },
        ],
      },
    ],
  },
  {
    name: 'list',
    description: 'Lists',
    options: [{ type: TYPE.Subcommand, name: 'show', description: 'Shows your list' }],
  },
  { name: 'panel', description: 'Everything to press' },
  { name: 'silent', description: 'Never answers' },
  { name: 'manage', description: 'For managers', default_member_permissions: String(PERMISSION.manageGuild) },
  { type: ApplicationCommandType.Message, name: 'Read the mood' },
  { type: ApplicationCommandType.User, name: 'Mood of the week' },
];

const button = (label: string, style: 1 | 2 | 3 | 4 = 2, disabled = false) =>
  ({ type: ComponentType.Button, style, label, custom_id: label, disabled }) as const;

const row = <const T extends readonly object[]>(...components: T) => ({
  type: ComponentType.ActionRow as const,
  components: [...components],
});

const PANEL = {
  embeds: [{ title: 'The panel', description: 'Press **one** <b>', color: 0xf2b134 }],
  components: [
    row(button('Change', 1), button('Form'), button('Secret'), button('Remove', 4), {
      ...{ type: ComponentType.Button, style: 5, label: 'Elsewhere', url: 'https://example.org/list' },
    } as const),
    row({
      ...{ type: ComponentType.StringSelect, custom_id: 'feels', placeholder: 'Feels different?' },
      options: [
        { label: 'Calm', value: 'c', description: 'quiet' },
        { label: 'Tense', value: 't' },
      ],
    } as const),
    row({
      ...{ type: ComponentType.ChannelSelect, custom_id: 'where', placeholder: 'Where?' },
      ...{ min_values: 0, max_values: 2, channel_types: [ChannelType.GuildText] },
    } as const),
    row({ type: ComponentType.RoleSelect, custom_id: 'who', placeholder: 'Who?' } as const),
    row(button('Wait'), button('Off', 2, true)),
  ],
};

const FORM = {
  custom_id: 'form',
  title: 'A form',
  components: [
    row({
      type: ComponentType.TextInput,
      custom_id: 'name',
      label: 'Name',
      style: 1,
      min_length: 2,
    } as const),
    row({
      type: ComponentType.TextInput,
      custom_id: 'why',
      label: 'Why',
      style: 2,
      required: false,
    } as const),
  ],
};

/** A bot that says back what it was told. */
async function answer(it: Interaction): Promise<unknown> {
  if (it.isAutocomplete()) {
    const typed = it.options.getFocused();
    return it.respond(
      ['Golden', 'Goldrush']
        .filter((name) => name.startsWith(typed))
        .map((name) => ({ name, value: `id-${name}` })),
    );
  }
  if (it.isChatInputCommand()) {
    if (it.commandName === 'silent') return undefined;
    if (it.commandName === 'panel') return it.reply(PANEL);
    const told = it.options.data.map(
      ({ name, value, attachment }) => `${name}=${attachment?.name ?? String(value)}`,
    );
    return it.reply(`${it.commandName}: ${told.join(', ')}`);
  }
  if (it.isMessageContextMenuCommand()) return it.reply(`read “${it.targetMessage.content}”`);
  if (it.isUserContextMenuCommand()) return it.reply(`the week of ${it.targetUser.displayName}`);
  if (it.isModalSubmit())
    return it.reply(
      `${it.fields.getTextInputValue('name')} because ${it.fields.getTextInputValue('why') || 'so'}`,
    );
  if (it.isAnySelectMenu())
    return it.reply({
      content: `${it.customId}: ${it.values.length} ${it.values.join(',')}`,
      flags: MessageFlags.Ephemeral,
    });
  if (!it.isButton()) return undefined;
  switch (it.customId) {
    case 'Change':
      return it.update({ ...PANEL, content: `Changed by ${it.user.displayName}` });
    case 'Form':
      return it.showModal(FORM);
    case 'Secret':
      return it.reply({ content: 'between us', flags: MessageFlags.Ephemeral });
    case 'Remove':
      await it.deferUpdate();
      return it.deleteReply();
    default:
      return undefined;
  }
}

/** The chat page with a small bot, and whom one can be on it. */
export interface ChatScene {
  readonly discord: Discord;
  readonly bot: Client<true>;
  readonly chat: ChatPage;
  readonly ada: Member;
  readonly ben: Member;
  readonly mo: Member;
}

/** A small picture, as a file that is at hand. */
const SAMPLE = {
  name: 'sample.png',
  bytes: Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  ),
};

/** The chat page over a small bot. */
export async function chatScene({
  tour = [],
}: { readonly tour?: readonly TourStep[] } = {}): Promise<ChatScene> {
  const discord = await discordFor();
  const bot = await botOn(discord, { commands: COMMANDS, on: answer });
  discord.guild.addTextChannel('quiet').permit(discord.guild.everyone, { deny: PERMISSION.sendMessages });
  discord.guild.addForum('posts');
  discord.guild.addRole('DJ');
  const ada = discord.addMember('Ada');
  const ben = discord.addMember('Ben', { locale: 'de' });
  const mo = discord.addMember('Mo', { permissions: PERMISSION.manageGuild | PERMISSION.manageMessages });
  const people = [{ member: ada, about: 'likes music' }, { member: ben }, { member: mo, about: 'manages' }];
  const chat = await discord.serveChat({ people, tour, samples: [{ file: SAMPLE, about: 'a sample' }] });
  return { discord, bot, chat, ada, ben, mo };
}

/** An open page, with all that it complained of and asked elsewhere. */
export interface Visit {
  readonly page: Page;
  readonly complaints: string[];
}

/** Opens the chat page as somebody does. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(options);
  onTestFinished(() => context.close());
  return open(await context.newPage(), url);
}

/** Opens the address and waits until the chat is there. */
export async function open(page: Page, url: string): Promise<Visit> {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (sent) => {
    const { origin, protocol } = new URL(sent.url());
    if (origin !== new URL(url).origin && protocol !== 'data:' && protocol !== 'blob:')
      complaints.push(`asked ${sent.url()}`);
  });
  await page.goto(url);
  await page
    .getByRole('textbox', { name: /^Message |^You may not/ })
    .or(page.getByRole('combobox', { name: /^Message |^You may not/ }))
    .waitFor();
  return { page, complaints };
}

/** Types into the box, wherever the focus was before. */
export async function type(page: Page, words: string): Promise<void> {
  await page.locator('#write').focus();
  await page.keyboard.type(words);
}

/** The newest message on the page. */
export const newest = (page: Page) => page.locator('.slot').last();

/** Waits until the newest message says so. */
export const says = (page: Page, words: string) =>
  expect.poll(() => newest(page).innerText()).toContain(words);
