import { once } from 'node:events';
import {
  AttachmentBuilder,
  ButtonStyle,
  Client,
  ComponentType,
  Events,
  GatewayIntentBits as Intent,
  MessageFlags,
} from 'discord.js';
import type { ButtonInteraction, ChatInputCommandInteraction, Interaction, Message } from 'discord.js';
import { onTestFinished } from 'vitest';
import type { Discord, HandClock } from '../../../sandbox/discord/index.ts';
import { clientOptions } from '../bot.ts';
import { COMMANDS } from './commands.ts';
import type { Mistake } from './mistakes.ts';

const MINUTE = 60_000;

/** Longer work than this ends after the token may have run out. */
const LONGEST_WORK = 10 * MINUTE;

/** What of a diary fits into one embed. */
const CARD_LENGTH = 4_096;

/** A small bot on the real client, in which people keep notes and a photo. */
export class DiaryBot {
  readonly #client: Client;
  readonly #clock: HandClock;
  readonly #mistake: Mistake | null;
  readonly #notes = new Map<string, string[]>();
  readonly #photos = new Map<string, string | Buffer>();
  /** Notes that wait for *Keep* or *Drop*, by the message that asks. */
  readonly #drafts = new Map<string, string>();
  readonly #running: Promise<unknown>[] = [];

  /** @param mistake the one that it makes; null makes none */
  constructor(discord: Discord, clock: HandClock, mistake: Mistake | null) {
    this.#clock = clock;
    this.#mistake = mistake;
    const content = this.#makes('reads-without-leave') ? [] : [Intent.MessageContent];
    const presences = this.#makes('asks-for-too-much') ? [Intent.GuildPresences] : [];
    const intents = [Intent.Guilds, Intent.GuildMessages, ...content, ...presences];
    this.#client = new Client({ ...clientOptions(discord), intents });
    const listen = (): void => {
      this.#client.on(Events.InteractionCreate, (interaction) => this.#run(this.#answer(interaction)));
    };
    listen();
    if (this.#makes('listens-twice')) listen();
    this.#client.on(Events.MessageCreate, (message) => this.#run(this.#read(message)));
    onTestFinished(() => this.#client.destroy());
  }

  /** Logs in and registers the commands; gives the close code if the gateway will not have it. */
  async start(token: string): Promise<number | null> {
    const ready = once(this.#client, Events.ClientReady).then(() => null);
    const closed = new Promise<number>((resolve) => {
      this.#client.once(Events.ShardDisconnect, ({ code }) => resolve(code));
    });
    await this.#client.login(token).catch(() => undefined);
    const code = await Promise.race([ready, closed]);
    if (code === null) await this.#client.application?.commands.set(COMMANDS);
    return code;
  }

  /** Lets a person do something, and waits until the bot is through with it. */
  async hears<T>(
    act: () => Promise<T>,
    event: Events.InteractionCreate | Events.MessageCreate = Events.InteractionCreate,
  ): Promise<T> {
    const heard = once(this.#client, event);
    const done = await act();
    await heard;
    await Promise.all(this.#running);
    return done;
  }

  #makes(mistake: Mistake): boolean {
    return this.#mistake === mistake;
  }

  // A refusal ends in the log of an operator who does not read it.
  #run(work: Promise<unknown>): void {
    this.#running.push(work.catch(() => undefined));
  }

  #work(ms: number): void {
    this.#clock.advance(ms);
  }

  async #answer(interaction: Interaction): Promise<unknown> {
    if (interaction.isButton())
      return interaction.customId.startsWith('keep') ? this.#keep(interaction) : this.#drop(interaction);
    if (!interaction.isChatInputCommand()) return undefined;
    switch (interaction.commandName) {
      case 'note':
        return this.#ask(interaction);
      case 'diary':
        return this.#diary(interaction);
      case 'yearbook':
        return this.#yearbook(interaction);
      case 'frame':
        return this.#frame(interaction);
      default:
        return this.#photo(interaction);
    }
  }

  async #ask(command: ChatInputCommandInteraction): Promise<void> {
    const text = command.options.getString('text', true);
    const id = this.#makes('mixes-people-up') ? 'latest' : command.id;
    this.#drafts.set(id, text);
    await command.reply({
      content: `Write “${text}” into your diary?`,
      flags: MessageFlags.Ephemeral,
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Keep', customId: `keep:${id}` },
            {
              type: ComponentType.Button,
              style: ButtonStyle.Secondary,
              label: 'Drop',
              customId: `drop:${id}`,
            },
          ],
        },
      ],
    });
  }

  async #keep(button: ButtonInteraction): Promise<void> {
    const text = this.#drafts.get(button.customId.slice('keep:'.length)) ?? '';
    this.#write(button.user.id, text);
    await button.update({ content: `Kept: ${text}`, components: [] });
  }

  async #drop(button: ButtonInteraction): Promise<void> {
    this.#drafts.delete(button.customId.slice('drop:'.length));
    if (this.#makes('forgets-a-button')) return;
    await button.update({ content: 'Dropped.', components: [] });
  }

  async #diary(command: ChatInputCommandInteraction): Promise<void> {
    const all = this.#notesOf(command.user.id).join('\n');
    const card = {
      title: 'Your diary',
      description: this.#makes('overfills-a-card') ? all : all.slice(-CARD_LENGTH),
    };
    if (this.#makes('tells-a-secret')) {
      await command.deferReply();
      await command.followUp({ embeds: [card], flags: MessageFlags.Ephemeral });
      return;
    }
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await command.editReply({ embeds: [card] });
  }

  async #yearbook(command: ChatInputCommandInteraction): Promise<void> {
    const time = command.options.getInteger('years', true) * MINUTE;
    const book = `Your yearbook is made: ${this.#notesOf(command.user.id).length} notes.`;
    if (this.#makes('works-first')) {
      this.#work(time);
      await command.reply(book);
      return;
    }
    await command.deferReply();
    if (time <= LONGEST_WORK || this.#makes('trusts-an-old-token')) {
      this.#work(time);
      await command.editReply(book);
      return;
    }
    await command.editReply('That takes a while. I will write here when it is done.');
    this.#work(time);
    if (command.channel?.isSendable()) await command.channel.send(book);
  }

  async #frame(command: ChatInputCommandInteraction): Promise<void> {
    const { url } = command.options.getAttachment('photo', true);
    const photo = this.#makes('keeps-a-link') ? url : Buffer.from(await (await fetch(url)).arrayBuffer());
    this.#photos.set(command.user.id, photo);
    await command.reply('Framed.');
  }

  async #photo(command: ChatInputCommandInteraction): Promise<void> {
    const photo = this.#photos.get(command.user.id) ?? '';
    await command.reply({ files: [new AttachmentBuilder(photo, { name: 'photo.png' })] });
  }

  async #read(message: Message): Promise<void> {
    const text = /^note: (.+)$/.exec(message.content)?.[1];
    if (text === undefined || message.author.bot) return;
    this.#write(message.author.id, text);
    await message.reply(`Kept: ${text}`);
  }

  #write(person: string, text: string): void {
    this.#notes.set(person, [...this.#notesOf(person), text]);
  }

  #notesOf(person: string): readonly string[] {
    return this.#notes.get(person) ?? [];
  }
}
