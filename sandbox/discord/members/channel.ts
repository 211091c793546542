import { waitUntil } from '../patience.ts';
import type { Patience } from '../patience.ts';
import { closeChannel } from '../world/places.ts';
import type { ChannelRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { viewOf } from './message.ts';
import type { Message } from './message.ts';

/** Which message to wait for, and from where on. */
export interface NextOptions extends Patience {
  /** Look behind this message, at those already there too; otherwise only at those yet to come. */
  readonly after?: Message;
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
    return nextIn(this.#world, () => this.messages, wanted, options);
  }

  /** Takes the channel away, with all that is in it. */
  delete(): void {
    closeChannel(this.#world, this.record);
  }
}

/** The next finished message of the bot among `messages` that is as wanted. */
export function nextIn(
  world: World,
  messages: () => readonly Message[],
  wanted: (message: Message) => boolean,
  options: NextOptions,
): Promise<Message> {
  const from = BigInt(options.after?.id ?? messages().at(-1)?.id ?? 0);
  const isNext = (it: Message): boolean =>
    BigInt(it.id) > from && it.record.author === world.bot && !it.isThinking && wanted(it);
  const probe = (): { found: Message } | null => {
    const found = messages().find(isNext);
    return found ? { found } : null;
  };
  return waitUntil(world, 'The next message of the bot', probe, options);
}
