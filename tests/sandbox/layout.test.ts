import {
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  ContainerBuilder,
  FileBuilder,
  MediaGalleryBuilder,
  MentionableSelectMenuBuilder,
  MessageFlags,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  ThumbnailBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import type { Interaction, InteractionReplyOptions } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { KIND } from '../../sandbox/discord/index.ts';
import type { Discord, Message } from '../../sandbox/discord/index.ts';
import { botOn, discordFor, PIXEL } from './bot.ts';
import { many, row, scene } from './scene.ts';

const V2 = MessageFlags.IsComponentsV2;
const words = (content: string): TextDisplayBuilder => new TextDisplayBuilder({ content });
const action = (customId: string, label: string): ButtonBuilder =>
  new ButtonBuilder({ customId, label, style: ButtonStyle.Primary });

const card = new ContainerBuilder({ accent_color: 0xf2b134 })
  .addSectionComponents(
    new SectionBuilder()
      .addTextDisplayComponents(words('## Sunny'), words('Calm, and a little bright'))
      .setThumbnailAccessory(
        new ThumbnailBuilder({ media: { url: 'attachment://chart.png' }, description: 'A chart' }),
      ),
  )
  .addSeparatorComponents(new SeparatorBuilder())
  .addMediaGalleryComponents(
    new MediaGalleryBuilder({ items: [{ media: { url: 'https://example.org/cover.jpg' } }] }),
  )
  .addFileComponents(new FileBuilder({ file: { url: 'attachment://list.txt' } }))
  .addSectionComponents(
    new SectionBuilder()
      .addTextDisplayComponents(words('Not what you feel?'))
      .setButtonAccessory(action('lift', 'Lift me')),
  )
  .addActionRowComponents((line) =>
    line.addComponents(
      new StringSelectMenuBuilder({
        custom_id: 'feels',
        placeholder: 'Feels different?',
        options: [{ label: 'Sad', value: 'sad' }],
      }),
    ),
  );

const files = [
  { name: 'chart.png', attachment: PIXEL },
  { name: 'list.txt', attachment: Buffer.from('Golden') },
];
const shown = { components: [card], files, flags: V2 } satisfies InteractionReplyOptions;

async function withCard(
  on: (interaction: Interaction) => Promise<unknown> = () => Promise.resolve(),
): Promise<{
  readonly discord: Discord;
  readonly reply: Message;
  readonly ada: ReturnType<Discord['addMember']>;
}> {
  const discord = await discordFor();
  await botOn(discord, {
    commands: [{ name: 'mood', description: 'Reads a mood' }],
    on: (it) => (it.isChatInputCommand() ? it.reply(shown) : on(it)),
  });
  const ada = discord.addMember('Ada');
  const reply = await (await ada.uses('/mood')).reply();
  return { discord, reply, ada };
}

describe('a message of components', () => {
  it('comes back numbered, with links to what it shows and no list of files', async () => {
    const { reply } = await withCard();
    const { attachments, components, flags } = reply.json;
    const inner = components[0]?.components ?? [];
    expect([attachments, flags]).toEqual([[], V2]);
    expect(inner.map((it) => [it.id, it.type])).toEqual([
      [2, KIND.section],
      [6, KIND.separator],
      [7, KIND.gallery],
      [8, KIND.file],
      [9, KIND.section],
      [12, KIND.row],
    ]);
    expect(inner[0]?.accessory).toMatchObject({ media: { content_type: 'image/png', width: 1, height: 1 } });
    expect(inner[1]).toMatchObject({ divider: true, spacing: 1 });
    expect(inner[3]).toMatchObject({ name: 'list.txt', size: 6 });
    const served = await fetch(inner[3]?.file?.url ?? '');
    expect(await served.text()).toBe('Golden');
  });

  it('is pressed and picked from wherever the control stands', async () => {
    const { reply, ada } = await withCard(async (it) => {
      if (it.isButton()) await it.reply('Lifted');
      if (it.isStringSelectMenu()) await it.reply(`So ${it.values.join()}`);
    });
    expect((await (await ada.clicks(reply, 'Lift me')).reply()).content).toBe('Lifted');
    expect((await (await ada.selects(reply, 'Feels different?', ['Sad'])).reply()).content).toBe('So sad');
  });

  it('stays one: other components replace the old, words and embeds are refused', async () => {
    const { discord, reply, ada } = await withCard(async (it) => {
      if (!it.isButton()) return;
      await it.update({ components: [words('Thank you')] });
      await it.editReply({ content: 'old ways' }).catch(() => undefined);
    });
    await ada.clicks(reply, 'lift');
    await reply.waitFor(() => discord.refusals.length > 0);
    expect(reply.json.components).toMatchObject([{ type: KIND.text, content: 'Thank you' }]);
    expect(discord.refusals.map(({ rule }) => rule)).toEqual(['v2-for-good']);
  });

  it('pings whom its texts mention', async () => {
    const { say, ada, discord } = await scene();
    await say({ flags: V2, components: [words(`For ${ada.mention}`).toJSON()] });
    expect(discord.channel.messages[0]?.pings.users).toEqual([ada.id]);
  });

  it('is filled to the brim: 40 components, 4,000 characters, 10 pictures', async () => {
    const { say, discord } = await scene();
    const text = (length: number): object => ({ type: KIND.text, content: 'x'.repeat(length) });
    const items = many(10, () => ({ media: { url: 'https://example.org/a.png' } }));
    await say({
      flags: V2,
      components: [
        { type: KIND.container, accent_color: 0, components: [{ type: KIND.gallery, items }, text(1_000)] },
        text(3_000),
        ...many(36, () => ({ type: KIND.separator, spacing: 2 })),
      ],
    });
    expect(discord.refusals).toEqual([]);
    expect(discord.channel.messages).toHaveLength(1);
  });

  it.each([
    [
      'a container in a container',
      { type: KIND.container, components: [{ type: KIND.container, components: [] }] },
    ],
    ['a button by itself', { type: KIND.button, style: 1, label: 'x', custom_id: 'x' }],
    ['a thumbnail by itself', { type: KIND.thumbnail, media: { url: 'https://example.org/a.png' } }],
    ['a text in a row', row({ type: KIND.text, content: 'x' })],
    ['an input in a row', row({ type: KIND.textInput, custom_id: 'x', style: 1, label: 'x' })],
  ])('has no place for %s', async (_, component) => {
    const { say, discord } = await scene();
    await say({ flags: V2, components: [component] });
    expect(discord.refusals.map(({ rule }) => rule)).toEqual(['component-kind']);
  });

  it('tells what is wrong as Discord does, under data in a response', async () => {
    const { asked, call } = await scene();
    const data = { flags: V2, components: [{ type: KIND.container, components: [{ type: KIND.button }] }] };
    const { json } = await call('POST', (await asked()).callback, { type: 4, data });
    const message = 'Value of field "type" must be one of (1, 9, 10, 12, 13, 14).';
    const errors = { '0': { components: { '0': { _errors: [{ code: 'UNION_TYPE_CHOICES', message }] } } } };
    expect(json).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: { data: { components: errors } },
    });
  });
});

