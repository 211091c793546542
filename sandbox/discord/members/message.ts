import { waitUntil } from '../patience.ts';
import type { Patience } from '../patience.ts';
import { withInner } from '../wire/component.ts';
import type { Embed } from '../wire/embed.ts';
import { messageJson } from '../wire/message.ts';
import type { MessageJson } from '../wire/message.ts';
import { FLAG } from '../wire/payload.ts';
import type { Sent } from '../wire/payload.ts';
import { sees } from '../world/permissions.ts';
import type { MessageRecord } from '../world/records.ts';
import type { World } from '../world/world.ts';

/** Anyone who can look at a channel. */
export interface Viewer {
  readonly id: string;
}

/** Whom a message pings: people and roles by their ids, and whether it calls everyone. */
export interface Pings {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
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

  /** Whom it pings, by their ids. Words alone ping nobody: allowed_mentions and permissions have their say. */
  get pings(): Pings {
    const { users, roles, everyone } = this.record.mentions;
    return { users: users.map((user) => user.id), roles, everyone };
  }

  /** All its words: the content, the embeds, what stands on buttons and selects, the names of its files. */
  get text(): string {
    return wordsOf(this.record).join('\n');
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
    const user = this.#world.users.get(viewer.id);
    return user !== undefined && sees(channel, user) && (onlyFor === null || onlyFor === user);
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

function wordsOf({ content, embeds, components, attachments }: MessageRecord): string[] {
  const words = [
    content,
    ...embeds.flatMap((it) => [it.author?.name, it.title, it.description, ...fieldsOf(it), it.footer?.text]),
    ...components.flatMap(withInner).flatMap((it) => [it.content, it.label, it.placeholder]),
    ...attachments.map((it) => it.name),
  ];
  return words.filter((word): word is string => typeof word === 'string' && word !== '');
}

const fieldsOf = (embed: Embed): string[] => (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);

const views = new WeakMap<MessageRecord, Message>();

/** The one view of a record. */
export function viewOf(world: World, record: MessageRecord): Message {
  const known = views.get(record) ?? new Message(world, record);
  views.set(record, known);
  return known;
}
