import { COMMAND } from '../wire/command.ts';
import { messageJson } from '../wire/message.ts';
import { INTERACTION } from '../world/interaction.ts';
import { openDm } from '../world/places.ts';
import { remove } from '../world/posting.ts';
import type { ChannelRecord, UserRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { Channel } from './channel.ts';
import { interact } from './interact.ts';
import { viewOf } from './message.ts';
import type { Message } from './message.ts';
import type { Modal } from './modal.ts';
import { fillForm } from './forms.ts';
import type { FormValues } from './forms.ts';
import { write } from './posts.ts';
import type { Post } from './posts.ts';
import { buttonOn, picksIn, selectOn } from './press.ts';
import { commandFor, slashData } from './slash.ts';
import type { OptionValues } from './slash.ts';
import type { Use } from './use.ts';

/** Where something is done; the member's home channel when nothing is said. */
export interface Where {
  readonly in?: Channel;
}

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

  /**
   * Uses a slash command, such as `/mood` or `/playlist save`.
   * @throws as Discord's client refuses: unknown command, option or choice, something required missing
   */
  async uses(line: string, options: OptionValues = {}, where: Where = {}): Promise<Use> {
    const channel = this.#place(where);
    const { commandName, data } = await slashData(this.#world, line, options, channel);
    const start = {
      type: INTERACTION.command,
      user: this.#user,
      channel,
      what: `/${commandName}`,
      commandName,
    };
    return interact(this.#world, start, data);
  }

  /** Uses a command from a message's menu. */
  async usesOnMessage(name: string, message: Message): Promise<Use> {
    const { record } = await this.#looksAt(message);
    const command = commandFor(this.#world, COMMAND.message, name, record.channel);
    const what = `"${name}"`;
    const start = {
      type: INTERACTION.command,
      user: this.#user,
      channel: record.channel,
      what,
      commandName: name,
      target: record,
    };
    const resolved = { messages: { [record.id]: messageJson(this.#world, record) } };
    const data = { id: command.id, name, type: COMMAND.message, target_id: record.id, resolved };
    return interact(this.#world, start, data);
  }

  /** Writes a message, with or without files. */
  async posts(post: string | Post, where: Where = {}): Promise<Message> {
    return write(
      this.#world,
      this.#user,
      this.#place(where),
      typeof post === 'string' ? { content: post } : post,
    );
  }

  /** Presses a button, named by its label or custom id. */
  async clicks(message: Message, button: string): Promise<Use> {
    const { record } = await this.#looksAt(message);
    const { custom_id } = buttonOn(record, button);
    return this.#onComponent(message, `the button "${button}"`, { custom_id, component_type: 2 });
  }

  /** Picks from a select, named by its placeholder or custom id. */
  async selects(
    message: Message,
    select: string,
    picks: readonly (string | { readonly id: string })[],
  ): Promise<Use> {
    const { record } = await this.#looksAt(message);
    const { custom_id, type } = selectOn(record, select);
    const chosen = picksIn(this.#world, record, selectOn(record, select), picks);
    return this.#onComponent(message, `the select "${select}"`, {
      custom_id,
      component_type: type,
      ...chosen,
    });
  }

  /** Sends a form back, filled in by the inputs' labels or custom ids. */
  async submits(modal: Modal, values: FormValues = {}): Promise<Use> {
    const { user, channel, source } = modal.openedBy.start;
    if (user.id !== this.id) throw new Error(`${this.name} does not see that form`);
    const data = await fillForm(this.#world, modal, values);
    const start = {
      type: INTERACTION.modal,
      user,
      channel,
      what: `the form "${modal.title}"`,
      ...(source ? { source } : {}),
    };
    return interact(this.#world, start, data, source ? { message: messageJson(this.#world, source) } : {});
  }

  /** Takes back a message of their own, or sends an ephemeral one away ("Dismiss message"). */
  async deletes(message: Message): Promise<void> {
    const { record } = await this.#looksAt(message);
    if (record.onlyFor) record.dismissed = true;
    else if (record.author === this.#user) remove(this.#world, record);
    else throw new Error(`${this.name} may not delete that message`);
  }

  #onComponent(message: Message, what: string, data: object): Use {
    const { record } = message;
    const start = {
      type: INTERACTION.component,
      user: this.#user,
      channel: record.channel,
      what,
      source: record,
    };
    return interact(this.#world, start, data, { message: messageJson(this.#world, record) });
  }

  #place(where: Where): ChannelRecord {
    const channel = where.in?.record ?? this.#home;
    if (channel.deleted) throw new Error(`The channel ${channel.name} is gone`);
    return channel;
  }

  // A promise, so that what a person cannot do always rejects and never throws in the caller's face.
  #looksAt(message: Message): Promise<Message> {
    if (message.visibleTo(this)) return Promise.resolve(viewOf(this.#world, message.record));
    return Promise.reject(new Error(`${this.name} does not see that message`));
  }
}
