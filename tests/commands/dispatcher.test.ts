import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  EmbedBuilder,
  LabelBuilder,
  ModalBuilder,
  RoleSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

import type { Discord } from '../../sandbox/discord/index.ts';
import { button, type Card, row, textCard } from '../../src/cards/card.ts';
import type {
  Command,
  Context,
  FormButtonCommand,
  FormCommand,
  SlashCommand,
} from '../../src/commands/command.ts';
import { createDispatcher } from '../../src/commands/dispatcher.ts';
import { photosFrom } from '../../src/commands/photos.ts';
import { createSetOut } from '../../src/commands/set-out.ts';
import { createTurns } from '../../src/commands/turns.ts';
import { createWaiting } from '../../src/commands/waiting.ts';
import { createWebcamLinks } from '../../src/flows/webcam-links.ts';
import { MoodringError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { guildsIn } from '../../src/memory/guilds.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { meetingsIn } from '../../src/memory/meetings.ts';
import { playlistsIn } from '../../src/memory/playlists.ts';
import { openStore } from '../../src/memory/store.ts';
import { loadCatalogue } from '../../src/music/catalogue/load.ts';
import { startDiscord } from '../discord.ts';
import { clientOn } from './client-on.ts';
import { PATIENT, saidIn } from './moodring.ts';

/** The real client and dispatcher, with commands that misbehave. */
async function botWith(...commands: readonly Command[]): Promise<Discord> {
  return (await dispatcherWith(...commands)).discord;
}

async function dispatcherWith(...commands: readonly Command[]) {
  const discord = await startDiscord();
  const store = await openStore(':memory:');
  const context: Context = {
    parts: {
      vision: {
        engine: { name: 'wasm', native: undefined },
        read: () => Promise.reject(new MoodringError('busy', { seconds: 7 })),
        close: () => Promise.resolve(),
      },
      catalogue: await loadCatalogue(),
      listeners: listenersIn(store),
      guilds: guildsIn(store),
      meetings: meetingsIn(store),
      playlists: playlistsIn(store),
      publicUrl: undefined,
      spotify: undefined,
    },
    photos: photosFrom({ cdnUrls: [discord.cdnUrl], limit: 1 }),
    waiting: createWaiting(),
    turns: createTurns(),
    setOut: createSetOut(),
    webcam: createWebcamLinks(),
  };
  const { handle, drain } = createDispatcher(commands, context, createLog('silent'));
  onTestFinished(async () => {
    await store.close();
    await discord.stop();
  });
  await clientOn(discord, commands, (interaction) => void handle(interaction));
  return { discord, drain };
}

const card = (text: string) => textCard(new EmbedBuilder().setDescription(text));

const command = (does: Partial<SlashCommand>): SlashCommand => ({
  kind: 'slash',
  data: { name: 'try', description: 'A command for tests' },
  acknowledge: 'public',
  run: () => Promise.resolve(card('done')),
  ...does,
});

it('acknowledges in time although the command cannot decide how, and answers to the person alone', async () => {
  const discord = await botWith(command({ acknowledge: () => new Promise(() => undefined) }));
  const use = await discord.addMember('Ada').uses('/try');
  const answer = await use.reply(PATIENT);
  expect(saidIn(answer)).toContain('done');
  expect(answer.isEphemeral).toBe(true);
  expect(use.interaction.failure).toBeNull();
});

it('acknowledges although the command cannot find out how', async () => {
  const discord = await botWith(command({ acknowledge: () => Promise.reject(new Error('no store')) }));
  const answer = await (await discord.addMember('Ada').uses('/try')).reply(PATIENT);
  expect(answer.isEphemeral).toBe(true);
  expect(saidIn(answer)).toContain('done');
});

it("answers a fault of its own with a sentence, never with a library's words", async () => {
  const fault = () => Promise.reject(new TypeError("Cannot read properties of undefined (reading 'face')"));
  const discord = await botWith(command({ run: fault }));
  const answer = await (await discord.addMember('Ada').uses('/try')).nextMessage(PATIENT);
  expect(saidIn(answer)).toContain('Something went wrong on my side');
  expect(JSON.stringify(answer.json)).not.toMatch(/Cannot read|TypeError| at /);
});

it('answers a known error with its own sentence', async () => {
  const discord = await botWith(
    command({ run: () => Promise.reject(new MoodringError('busy', { seconds: 7 })) }),
  );
  const answer = await (await discord.addMember('Ada').uses('/try')).nextMessage(PATIENT);
  expect(saidIn(answer)).toContain('Try again in 7 seconds');
});

it('tells what went wrong although somebody deleted the "thinking…" meanwhile', async () => {
  const deletes: SlashCommand['run'] = async ({ interaction }) => {
    await interaction.deleteReply();
    throw new MoodringError('busy', { seconds: 7 });
  };
  const discord = await botWith(command({ run: deletes }));
  const answer = await (await discord.addMember('Ada').uses('/try')).nextMessage(PATIENT);
  expect(answer.isEphemeral).toBe(true);
  expect(saidIn(answer)).toContain('Try again in 7 seconds');
});

it('tells that a button of an older version does nothing any more', async () => {
  const old = new ButtonBuilder().setCustomId('vanished:1').setLabel('Old').setStyle(ButtonStyle.Primary);
  const withButton = {
    ...card('old'),
    components: [new ActionRowBuilder<ButtonBuilder>().addComponents(old)],
  };
  const discord = await botWith(command({ run: () => Promise.resolve(withButton) }));
  const ada = discord.addMember('Ada');
  const message = await (await ada.uses('/try')).reply(PATIENT);
  const answer = await (await ada.clicks(message, 'Old')).reply(PATIENT);
  expect(answer.isEphemeral).toBe(true);
  expect(saidIn(answer)).toContain('older version');
  expect(saidIn(message)).toContain('old');
});

it('goes on after an answer that Discord refuses', async () => {
  let first = true;
  const run = () => {
    const broken = first;
    first = false;
    return Promise.resolve(broken ? textCard() : card('fine'));
  };
  const discord = await botWith(command({ run }));
  const ada = discord.addMember('Ada');
  expect(saidIn(await (await ada.uses('/try')).nextMessage(PATIENT))).toContain('Something went wrong');
  expect(saidIn(await (await ada.uses('/try')).reply(PATIENT))).toContain('fine');
});

it('tells at once of an answer that cannot even be sent', async () => {
  const unfinished = new ActionRowBuilder<ButtonBuilder>().addComponents(new ButtonBuilder().setLabel('Go'));
  const run = () => Promise.resolve({ ...card('x'), components: [unfinished] });
  const discord = await botWith(command({ run }));
  const answer = await (await discord.addMember('Ada').uses('/try')).nextMessage(PATIENT);
  expect(saidIn(answer)).toContain('Something went wrong on my side');
});

it('finishes what runs before a stop, and tells whoever comes later', async () => {
  let finish: (card: Card) => void = () => undefined;
  const slow = new Promise<Card>((resolve) => (finish = resolve));
  const { discord, drain } = await dispatcherWith(command({ run: () => slow }));
  const ada = discord.addMember('Ada');
  const early = await ada.uses('/try');
  await vi.waitFor(() => expect(early.state).toBe('deferred'));
  const drained = drain();
  const late = await ada.uses('/try');
  expect(saidIn(await late.nextMessage(PATIENT))).toContain('restarting');
  finish(card('finished'));
  await drained;
  expect(saidIn(await early.reply(PATIENT))).toContain('finished');
});

const WORD = {
  type: ApplicationCommandOptionType.String,
  name: 'word',
  description: 'A word',
  autocomplete: true,
} as const;

const suggesting = (suggest: NonNullable<SlashCommand['suggest']>) =>
  command({ data: { name: 'try', description: 'A command for tests', options: [WORD] }, suggest });

it('offers what a command suggests, in its order, cut to what Discord shows', async () => {
  const suggest: SlashCommand['suggest'] = ({ option, text }) => [
    { name: `${option}: ${text}`, value: text },
    { name: 'n'.repeat(101), value: 'too long a name' },
    { name: 'too long a value', value: 'v'.repeat(101) },
    { name: ' ', value: 'no name' },
    ...Array.from({ length: 100 }, (_, n) => ({ name: `name ${n}`, value: `value ${n}` })),
  ];
  const discord = await botWith(suggesting(suggest));
  const choices = await discord.addMember('Ada').types('/try', { word: 'a`b' }, PATIENT);
  expect(choices).toHaveLength(25);
  expect(choices[0]).toEqual({ name: 'word: a`b', value: 'a`b' });
  expect(choices[1]).toEqual({ name: 'name 0', value: 'value 0' });
  expect(discord.refusals).toEqual([]);
});

it('offers nothing where a command cannot suggest, and goes on', async () => {
  let fails = true;
  const suggest: SlashCommand['suggest'] = () => {
    if (fails) throw new TypeError('no catalogue');
    return [{ name: 'fine', value: 'fine' }];
  };
  const discord = await botWith(suggesting(suggest));
  const ada = discord.addMember('Ada');
  expect(await ada.types('/try', { word: '' }, PATIENT)).toEqual([]);
  fails = false;
  expect(await ada.types('/try', { word: '' }, PATIENT)).toEqual([{ name: 'fine', value: 'fine' }]);
  const silent = await botWith(command({ data: { name: 'try', description: 'x', options: [WORD] } }));
  expect(await silent.addMember('Bea').types('/try', { word: 'x' }, PATIENT)).toEqual([]);
});

describe('a form', () => {
  const form = (title: string) =>
    new ModalBuilder()
      .setCustomId('setup-hours:7')
      .setTitle(title)
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('From')
          .setTextInputComponent(new TextInputBuilder().setCustomId('from').setStyle(TextInputStyle.Short)),
      );
  const opens: SlashCommand = command({
    run: () =>
      Promise.resolve({
        ...card('before'),
        components: [row(button('Open', 'setup-quiet:7', ButtonStyle.Secondary))],
      }),
  });
  const sent: FormCommand = {
    kind: 'form',
    name: 'setup-hours',
    acknowledge: 'update',
    run: ({ interaction, args }) =>
      Promise.resolve(card(`${args.join()} ${interaction.fields.getTextInputValue('from')}`)),
  };
  const buttonWith = (made: FormButtonCommand['form']): FormButtonCommand => ({
    kind: 'form-button',
    name: 'setup-quiet',
    form: made,
  });

  it('is opened by a button, although Discord’s word of it was lost, and changes the message when it is sent', async () => {
    const discord = await botWith(
      opens,
      sent,
      buttonWith(({ args }) => Promise.resolve(form(`Form ${args.join()}`))),
    );
    const ada = discord.addMember('Ada');
    const message = await (await ada.uses('/try')).reply(PATIENT);
    discord.trouble.rest({ kind: 'lost-answer' }, { on: /^POST \/interactions\//, times: 1 });
    const modal = await (await ada.clicks(message, 'Open')).modal(PATIENT);
    expect(modal.title).toBe('Form 7');
    await (await ada.submits(modal, { From: '22:00' })).reply(PATIENT);
    expect(saidIn(message)).toContain('7 22:00');
    expect(discord.channel.messages).toHaveLength(1);
  });

  it('that cannot be made is answered with the sentence for that, privately', async () => {
    const refuses = () => Promise.reject(new MoodringError('not-a-manager'));
    const discord = await botWith(opens, sent, buttonWith(refuses));
    const ada = discord.addMember('Ada');
    const message = await (await ada.uses('/try')).reply(PATIENT);
    const refused = await (await ada.clicks(message, 'Open')).reply(PATIENT);
    expect(refused.isEphemeral).toBe(true);
    expect(saidIn(refused)).toContain('Only people who may manage this server');
    expect(saidIn(message)).toContain('before');
  });
});

it('hands channels and roles that were picked to their commands', async () => {
  const picks: SlashCommand = command({
    run: () =>
      Promise.resolve({
        ...card('before'),
        components: [
          row(new ChannelSelectMenuBuilder().setCustomId('setup-channels').setPlaceholder('Where')),
          row(new RoleSelectMenuBuilder().setCustomId('setup-roles').setPlaceholder('Who')),
        ],
      }),
  });
  const shows = ({ interaction }: { interaction: { values: readonly string[] } }) =>
    Promise.resolve({ ...card(interaction.values.join()), components: [] });
  const discord = await botWith(
    picks,
    { kind: 'channel-select', name: 'setup-channels', acknowledge: 'private', run: shows },
    { kind: 'role-select', name: 'setup-roles', acknowledge: 'private', run: shows },
  );
  const ada = discord.addMember('Ada');
  const role = discord.guild.addRole('DJ');
  const message = await (await ada.uses('/try')).reply(PATIENT);
  expect(saidIn(await (await ada.selects(message, 'Where', [discord.channel])).reply(PATIENT))).toContain(
    discord.channel.id,
  );
  expect(saidIn(await (await ada.selects(message, 'Who', [role])).reply(PATIENT))).toContain(role.id);
});
