import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { ChatInputCommandInteraction, Interaction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Member } from '../../sandbox/discord/index.ts';
import { botOn, discordFor, PLAIN_INTENTS } from './bot.ts';

const MESSAGE_CONTENT = 1 << 15;

/** A bot with one command, and a person who acts the moment they see something. */
async function botWith(answer: (it: ChatInputCommandInteraction) => Promise<unknown>): Promise<Member> {
  const discord = await discordFor();
  const on = async (it: Interaction): Promise<void> => {
    if (it.isChatInputCommand()) await answer(it);
  };
  await botOn(discord, {
    intents: PLAIN_INTENTS | MESSAGE_CONTENT,
    commands: [{ name: 'go', description: 'x' }],
    on,
  });
  return discord.addMember('Ada');
}

describe('what begins with the answer to a request', () => {
  it('hears the first press: a book of pages', async () => {
    const next = new ButtonBuilder().setCustomId('next').setLabel('Next').setStyle(ButtonStyle.Primary);
    const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(next)];
    const ada = await botWith(async (it) => {
      const { resource } = await it.reply({ content: 'page 1', components, withResponse: true });
      const pages = resource?.message?.createMessageComponentCollector({ max: 2 });
      pages?.on('collect', (press) => void press.update(`page ${pages.total + 1}`));
      pages?.on('end', () => void it.editReply({ components: [] }));
    });
    const book = await (await ada.uses('/go')).reply();
    await ada.clicks(book, 'Next');
    await book.waitFor((it) => it.content === 'page 2');
    await ada.clicks(book, 'Next');
    await book.waitFor((it) => it.content === 'page 3' && it.json.components.length === 0);
  });

  it('hears the first message: a question', async () => {
    const ada = await botWith(async (it) => {
      await it.reply('Which song?');
      const said = it.inCachedGuild() ? await it.channel?.awaitMessages({ max: 1, time: 5_000 }) : null;
      await it.followUp(`${said?.first()?.content ?? 'nothing'} it is`);
    });
    const use = await ada.uses('/go');
    await use.reply();
    await ada.posts('Golden');
    expect((await use.nextMessage()).content).toBe('Golden it is');
  });

  it('hears the form that comes back at once', async () => {
    const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short);
    const label = new LabelBuilder().setLabel('Why').setTextInputComponent(input);
    const form = new ModalBuilder().setCustomId('form').setTitle('Why').addLabelComponents(label);
    const ada = await botWith(async (it) => {
      await it.showModal(form);
      const sent = await it.awaitModalSubmit({ time: 5_000 });
      await sent.reply(sent.fields.getTextInputValue('why'));
    });
    const modal = await (await ada.uses('/go')).modal();
    const sent = await ada.submits(modal, { Why: 'because' });
    expect((await sent.reply()).content).toBe('because');
  });
});
