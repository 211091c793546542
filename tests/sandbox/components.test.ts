import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  TextInputStyle,
} from 'discord.js';
import type { Interaction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Discord } from '../../sandbox/discord/index.ts';
import { botOn, discordFor, PIXEL } from './bot.ts';
import { button, many, option, row, scene, select as choice } from './scene.ts';

/** One of several options that a select starts with. */
const picked = (n: number): object => ({ ...option(`${n}`), default: true });

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder({ customId: 'agree', label: 'Agree', style: ButtonStyle.Success }),
  new ButtonBuilder({ customId: 'off', label: 'Not now', style: ButtonStyle.Secondary, disabled: true }),
  new ButtonBuilder({ url: 'https://example.org', label: 'Read more', style: ButtonStyle.Link }),
);

const select = {
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.StringSelect,
      custom_id: 'feels',
      placeholder: 'Feels different?',
      options: [
        { label: 'Calm', value: 'calm' },
        { label: 'Sad', value: 'sad' },
      ],
    },
  ],
} as const;

async function withNotice(on: (interaction: Interaction) => Promise<unknown>): Promise<Discord> {
  const discord = await discordFor();
  await botOn(discord, {
    commands: [{ name: 'mood', description: 'Reads a mood' }],
    on: (it) =>
      it.isChatInputCommand()
        ? it.reply({ content: 'May I?', components: [buttons, select], flags: MessageFlags.Ephemeral })
        : on(it),
  });
  return discord;
}

describe('a button', () => {
  it('changes the message it is on, and brings a public message after it', async () => {
    const discord = await withNotice(async (it) => {
      if (!it.isButton()) return;
      await it.update({ content: 'Thank you', components: [] });
      await it.followUp('Here is your list');
    });
    const ada = discord.addMember('Ada');
    const notice = await (await ada.uses('/mood')).reply();
    const click = await ada.clicks(notice, 'Agree');
    const later = await discord.nextMessage((it) => !it.isEphemeral, { after: notice });
    expect(await click.reply()).toBe(notice);
    expect([notice.content, notice.json.components]).toEqual(['Thank you', []]);
    expect([later.content, later.json.referenced_message]).toEqual(['Here is your list', undefined]);
  });

  it('can take its time: deferred, then the message is edited', async () => {
    const discord = await withNotice(async (it) => {
      if (!it.isButton()) return;
      await it.deferUpdate();
      await it.editReply({ content: 'Thank you', components: [] });
    });
    const ada = discord.addMember('Ada');
    const notice = await (await ada.uses('/mood')).reply();
    await ada.clicks(notice, 'agree');
    await notice.waitFor((it) => it.content === 'Thank you');
    expect(discord.channel.messages).toEqual([notice]);
  });

  it.each([
    ['that is not there', 'Refuse', 'There is no button "Refuse". There is: Agree, Not now, Read more'],
    ['that is disabled', 'Not now', 'is disabled'],
    ['that is a link', 'Read more', 'is a link to https://example.org'],
  ])('%s cannot be pressed', async (_, label, words) => {
    const discord = await withNotice(() => Promise.resolve());
    const ada = discord.addMember('Ada');
    const notice = await (await ada.uses('/mood')).reply();
    await expect(ada.clicks(notice, label)).rejects.toThrow(words);
  });
});

describe('a select', () => {
  it('tells the bot what was picked', async () => {
    const discord = await withNotice(
      async (it) => it.isStringSelectMenu() && it.reply(`So ${it.values.join()}`),
    );
    const ada = discord.addMember('Ada');
    const notice = await (await ada.uses('/mood')).reply();
    const pick = await ada.selects(notice, 'Feels different?', ['Calm']);
    expect((await pick.reply()).content).toBe('So calm');
  });

  it('offers only its options', async () => {
    const discord = await withNotice(() => Promise.resolve());
    const ada = discord.addMember('Ada');
    const notice = await (await ada.uses('/mood')).reply();
    await expect(ada.selects(notice, 'feels', ['angry'])).rejects.toThrow('There is: Calm, Sad');
    await expect(ada.selects(notice, 'feels', ['calm', 'sad'])).rejects.toThrow('1 to 1 picks');
  });
});

describe('a form', () => {
  it('comes back filled in', async () => {
    const discord = await withNotice(async (it) => {
      if (it.isButton())
        await it.showModal({
          title: 'Your taste',
          custom_id: 'taste',
          components: [
            {
              type: ComponentType.Label,
              label: 'A song you love',
              component: {
                type: ComponentType.TextInput,
                custom_id: 'song',
                style: TextInputStyle.Short,
                max_length: 40,
              },
            },
          ],
        });
      if (it.isModalSubmit()) await it.reply(`You love ${it.fields.getTextInputValue('song')}`);
    });
    const ada = discord.addMember('Ada');
    const notice = await (await ada.uses('/mood')).reply();
    const modal = await (await ada.clicks(notice, 'Agree')).modal();
    await expect(ada.submits(modal)).rejects.toThrow('The form needs "A song you love"');
    const sent = await ada.submits(modal, { 'A song you love': 'Golden' });
    expect((await sent.reply()).content).toBe('You love Golden');
  });
});

describe('a command in a message’s menu', () => {
  it('brings the message with its files, without the MessageContent intent', async () => {
    const discord = await discordFor({ privilegedIntents: [] });
    const names: string[] = [];
    await botOn(discord, {
      commands: [{ name: 'Read the mood', type: ApplicationCommandType.Message }],
      async on(it) {
        if (!it.isMessageContextMenuCommand()) return;
        names.push(...it.targetMessage.attachments.map((file) => file.name));
        await it.reply(it.targetMessage.content);
      },
    });
    const [ada, ben] = [discord.addMember('Ada'), discord.addMember('Ben')];
    const message = await ben.posts({ content: 'me today', files: [{ name: 'me.png', bytes: PIXEL }] });
    const reply = await (await ada.usesOnMessage('Read the mood', message)).reply();
    expect([reply.content, names]).toEqual(['me today', ['me.png']]);
  });
});

describe('a row and a select are refused for each of their faults', () => {
  const user = { id: '111111111111111111', type: 'user' };
  it.each([
    ['row-shape', 'a select has a row of its own', row(choice(), button())],
    ['row-shape', 'two selects share no row', row(choice(), choice({ custom_id: 't' }))],
    ['row-shape', 'no row is empty', row()],
    ['select-defaults', 'picks are at most as many as it takes', row(choice({ options: many(2, picked) }))],
    ['select-defaults', 'of people, too', row({ type: 5, custom_id: 's', default_values: [user, user] })],
    ['select-range', 'it takes something', row(choice({ max_values: 0 }))],
    ['select-range', 'the least is not above the most', row(choice({ min_values: 2 }))],
  ] as const)('%s: %s', async (rule, _, inRow) => {
    const { say, discord } = await scene();
    await say({ components: [inRow] });
    expect(discord.refusals.map((it) => it.rule)).toEqual([rule]);
  });
});
