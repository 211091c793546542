import type { Clock } from '../clock.ts';
import type { CdnStore } from '../cdn/store.ts';
import type { Violation } from '../contract/violation.ts';
import { LIMITS } from '../rules/limits.ts';
import { Refusal } from '../rules/refusal.ts';
import type { RegisteredCommand } from '../wire/command.ts';
import { Answers } from './answers.ts';
import type { Interaction } from './interaction.ts';
import { InteractionTokens } from './interaction-tokens.ts';
import type { ChannelRecord, GuildRecord, MessageRecord, UserRecord } from './records.ts';
import { compareIds, snowflakes } from './snowflake.ts';

/** Something the gateway tells the bot. */
export interface GatewayEvent {
  readonly name: string;
  readonly data: object;
  /** What a session without a privileged intent gets instead. */
  readonly without?: { readonly intent: 'messageContent' | 'guildPresences'; readonly data: object };
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
  token: string;
  readonly #newToken: (id: string) => string;
  readonly bot: UserRecord;
  /** Those that the bot is in. */
  readonly guilds = new Map<string, GuildRecord>();
  readonly channels = new Map<string, ChannelRecord>();
  readonly users = new Map<string, UserRecord>();
  /** By token, oldest first, for as long as the token is good. */
  readonly interactions = new Map<string, Interaction>();
  readonly tokens = new InteractionTokens();
  /** What a person waits for before they react. */
  readonly answers = new Answers();
  readonly refusals: RefusalRecord[] = [];
  readonly violations: Violation[] = [];
  commands: readonly RegisteredCommand[] = [];
  /** When commands were created, in milliseconds since 1970, by the guild's id or '' for those for everyone. */
  readonly commandCreations = new Map<string, number[]>();
  /** Set when the server went away: nothing more will happen. */
  stopped = false;
  /** Whether the application was granted the MessageContent intent, on which the REST API looks too. */
  readsContent: () => boolean = () => true;
  /** Describes the chat in words, for whoever waited in vain. */
  situation: () => string = () => '';
  readonly #watchers = new Set<() => void>();
  readonly #gateways = new Set<(event: GatewayEvent) => void>();

  constructor(parts: { clock: Clock; cdn: CdnStore; token: (id: string) => string; botName: string }) {
    this.clock = parts.clock;
    this.cdn = parts.cdn;
    this.nextId = snowflakes(parts.clock);
    const id = this.nextId();
    this.#newToken = parts.token;
    this.token = parts.token(id);
    this.bot = {
      id,
      username: parts.botName.toLowerCase(),
      displayName: parts.botName,
      bot: true,
      locale: 'en-US',
      nitro: false,
      installed: false,
      takesDms: false,
    };
    this.users.set(id, this.bot);
  }

  /** Tells whoever waits that something is different now. */
  changed(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Makes the bot's token worthless and gives out a new one. */
  resetToken(): void {
    this.token = this.#newToken(this.bot.id);
    this.changed();
  }

  /** Keeps what was not as Discord's OpenAPI documents it. */
  violate(violation: Violation): void {
    this.violations.push(violation);
    this.changed();
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

  /** Takes an interaction in, and lets go those whose token ran out. */
  begin(interaction: Interaction): void {
    for (const [token, { createdAt }] of this.interactions) {
      if (this.clock.now() - createdAt < LIMITS.tokenMs) break;
      this.interactions.delete(token);
    }
    this.interactions.set(interaction.token, interaction);
  }

  /** The channel, or Discord's refusal. */
  channel(id: string): ChannelRecord {
    const channel = this.channels.get(id);
    if (!channel || channel.deleted) throw new Refusal('channel-known');
    return channel;
  }

  /** What was said in these channels behind the message with this id, oldest first. */
  messagesAfter(id: string, channels: Iterable<ChannelRecord> = this.channels.values()): MessageRecord[] {
    // From the back: whoever waits for the next message asks on every change, and what is old can be very much.
    const later: MessageRecord[] = [];
    for (const { messages } of channels)
      for (let at = messages.length - 1; at >= 0; at -= 1) {
        const message = messages[at];
        if (!message || compareIds(message.id, id) <= 0) break;
        later.push(message);
      }
    return later.toSorted((a, b) => compareIds(a.id, b.id));
  }
}
