import { readFileSync } from 'node:fs';
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  EmbedBuilder,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Interaction, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AMENDMENTS } from '../../sandbox/discord/contract/amendments.ts';
import { contractOf } from '../../sandbox/discord/contract/contract.ts';
import type { Exchange } from '../../sandbox/discord/contract/exchange.ts';
import type { Discord, Violation } from '../../sandbox/discord/index.ts';
import { OPEN_API, startDiscord } from '../discord.ts';
import { NEEDS_SHARED_DATA } from '../shared-data.ts';
import { botOn, discordFor, PIXEL } from './bot.ts';
import { call } from './calls.ts';
import { button, row } from './scene.ts';

/** A Discord in which something is about to be wrong; its end is not the test's. */
async function brokenDiscord(): Promise<Discord> {
  const discord = await startDiscord();
  onTestFinished(() => discord.stop().catch(() => undefined));
  return discord;
}

/** Makes a record of the world what no record can be. */
const spoil = (record: object, how: object): void => void Object.assign(record, how);

const messagesIn = (discord: Discord): string => `/channels/${discord.channel.id}/messages`;

const contract = contractOf.bind(null, OPEN_API ?? '');

const linesOf = (violations: readonly Violation[]): readonly string[] =>
  violations.map(({ where, what, message }) => `${where}, ${what}: ${message}`);

/** What is found in an exchange that differs from a good one only in this. */
const found = (change: Partial<Exchange>): readonly string[] => {
  const good = { method: 'GET', path: '/gateway', query: {}, request: undefined, status: 200 };
  return linesOf(contract().exchange({ ...good, response: { url: 'wss://gateway.discord.gg' }, ...change }));
};

const commands: RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: 'mood',
    description: 'Reads a mood',
    options: [
      { type: ApplicationCommandOptionType.Attachment, name: 'photo', description: 'Of you', required: true },
      { type: ApplicationCommandOptionType.User, name: 'with', description: 'Who else' },
    ],
    default_member_permissions: '2048',
  },
  { name: 'Read the mood', type: ApplicationCommandType.Message },
];

const controls = [
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder({ customId: 'lift', label: 'Lift me', emoji: '🎈', style: ButtonStyle.Primary }),
    new ButtonBuilder({ url: 'https://example.org', label: 'Listen', style: ButtonStyle.Link }),
  ),
  {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        customId: 'feels',
        placeholder: 'Feels different?',
        options: [{ label: 'Calm', value: 'calm', description: 'Quiet' }],
      },
    ],
  },
] as const;

/** Answers in all the ways that a bot of this kind does. */
async function typicalBot(it: Interaction): Promise<unknown> {
  if (it.isChatInputCommand()) {
    await it.deferReply();
    const card = new EmbedBuilder({ title: 'Sunny', fields: [{ name: 'Calm', value: '0.7' }] })
      .setImage('attachment://chart.png')
      .setFooter({ text: 'Read in 80 ms' });
    const files = [new AttachmentBuilder(PIXEL, { name: 'chart.png', description: 'A chart' })];
    await it.editReply({ embeds: [card], files, components: [...controls] });
    return it.followUp({ content: 'Only you see this', flags: MessageFlags.Ephemeral });
  }
  if (it.isMessageContextMenuCommand())
    return it.reply({ content: it.targetMessage.content, withResponse: true });
  if (it.isStringSelectMenu()) return it.update({ content: it.values.join(), components: [] });
  if (it.isModalSubmit()) return it.reply(`Thank you for ${it.fields.getTextInputValue('song')}`);
  if (!it.isButton()) return undefined;
  const song = new TextInputBuilder().setCustomId('song').setStyle(TextInputStyle.Short);
  const label = new LabelBuilder().setLabel('A song you love').setTextInputComponent(song);
  return it.showModal(new ModalBuilder().setCustomId('form').setTitle('Songs').addLabelComponents(label));
}