describe('a select of people, roles or places', () => {
  it('brings those who were picked, and takes no others', async () => {
    const discord = await discordFor();
    const selects = [
      new UserSelectMenuBuilder({ customId: 'with', maxValues: 2 }),
      new MentionableSelectMenuBuilder({ customId: 'for', maxValues: 2 }),
      new RoleSelectMenuBuilder({ customId: 'as' }),
      new ChannelSelectMenuBuilder({ customId: 'where', channelTypes: [ChannelType.GuildVoice] }),
    ];
    const components = selects.map((select) => ({ type: KIND.row, components: [select.toJSON()] }));
    await botOn(discord, {
      commands: [{ name: 'mood', description: 'Reads a mood' }],
      async on(it) {
        if (it.isChatInputCommand()) await it.reply({ components });
        if (it.isUserSelectMenu()) await it.reply(it.users.map((user) => user.displayName).join());
        if (it.isMentionableSelectMenu()) await it.reply([...it.users.keys(), ...it.roles.keys()].join());
      },
    });
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    const fans = discord.guild.addRole('Fans');
    const reply = await (await ada.uses('/mood')).reply();
    const people = await (await ada.selects(reply, 'with', [ada, ben])).reply();
    const named = await (await ada.selects(reply, 'for', [ben, fans])).reply();
    expect([people.content, named.content]).toEqual(['Ada,Ben', `${ben.id},${fans.id}`]);
    await expect(ada.selects(reply, 'as', [ben])).rejects.toThrow('does not offer');
    await expect(ada.selects(reply, 'where', [discord.channel])).rejects.toThrow('does not offer');
  });
});
