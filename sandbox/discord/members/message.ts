import { waitUntil } from '../patience.ts';
import type { Patience } from '../patience.ts';
import { messageJson } from '../wire/message.ts';
import type { MessageJson } from '../wire/message.ts';
import { FLAG } from '../wire/payload.ts';
import type { Sent } from '../wire/payload.ts';
import type { MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** Anyone who can look at a channel. */
export interface Viewer {
  readonly id: string;
}

/** A message in the chat. It is live: what it says changes as the bot edits it. */
export class Message {
  /** The sandbox's own record; not for tests. */
  readonly record: MessageRecord;
  readonly #world: World;

  constructor(world: World, record: MessageRecord) {
    this.#world = world;
    this.record = record;
  }

  get id(): string {
    return this.record.id;
  }

  get content(): string {
    return this.record.content;
  }

  /** The message as Discord's API returns it, with fresh CDN links. */
  get json(): MessageJson {
    return messageJson(this.#world, this.record);
  }

  /** The payload and files exactly as the bot sent them last, or null for a person's message. */
  get sent(): Sent | null {
    return this.record.sent;
  }

  /** Whether only one person sees it. */
  get isEphemeral(): boolean {
    return this.record.onlyFor !== null;
  }

  /** Whether it still says that the bot is thinking. */
  get isThinking(): boolean {
    return (this.record.flags & FLAG.loading) !== 0;
  }

  get deleted(): boolean {
    return this.record.deleted;
  }

  /** Whether the person has the message in front of them. */
  visibleTo(viewer: Viewer): boolean {
    const { deleted, dismissed, onlyFor, channel } = this.record;
    if (deleted || channel.deleted || (dismissed && onlyFor?.id === viewer.id)) return false;
    if (channel.recipient) return channel.recipient.id === viewer.id;
    return onlyFor === null || onlyFor.id === viewer.id;
  }

  /** Waits until the message is as wanted: edited, emptied of buttons, deleted. */
  async waitFor(wanted: (message: Message) => boolean, patience?: Patience): Promise<this> {
    await waitUntil(
      this.#world,
      'A change of a message',
      () => (wanted(this) ? { found: true } : null),
      patience,
    );
    return this;
  }
}

const views = new WeakMap<MessageRecord, Message>();

/** The one view of a record. */
export function viewOf(world: World, record: MessageRecord): Message {
  const known = views.get(record) ?? new Message(world, record);
  views.set(record, known);
  return known;
}
