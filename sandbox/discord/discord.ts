import type { Server } from 'node:http';
import { transcriptOf } from './chat/transcript.ts';
import type { Clock } from './clock.ts';
import type { Gateway } from './gateway/gateway.ts';
import { Channel, nextIn } from './members/channel.ts';
import type { NextOptions } from './members/channel.ts';
import { Guild } from './members/guild.ts';
import { Member } from './members/member.ts';
import { viewOf } from './members/message.ts';
import type { Message, Viewer } from './members/message.ts';
import { waitUntil } from './patience.ts';
import type { Patience } from './patience.ts';
import type { RegisteredCommand } from './wire/command.ts';
import { foundGuild, join, openChannel, signUp } from './world/places.ts';
import type { RefusalRecord, World } from './world/world.ts';

/** A new person. */
export interface MemberOptions {
  readonly locale?: string;
  /** Permission bits beyond what everyone has. */
  readonly permissions?: bigint;
}

interface Parts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly server: Server;
  readonly clock: Clock & { cancelAll(): void };
  readonly origin: string;
}

/** A Discord of one's own on loopback: the service for the bot, and the people who use it. */
export class Discord {
  readonly guild: Guild;
  readonly channel: Channel;
  readonly gateway: Gateway;
  readonly origin: string;
  readonly #world: World;
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#world = parts.world;
    this.gateway = parts.gateway;
    this.origin = parts.origin;
    const guild = foundGuild(this.#world, 'Moody Street');
    this.guild = new Guild(this.#world, guild);
    this.channel = new Channel(this.#world, openChannel(this.#world, guild, 'music'));
    this.#world.situation = () => `\n\nThe chat so far:\n${this.transcript()}\n\n${refused(this.refusals)}`;
  }

  /** For `new Client({ rest: { api } })`. */
  get restUrl(): string {
    return `${this.origin}/api`;
  }

  /** For `new Client({ rest: { cdn } })`. */
  get cdnUrl(): string {
    return this.origin;
  }

  /** The bot's token. */
  get token(): string {
    return this.#world.token;
  }

  get applicationId(): string {
    return this.#world.bot.id;
  }

  /** What the bot registered, as the API lists it. */
  get commands(): readonly RegisteredCommand[] {
    return this.#world.commands;
  }

  /** Every request that was turned down, with the rule it broke, oldest first. */
  get refusals(): readonly RefusalRecord[] {
    return this.#world.refusals;
  }

  /** The names of the files that somebody fetched from the CDN, oldest first. */
  get downloads(): readonly string[] {
    return this.#world.cdn.downloads;
  }

  addGuild(name: string): Guild {
    return new Guild(this.#world, foundGuild(this.#world, name));
  }

  /** Lets a person into the default guild. */
  addMember(name: string, { locale = 'en-US', permissions = 0n }: MemberOptions = {}): Member {
    const user = signUp(this.#world, name, locale);
    const home = this.channel.record;
    if (home.guild) join(this.#world, home.guild, user, permissions);
    return new Member(this.#world, user, home);
  }

  /** Waits until the bot is on the gateway. */
  async botIsOnline(patience?: Patience): Promise<void> {
    const probe = (): { found: true } | null => (this.gateway.online.length > 0 ? { found: true } : null);
    await waitUntil(this.#world, 'The bot on the gateway', probe, patience);
  }

  /** Waits until the bot is on the gateway and has registered its commands. */
  async botIsReady(patience?: Patience): Promise<void> {
    const ready = (): boolean => this.gateway.online.length > 0 && this.commands.length > 0;
    await waitUntil(this.#world, 'The bot, ready', () => (ready() ? { found: true } : null), patience);
  }

  /** The next finished message of the bot, in any channel, that is as wanted. */
  nextMessage(
    wanted: (message: Message) => boolean = () => true,
    options: NextOptions = {},
  ): Promise<Message> {
    const all = (): Message[] =>
      this.#world.messages.filter((it) => !it.deleted).map((it) => viewOf(this.#world, it));
    return nextIn(this.#world, all, wanted, options);
  }

  /** The chat as plain text: everything, or what one person sees. */
  transcript(viewer?: Viewer): string {
    return transcriptOf(this.#world, viewer);
  }

  /** Hangs up on the bot and frees the port. */
  async stop(): Promise<void> {
    this.#world.stopped = true;
    this.#world.changed();
    this.#parts.clock.cancelAll();
    this.gateway.close();
    const { server } = this.#parts;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}

function refused(refusals: readonly RefusalRecord[]): string {
  if (refusals.length === 0) return 'Nothing the bot sent was refused.';
  const lines = refusals.map((it) => `${it.method} ${it.path}: ${it.rule} ${JSON.stringify(it.body)}`);
  return ['Refused:', ...lines].join('\n');
}