describe.skipIf(!OPEN_API)(`the contract of Discord's OpenAPI (${NEEDS_SHARED_DATA})`, () => {
  it('is kept in all that passes between a typical bot and the sandbox', async () => {
    const discord = await discordFor();
    const bot = await botOn(discord, { commands, on: typicalBot });
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    const use = await ada.uses('/mood', { photo: { name: 'me.png', bytes: PIXEL }, with: ben });
    const card = await use.reply();
    await use.nextMessage();
    await (await ada.submits(await (await ada.clicks(card, 'Lift me')).modal(), { song: 'Golden' })).reply();
    await (await ada.selects(card, 'Feels different?', ['Calm'])).reply();
    const post = await ada.posts({
      content: `Hello <@${ben.id}>`,
      files: [{ name: 'me.png', bytes: PIXEL }],
    });
    await (await ben.usesOnMessage('Read the mood', post)).reply();

    const channel = await bot.channels.fetch(discord.channel.id);
    if (!channel?.isSendable()) throw new Error('There is no such channel');
    const said = await channel.send({ content: 'Bye', nonce: '7', enforceNonce: true });
    await said.reply({ content: 'Really', allowedMentions: { parse: [] } });
    await said.edit({ content: 'Bye, all' });
    await said.delete();
    await channel.sendTyping();
    await channel.messages.fetch({ limit: 10 });
    await (await bot.users.fetch(ada.id)).send('In private');
    await bot.guilds.fetch(discord.guild.id);
    await bot.application.fetch();
    await bot.application.commands.fetch();
    expect(discord.refusals).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it('lets a bot be as wrong as it likes, as long as it is refused', async () => {
    const discord = await discordFor();
    const { status } = await call(discord, 'POST', messagesIn(discord), {
      embeds: 7,
      components: [row(button({ style: 99 }))],
    });
    await call(discord, 'GET', '/nowhere');
    expect([status, discord.violations]).toEqual([400, []]);
  });

  it('finds a request that the sandbox should not have taken', async () => {
    const discord = await brokenDiscord();
    const earlier = await discord.addMember('Ada').posts('hello');
    await call(discord, 'POST', messagesIn(discord), {
      content: 'hello',
      message_reference: { message_id: earlier.id, type: 7 },
    });
    expect(linesOf(discord.violations)).toEqual([
      'POST /channels/{channel_id}/messages, request: /message_reference/type must be equal to one of the allowed values [0], not 7',
    ]);
  });

  it('finds a failure of the sandbox itself', async () => {
    const discord = await brokenDiscord();
    spoil(discord.channel.record, { messages: null });
    expect((await call(discord, 'GET', messagesIn(discord))).status).toBe(500);
    const [line] = linesOf(discord.violations);
    expect(line).toMatch(/^GET .*messages, response: the sandbox itself failed: TypeError/);
    spoil(discord.channel.record, { messages: [] });
  });

  it('finds an answer that Discord never gives', async () => {
    const discord = await brokenDiscord();
    const message = await discord.addMember('Ada').posts('hello');
    spoil(message.record, { content: 7 });
    await call(discord, 'GET', `${messagesIn(discord)}/${message.id}`);
    expect(discord.violations).toEqual([
      {
        where: 'GET /channels/{channel_id}/messages/{message_id}',
        what: 'response',
        message: '/content must be string, not 7',
      },
    ]);
  });

  it('finds an event that Discord never tells', async () => {
    const discord = await brokenDiscord();
    await botOn(discord);
    spoil(discord.channel.record, { name: null });
    discord.channel.delete();
    expect(discord.violations).toEqual([
      { where: 'CHANNEL_DELETE', what: 'event', message: '/name must be string, not null' },
    ]);
  });

  it('finds what is wrong deep in an interaction', async () => {
    const discord = await brokenDiscord();
    const bot = await botOn(discord, { commands });
    const ada = discord.addMember('Ada');
    const before = discord.violations.length;
    const post = await ada.posts('hello');
    spoil(post.record, { flags: 0.5 });
    await ada.usesOnMessage('Read the mood', post);
    expect([before, discord.violations.map(({ message }) => message)]).toEqual([
      0,
      [`/data/resolved/messages/${post.id}/flags must be integer, not 0.5`],
    ]);
    await bot.destroy();
  });

  it('says so when somebody waits in vain, and when the Discord is stopped, once it is down', async () => {
    const discord = await brokenDiscord();
    const message = await discord.addMember('Ada').posts('hello');
    spoil(message.record, { flags: 0.5 });
    await call(discord, 'GET', `${messagesIn(discord)}/${message.id}`);
    const line =
      "Not as Discord's OpenAPI documents it:\n" +
      'GET /channels/{channel_id}/messages/{message_id}, response: /flags must be integer, not 0.5';
    await expect(discord.nextMessage(() => false, { timeoutMs: 1 })).rejects.toThrow(line);
    await expect(discord.stop()).rejects.toThrow(line);
    await expect(fetch(discord.origin)).rejects.toThrow();
  });

  it('knows the operations, their statuses and the types in a query', () => {
    expect(found({})).toEqual([]);
    expect(found({ path: '/nowhere' })).toEqual([
      'GET /nowhere, response: answered 200, but Discord knows no such operation',
    ]);
    expect(found({ status: 201 })).toEqual(['GET /gateway, response: the status 201 is not documented']);
    expect(found({ path: '/users/@me', response: {} })[0]).toMatch(/^GET \/users\/@me, response: /);
    const limited = (limit: string): Partial<Exchange> => ({
      path: '/channels/1/messages',
      query: { limit: [limit] },
      response: [],
    });
    expect(found(limited('100'))).toEqual([]);
    expect(found(limited('101'))).toEqual([
      'GET /channels/{channel_id}/messages, query: /limit must be <= 100, not 101',
    ]);
    expect(found({ method: 'DELETE', path: '/channels/1/messages/2', status: 204, response: {} })).toEqual([
      'DELETE /channels/{channel_id}/messages/{message_id}, response: there is a body, though none is documented',
    ]);
  });

  it('knows the shape of a refusal, and of a rate limit', () => {
    expect(found({ status: 404, response: { message: 'Unknown', code: 10_003 } })).toEqual([]);
    expect(found({ status: 404, response: 'Unknown' })).toHaveLength(1);
    expect(found({ status: 429, response: { message: 'Slow', retry_after: 1, global: false } })).toEqual([]);
    expect(found({ status: 429, response: { message: 'Slow', code: 0 } })).toHaveLength(1);
    expect(found({ status: 502, response: '<html>' })).toEqual([]);
  });

  it('names what is wrong in a component, not every other component that it could have been', () => {
    const sent = (component: object): Partial<Exchange> => ({
      method: 'POST',
      path: '/interactions/1/x/callback',
      request: { type: 4, data: { components: [row(component)] } },
      status: 204,
      response: undefined,
    });
    const where = 'POST /interactions/{interaction_id}/{interaction_token}/callback, request:';
    expect(found(sent(button()))).toEqual([]);
    expect(found(sent({ type: 2, custom_id: 'go' }))).toEqual([
      `${where} /data/components/0/components/0 must have required property 'style'`,
    ]);
    expect(found(sent(button({ style: 9 })))).toEqual([
      `${where} /data/components/0/components/0/style must be equal to one of the allowed values [1,2,3,4,5,6], not 9`,
    ]);
    expect(found(sent({ type: 3, custom_id: 'go', options: 'all' }))).toEqual([
      `${where} /data/components/0/components/0/options must be array, not "all"`,
    ]);
  });

  it('amends only what the document has', () => {
    const document: unknown = JSON.parse(readFileSync(OPEN_API ?? '', 'utf8'));
    for (const { at } of AMENDMENTS) expect(document).toHaveProperty(['components', 'schemas', ...at]);
  });
});
