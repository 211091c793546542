import { waitUntil } from '../patience.ts';
import type { Patience } from '../patience.ts';
import { changeThread, closeChannel, openThread, overwrite } from '../world/places.ts';
import { purge } from '../world/purge.ts';
import type { ChannelRecord } from '../world/records.ts';
import { compareIds } from '../world/snowflake.ts';
import type { World } from '../world/world.ts';
import { viewOf } from './message.ts';
import type { Message } from './message.ts';

/** Which message to wait for, and from where on. */
export interface NextOptions extends Patience {
  /** Look behind this message, at those already there too; otherwise only at those yet to come. */
  readonly after?: Message;
}

/** How a thread begins. */
export interface ThreadOptions {
  /** Whoever opens it. */
  readonly by: { readonly id: string };
  /** Whether only those who are in it see it. */
  readonly isPrivate?: boolean;
}

/** Permission bits that a channel gives and takes. */
export interface Permit {
  readonly allow?: bigint;
  readonly deny?: bigint;
}

/** A place where people and the bot write. */
export class Channel {
  /** The sandbox's own record; not for tests. */
  readonly record: ChannelRecord;
  readonly #world: World;

  constructor(world: World, record: ChannelRecord) {
    this.#world = world;
    this.record = record;
  }

  get id(): string {
    return this.record.id;
  }

  get name(): string {
    return this.record.name;
  }

  /** Every message that was not deleted, ephemeral ones too, oldest first. */
  get messages(): readonly Message[] {
    return this.record.messages.filter((it) => !it.deleted).map((it) => viewOf(this.#world, it));
  }

  /** The next finished message of the bot that is as wanted. */
  nextMessage(
    wanted: (message: Message) => boolean = () => true,
    options: NextOptions = {},
  ): Promise<Message> {
    return nextIn(this.#world, () => [this.record], wanted, options);
  }

  /**
   * A moderator's bot empties the channel. Messages, their files and links are gone; ephemeral ones too, once their
   * interaction is 15 minutes old.
   */
  purge(): void {
    purge(this.#world, this.record);
  }

  /** Opens a thread, in a forum a post, started by somebody. */
  addThread(name: string, { by, isPrivate = false }: ThreadOptions): Channel {
    const owner = this.#world.users.get(by.id);
    if (!owner) throw new Error(`Nobody has the id ${by.id}`);
    return new Channel(this.#world, openThread(this.#world, this.record, { name, owner, isPrivate }));
  }

  /** Closes the thread; the next post takes it up again, unless it is `locked` as well. */
  archive({ locked = false }: { readonly locked?: boolean } = {}): void {
    changeThread(this.#world, this.record, { archived: true, locked });
  }

  /** Takes the thread up again. */
  reopen(): void {
    changeThread(this.#world, this.record, { archived: false, locked: false });
  }

  /** Says what a role, a person or the bot may do here, whatever the guild says. */
  permit(whom: { readonly id: string }, { allow = 0n, deny = 0n }: Permit): void {
    const kind = this.record.guild?.roles.some((role) => role.id === whom.id) ? 'role' : 'member';
    overwrite(this.#world, this.record, { id: whom.id, kind, allow, deny });
  }

  /** Takes the channel away, with all that is in it. */
  delete(): void {
    closeChannel(this.#world, this.record);
  }
}

/** The next finished message of the bot in these channels that is as wanted. */
export function nextIn(
  world: World,
  channels: () => Iterable<ChannelRecord>,
  wanted: (message: Message) => boolean,
  options: NextOptions,
): Promise<Message> {
  const from = options.after?.id ?? lastIdIn(channels());
  const isNext = (it: Message): boolean =>
    !it.deleted && it.record.author === world.bot && !it.isThinking && wanted(it);
  const probe = (): { found: Message } | null => {
    const later = world.messagesAfter(from, channels()).map((it) => viewOf(world, it));
    const found = later.find(isNext);
    return found ? { found } : null;
  };
  return waitUntil(world, 'The next message of the bot', probe, options);
}

function lastIdIn(channels: Iterable<ChannelRecord>): string {
  const last = [...channels].map((channel) => channel.messages.at(-1)?.id ?? '0');
  return last.toSorted(compareIds).at(-1) ?? '0';
}
