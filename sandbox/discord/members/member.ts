import { COMMAND } from '../wire/command.ts';
import { messageJson } from '../wire/message.ts';
import { waitUntil } from '../patience.ts';
import type { Patience } from '../patience.ts';
import type { Choice } from '../rules/autocomplete.ts';
import { leave } from '../world/guilds.ts';
import { INTERACTION } from '../world/interaction.ts';
import type { InteractionStart } from '../world/interaction.ts';
import { may, PERMISSION } from '../world/permissions.ts';
import { openDm } from '../world/places.ts';
import { editByPerson, remove } from '../world/posting.ts';
import { react, unreact } from '../world/reactions.ts';
import type { ChannelRecord, MessageRecord, Owners, UserRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { Channel } from './channel.ts';
import { isFile } from './files.ts';
import type { LocalFile } from './files.ts';
import { fillForm } from './forms.ts';
import type { FormValues } from './forms.ts';
import type { Guild } from './guild.ts';
import { interact } from './interact.ts';
import type { Message } from './message.ts';
import type { Modal } from './modal.ts';
import { commandFor, ownersOf } from './offered.ts';
import type { Place } from './offered.ts';
import { attach, requireShort, write } from './posts.ts';
import type { Post } from './posts.ts';
import { buttonOn, picksIn, selectOn } from './press.ts';
import { resolveUser } from './resolve.ts';
import type { Resolved } from './resolve.ts';
import { newestSeen, seenBy } from './sight.ts';
import type { Sight } from './sight.ts';
import { slashData, typedData } from './slash.ts';
import type { OptionValues } from './slash.ts';
import type { Use } from './use.ts';

/** Where something is done; the member's home channel when nothing is said. */
export interface Where {
  readonly in?: Channel;
}

/** Where to look for something, and how long to wait for it. */
export interface Looking extends Sight, Patience {}

/** What is picked in a select: options by label or value, people, roles and channels. */
export type Picks = readonly (string | { readonly id: string })[];

/** A person on this Discord, driven from code. */
export class Member {
  readonly #world: World;
  readonly #user: UserRecord;
  readonly #home: ChannelRecord;

  constructor(world: World, user: UserRecord, home: ChannelRecord) {
    this.#world = world;
    this.#user = user;
    this.#home = home;
  }

  get id(): string {
    return this.#user.id;
  }

  get name(): string {
    return this.#user.displayName;
  }

  /** How others mention this person in a message. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  /** The direct messages between this person and the bot. */
  get dm(): Channel {
    return new Channel(this.#world, openDm(this.#world, this.#user));
  }

  /** Everything that this person has in front of them, in all channels, oldest first. */
  get messages(): readonly Message[] {
    return seenBy(this.#world, this.#user);
  }

  /**
   * Uses a slash command, such as `/mood` or `/playlist save`.
   * @throws as Discord's client refuses: unknown command, option or choice, something required missing
   */
  async uses(line: string, options: OptionValues = {}, where: Where = {}): Promise<Use> {
    await this.#world.answers.read();
    const place = this.#place(where);
    const { command, commandName, data } = await slashData(this.#world, line, options, place);
    const owners = ownersOf(this.#world, command, place);
    const what = `/${commandName}`;
    return this.#asks({ type: INTERACTION.command, ...place, owners, what, commandName }, data);
  }

  /** Types into a command's option, the last one given, and reads what the bot suggests for it. */
  async types(
    line: string,
    options: OptionValues,
    { in: channel, ...patience }: Looking = {},
  ): Promise<readonly Choice[]> {
    const place = this.#place(channel ? { in: channel } : {});
    const { command, commandName, data, typing } = typedData(this.#world, line, options, place);
    const owners = ownersOf(this.#world, command, place);
    const what = `/${commandName}`;
    const start = { type: INTERACTION.autocomplete, ...place, owners, what, commandName, typing };
    return this.#asks(start, data).choices(patience);
  }

  /** Uses a command from a message's menu. */
  async usesOnMessage(name: string, message: Message): Promise<Use> {
    const { record } = await this.#looksAt(message);
    const resolved = { messages: { [record.id]: messageJson(this.#world, record) } };
    return this.#usesOn(COMMAND.message, name, record.id, resolved, record.channel, { target: record });
  }

  /** Uses a command from a person's menu. */
  async usesOnPerson(name: string, person: Member, where: Where = {}): Promise<Use> {
    await this.#world.answers.read();
    const { channel } = this.#place(where);
    const resolved: Resolved = {};
    resolveUser(this.#world, person.id, channel.guild, resolved);
    return this.#usesOn(COMMAND.user, name, person.id, resolved, channel);
  }

  /** Writes a message, with or without files; a file alone will do. */
  async posts(post: string | Post | LocalFile, where: Where = {}): Promise<Message> {
    await this.#world.answers.read();
    const { channel } = this.#place(where);
    return write(this.#world, this.#user, channel, postOf(post));
  }

  /** Waits until a message in front of this person says `words` anywhere in it, and gives the newest. */
  sees(words = '', looking: Looking = {}): Promise<Message> {
    const says = (it: Message): boolean => !it.isThinking && it.text.includes(words);
    return this.#finds(`A message with "${words}"`, says, looking);
  }

  /**
   * Presses a button, named by its label or custom id: on the message, or on the newest in front of this person that
   * has such a button, once there is one.
   * @throws when it cannot be pressed
   */
  clicks(button: string, looking?: Looking): Promise<Use>;
  clicks(message: Message, button: string): Promise<Use>;
  async clicks(on: Message | string, more: string | Looking = {}): Promise<Use> {
    const [button, looking] = typeof more === 'string' ? [more, {}] : [nameOf(on), more];
    const offers = (it: Message): boolean => can(() => buttonOn(it.record, button));
    const message =
      typeof on === 'string' ? await this.#finds(`The button "${button}"`, offers, looking) : on;
    await this.#looksAt(message);
    const { custom_id } = buttonOn(message.record, button);
    return this.#onComponent(message, `the button "${button}"`, { custom_id, component_type: 2 });
  }

  /** Picks from a select, named by its placeholder or custom id: on the message, or on the newest that has it. */
  selects(select: string, picks: Picks, looking?: Looking): Promise<Use>;
  selects(message: Message, select: string, picks: Picks): Promise<Use>;
  async selects(on: Message | string, second: string | Picks, third: Picks | Looking = {}): Promise<Use> {
    const [select, looking] = [typeof second === 'string' ? second : nameOf(on), isPicks(third) ? {} : third];
    const offers = (it: Message): boolean => can(() => selectOn(it.record, select));
    const message =
      typeof on === 'string' ? await this.#finds(`The select "${select}"`, offers, looking) : on;
    await this.#looksAt(message);
    const found = selectOn(message.record, select);
    const chosen = picksIn(this.#world, message.record, found, [second, third].find(isPicks) ?? []);
    const data = { custom_id: found.custom_id, component_type: found.type, ...chosen };
    return this.#onComponent(message, `the select "${select}"`, data);
  }

  /** Sends a form back, filled in by the inputs' labels or custom ids. */
  async submits(modal: Modal, values: FormValues = {}): Promise<Use> {
    const { openedBy } = modal;
    const { user, channel, source, owners } = openedBy.start;
    if (user.id !== this.id) throw new Error(`${this.name} does not see that form`);
    await this.#world.answers.read();
    const data = await fillForm(this.#world, modal, values);
    const start = {
      type: INTERACTION.modal,
      user,
      channel,
      owners,
      openedBy,
      what: `the form "${modal.title}"`,
      ...(source ? { source } : {}),
    };
    return this.#asks(start, data, source ? { message: messageJson(this.#world, source) } : {});
  }

  /** Rewrites a message of their own, adds files to it, or takes away those that it has. */
  async edits(
    message: Message,
    change: string | (Pick<Post, 'content' | 'files'> & { readonly keepsFiles?: boolean }),
  ): Promise<void> {
    const { record } = await this.#looksAt(message);
    if (record.author !== this.#user) throw new Error(`${this.name} did not write that message`);
    const {
      content = record.content,
      files = [],
      keepsFiles = true,
    } = typeof change === 'string' ? { content: change } : change;
    requireShort(content);
    const kept = keepsFiles ? record.attachments : [];
    const added = await attach(this.#world, this.#user, record.channel, files, kept.length);
    editByPerson(this.#world, record, { content, attachments: [...kept, ...added] });
  }

  /** Deletes a message of their own or, with Manage Messages, of anybody; sends an ephemeral one away. */
  async deletes(message: Message): Promise<void> {
    const { record } = await this.#looksAt(message);
    const own = record.author === this.#user;
    if (record.onlyFor) return this.dismisses(message);
    const moderates = record.channel.guild && may(record.channel, this.#user, PERMISSION.manageMessages);
    if (!own && !moderates) throw new Error(`${this.name} may not delete that message`);
    remove(this.#world, record);
  }

  /** Sends an ephemeral message away ("Dismiss message"); the bot hears nothing of it. */
  async dismisses(message: Message): Promise<void> {
    const { record } = await this.#looksAt(message);
    if (!record.onlyFor) throw new Error('Only what one person alone sees can be dismissed');
    record.dismissed = true;
    this.#world.changed();
  }

  /** Reacts to a message with an emoji. */
  async reacts(message: Message, emoji: string): Promise<void> {
    const { record } = await this.#looksAt(message);
    react(this.#world, record, this.#user, emoji);
  }

  /** Takes a reaction back. */
  async unreacts(message: Message, emoji: string): Promise<void> {
    const { record } = await this.#looksAt(message);
    unreact(this.#world, record, this.#user, emoji);
  }

  /** Leaves a guild. */
  leaves(guild: Guild): void {
    leave(this.#world, guild.record, this.#user);
  }

  /** Takes direct messages no longer, or again. */
  closesDms(closed = true): void {
    this.#user.takesDms = !closed;
  }

  /** Adds the application to their own account, so that its commands go along wherever they are. */
  installs(): void {
    this.#user.installed = true;
  }

  /** Takes the application off their account. */
  uninstalls(): void {
    this.#user.installed = false;
  }

  #asks(start: InteractionStart, data: object, more?: object): Use {
    return interact(this.#world, start, data, more);
  }

  #usesOn(
    type: number,
    name: string,
    targetId: string,
    resolved: object,
    channel: ChannelRecord,
    more: { readonly target?: MessageRecord } = {},
  ): Use {
    const place = { user: this.#user, channel };
    const command = commandFor(this.#world, type, name, place);
    const owners = ownersOf(this.#world, command, place);
    const what = `"${name}"`;
    const start = { type: INTERACTION.command, ...place, owners, what, commandName: name, ...more };
    return this.#asks(start, { id: command.id, name, type, target_id: targetId, resolved });
  }

  #onComponent(message: Message, what: string, data: object): Use {
    const { record } = message;
    const owners = record.cause?.owners ?? ownersIn(record.channel);
    const place = { user: this.#user, channel: record.channel };
    const start = { type: INTERACTION.component, ...place, owners, what, source: record };
    return this.#asks(start, data, { message: messageJson(this.#world, record) });
  }

  #finds(what: string, wanted: (message: Message) => boolean, looking: Looking): Promise<Message> {
    const probe = (): { readonly found: Message } | null => {
      const found = newestSeen(this.#world, this.#user, wanted, looking);
      return found ? { found } : null;
    };
    return waitUntil(this.#world, `${what} in front of ${this.name}`, probe, looking);
  }

  #place(where: Where): Place {
    const channel = where.in?.record ?? this.#home;
    if (channel.deleted) throw new Error(`The channel ${channel.name} is gone`);
    if (channel.guild && !channel.guild.members.has(this.id))
      throw new Error(`${this.name} is not in ${channel.guild.name}`);
    return { user: this.#user, channel };
  }

  async #looksAt(message: Message): Promise<Message> {
    await this.#world.answers.read();
    if (message.visibleTo(this)) return message;
    throw new Error(`${this.name} does not see that message`);
  }
}

const postOf = (post: string | Post | LocalFile): Post => {
  if (typeof post === 'string') return { content: post };
  return isFile(post) ? { files: [post] } : post;
};

/** On whose behalf the bot writes of its own accord. */
const ownersIn = (channel: ChannelRecord): Owners => ({ '0': channel.guild?.id ?? '0' });

const nameOf = (on: Message | string): string => (typeof on === 'string' ? on : '');

const isPicks = (value: unknown): value is Picks => Array.isArray(value);

function can(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
