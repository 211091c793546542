import type { Server } from 'node:http';
import { transcriptOf } from './chat/transcript.ts';
import type { Cast } from './chat/live/cast.ts';
import type { ChatPage } from './chat/live/chat-page.ts';
import type { Clock } from './clock.ts';
import { violationLines } from './contract/violation.ts';
import type { Violation } from './contract/violation.ts';
import type { Gateway } from './gateway/gateway.ts';
import { Channel, nextIn } from './members/channel.ts';
import type { NextOptions } from './members/channel.ts';
import { Guild } from './members/guild.ts';
import { Member } from './members/member.ts';
import type { Message, Viewer } from './members/message.ts';
import type { Role } from './members/role.ts';
import { waitUntil } from './patience.ts';
import type { Patience } from './patience.ts';
import type { RateLimits } from './rest/limits/rate-limits.ts';
import type { TroubleMaker } from './trouble/trouble.ts';
import type { RegisteredCommand } from './wire/command.ts';
import { foundGuild, join, signUp } from './world/guilds.ts';
import type { GuildPlan } from './world/guilds.ts';
import { openChannel, openGroup } from './world/places.ts';
import type { RefusalRecord, World } from './world/world.ts';

/** A new person. */
export interface MemberOptions {
  readonly locale?: string;
  /** Permission bits beyond what everyone has. */
  readonly permissions?: bigint;
  readonly roles?: readonly Role[];
  /** Whether they subscribe to Nitro, and so may upload files of up to 500 MiB. */
  readonly nitro?: boolean;
  /** Whether they are a bot of somebody else's. */
  readonly bot?: boolean;
}

interface Parts {
  readonly world: World;
  readonly gateway: Gateway;
  readonly rateLimits: RateLimits;
  readonly trouble: TroubleMaker;
  readonly server: Server;
  readonly clock: Clock & { cancelAll(): void };
  readonly origin: string;
}

/** A Discord of one's own on loopback: the service for the bot, and the people who use it. */
export class Discord {
  readonly guild: Guild;
  readonly channel: Channel;
  readonly gateway: Gateway;
  /** How many requests are taken. */
  readonly rateLimits: RateLimits;
  /** Faults on demand: of the REST API and of the CDN. */
  readonly trouble: TroubleMaker;
  readonly origin: string;
  readonly #world: World;
  readonly #parts: Parts;
  readonly #pages: ChatPage[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#world = parts.world;
    this.gateway = parts.gateway;
    this.rateLimits = parts.rateLimits;
    this.trouble = parts.trouble;
    this.origin = parts.origin;
    const guild = foundGuild(this.#world, 'Moody Street');
    this.guild = new Guild(this.#world, guild);
    this.channel = new Channel(this.#world, openChannel(this.#world, guild, 'music'));
    this.#world.situation = () =>
      `\n\nThe chat so far:\n${this.transcript()}\n\n${refused(this.refusals)}${violated(this.violations)}`;
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

  /**
   * What passed between the bot and this Discord and is not as Discord's OpenAPI document allows, oldest first. Where
   * `startDiscord` was given no document, only failures of the sandbox itself stand here.
   */
  get violations(): readonly Violation[] {
    return this.#world.violations;
  }

  /** The names of the files that somebody fetched from the CDN, oldest first. */
  get downloads(): readonly string[] {
    return this.#world.cdn.downloads;
  }

  /** Founds another guild, with the bot in it unless `withBot` is false. */
  addGuild(name: string, plan: GuildPlan = {}): Guild {
    return new Guild(this.#world, foundGuild(this.#world, name, plan));
  }

  /** Opens direct messages between some people; the bot is not among them. */
  addGroup(name: string, ...people: readonly Member[]): Channel {
    const users = people.flatMap(({ id }) => this.#world.users.get(id) ?? []);
    return new Channel(this.#world, openGroup(this.#world, name, users));
  }

  /** Lets a person into the default guild. */
  addMember(name: string, { permissions = 0n, roles = [], ...person }: MemberOptions = {}): Member {
    const user = signUp(this.#world, name, person);
    const home = this.channel.record;
    const carried = roles.map((role) => role.record);
    if (home.guild) join(this.#world, home.guild, user, { permissions, roles: carried });
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
    return nextIn(this.#world, () => this.#world.channels.values(), wanted, options);
  }

  /** The chat as plain text: everything, or what one person sees. */
  transcript(viewer?: Viewer): string {
    return transcriptOf(this.#world, viewer);
  }

  /**
   * Serves the chat as a page that people can use, on 127.0.0.1 and behind an address that nobody guesses. It ends with
   * this Discord.
   */
  async serveChat(cast: Partial<Cast> & Pick<Cast, 'people'>, { port = 0 } = {}): Promise<ChatPage> {
    // Loaded only where it is wanted: the bundler takes a while.
    const { serveChatPage } = await import('./chat/live/chat-page.ts');
    const stage = {
      world: this.#world,
      cast: { guilds: [this.guild], samples: [], tour: [], ...cast },
      isOnline: () => this.gateway.online.length > 0,
    };
    const page = await serveChatPage(stage, port);
    this.#pages.push(page);
    return page;
  }

  /**
   * Hangs up on the bot and frees the port.
   * @throws when anything was not as Discord documents it, once all is shut down
   */
  async stop(): Promise<void> {
    this.#world.stopped = true;
    this.#world.changed();
    this.#parts.clock.cancelAll();
    this.gateway.close();
    await Promise.all(this.#pages.map((page) => page.close()));
    const { server } = this.#parts;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    if (this.violations.length > 0) throw new Error(violated(this.violations).trim());
  }
}

function refused(refusals: readonly RefusalRecord[]): string {
  if (refusals.length === 0) return 'Nothing the bot sent was refused.';
  const lines = refusals.map((it) => `${it.method} ${it.path}: ${it.rule} ${JSON.stringify(it.body)}`);
  return ['Refused:', ...lines].join('\n');
}

function violated(violations: readonly Violation[]): string {
  if (violations.length === 0) return '';
  return `\nNot as Discord's OpenAPI documents it:\n${violationLines(violations)}`;
}
