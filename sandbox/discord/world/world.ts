import type { Clock } from '../clock.ts';
import type { CdnStore } from '../cdn/store.ts';
import { Refusal } from '../rules/refusal.ts';
import type { RegisteredCommand } from '../wire/command.ts';
import type { Interaction } from './interaction.ts';
import type { ChannelRecord, GuildRecord, MessageRecord, UserRecord } from './records.ts';
import { snowflakes } from './snowflake.ts';

/** Something the gateway tells the bot. */
export interface GatewayEvent {
  readonly name: string;
  readonly data: object;
  /** What a session without the MessageContent intent gets instead. */
  readonly withoutContent?: object;
  /** The guild it happened in, or null for direct messages. */
  readonly guildId: string | null;
}

/** A request that the sandbox turned down, and the rule that it broke. */
export interface RefusalRecord {
  readonly rule: Refusal['rule'];
  readonly status: number;
  readonly code: number;
  readonly method: string;
  readonly path: string;
  readonly body: object;
}

/** Everything that exists on this Discord, and who is told when it changes. */
export class World {
  readonly clock: Clock;
  readonly cdn: CdnStore;
  readonly nextId: () => string;
  readonly token: string;
  readonly bot: UserRecord;
  readonly guilds = new Map<string, GuildRecord>();
  readonly channels = new Map<string, ChannelRecord>();
  readonly users = new Map<string, UserRecord>();
  /** By token. */
  readonly interactions = new Map<string, Interaction>();
  readonly refusals: RefusalRecord[] = [];
  commands: readonly RegisteredCommand[] = [];
  /** Set when the server went away: nothing more will happen. */
  stopped = false;
  /** Describes the chat in words, for whoever waited in vain. */
  situation: () => string = () => '';
  readonly #watchers = new Set<() => void>();
  readonly #gateways = new Set<(event: GatewayEvent) => void>();

  constructor(parts: { clock: Clock; cdn: CdnStore; token: (id: string) => string; botName: string }) {
    this.clock = parts.clock;
    this.cdn = parts.cdn;
    this.nextId = snowflakes(parts.clock);
    const id = this.nextId();
    this.token = parts.token(id);
    this.bot = {
      id,
      username: parts.botName.toLowerCase(),
      displayName: parts.botName,
      bot: true,
      locale: 'en-US',
    };
    // The next id belongs to the bot's own role.
    this.nextId();
    this.users.set(id, this.bot);
  }

  /** Tells whoever waits that something is different now. */
  changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Calls `watcher` on every change until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Tells the bot, over whatever gateway sessions it has. */
  emit(event: GatewayEvent): void {
    for (const gateway of this.#gateways) gateway(event);
    this.changed();
  }

  /** Sends what is emitted to `gateway` as well. */
  connect(gateway: (event: GatewayEvent) => void): void {
    this.#gateways.add(gateway);
  }

  /** The channel, or Discord's refusal. */
  channel(id: string): ChannelRecord {
    const channel = this.channels.get(id);
    if (!channel || channel.deleted) throw new Refusal('channel-known');
    return channel;
  }

  /** Every message of every channel, oldest first. */
  get messages(): readonly MessageRecord[] {
    const all = [...this.channels.values()].flatMap((channel) => channel.messages);
    return all.toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }
}
