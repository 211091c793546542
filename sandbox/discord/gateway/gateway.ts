import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Timer } from '../clock.ts';
import { waitUntil } from '../patience.ts';
import type { Patience } from '../patience.ts';
import { OP } from '../wire/gateway.ts';
import type { World } from '../world/world.ts';
import type { CloseName } from './close-codes.ts';
import { Conversation } from './conversation.ts';
import { SessionStarts } from './session-starts.ts';
import type { Session } from './session.ts';
import { Sessions } from './sessions.ts';
import { LIKE_DISCORD } from './settings.ts';
import type { GatewaySettings } from './settings.ts';
import { Wire } from './wire.ts';

/** What the gateway is told when it opens. */
export interface GatewayOptions {
  readonly settings: Partial<GatewaySettings>;
  /** Where the bot finds this gateway again. */
  readonly url: () => string;
  /** Looks at every event that a session is told. */
  readonly inspect: (event: string, data: object) => void;
}

/** The gateway: who is connected, and what a test can do to the line. */
export class Gateway {
  /** Numbers that a test may change. */
  readonly settings: GatewaySettings;
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions: Sessions;
  readonly #starts: SessionStarts;
  #away = false;
  #return: Timer | null = null;

  constructor(world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    this.settings = { ...LIKE_DISCORD, ...options.settings };
    this.#sessions = new Sessions(world.clock, this.settings);
    this.#starts = new SessionStarts(world.clock, this.settings);
    world.readsContent = () => this.settings.privilegedIntents.includes('MessageContent');
    world.connect((event) => {
      for (const session of this.#sessions.all) session.offer(event);
    });
  }

  /** Takes over an HTTP connection that wants to be a websocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#away) socket.end('HTTP/1.1 502 Bad Gateway\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    else this.#server.handleUpgrade(request, socket, head, (client) => this.#open(client, request.url ?? ''));
  }

  /** The sessions that have a connection on which something is said. */
  get online(): readonly Session[] {
    return this.#sessions.all.filter((session) => session.wire?.deaf === false);
  }

  /** Where to connect, how many shards are advised and how many sessions may be started; null while it is away. */
  get address(): { url: string; shards: number; session_start_limit: object } | null {
    if (this.#away) return null;
    const shards = Math.ceil(this.#world.guilds.size / this.settings.guildsPerShard);
    return {
      url: this.#options.url(),
      shards: Math.max(1, shards),
      session_start_limit: this.#starts.limit,
    };
  }

  /** Drops every socket without a word; the bot resumes. */
  drop(): void {
    for (const session of this.#sessions.all) {
      session.wire?.cut();
      this.#sessions.lose(session);
    }
  }

  /** Asks the bot to connect anew (opcode 7); it resumes. */
  askToReconnect(): void {
    for (const session of this.online) session.wire?.send({ op: OP.reconnect, d: null });
  }

  /** Asks for a heartbeat at once (opcode 1) and waits for it. */
  async askForHeartbeat(patience?: Patience): Promise<void> {
    const asked = this.online.flatMap(({ wire }) => (wire ? [{ wire, before: wire.heartbeats }] : []));
    for (const { wire } of asked) wire.send({ op: OP.heartbeat, d: null });
    const probe = (): { found: true } | null =>
      asked.every(({ wire, before }) => wire.heartbeats > before) ? { found: true } : null;
    await waitUntil(this.#world, 'A heartbeat', probe, patience);
  }

  /**
   * Declares every session invalid (opcode 9). The bot identifies anew, or, where they are said to be `resumable`,
   * resumes.
   */
  invalidate({ resumable = false }: { readonly resumable?: boolean } = {}): void {
    for (const session of this.online) {
      session.wire?.send({ op: OP.invalidSession, d: resumable });
      if (resumable) this.#sessions.lose(session);
    }
    if (!resumable) this.#sessions.endAll();
  }

  /** Hangs up on the bot with one of Discord's close codes. */
  hangUp(why: CloseName): void {
    for (const session of this.online) session.wire?.hangUp(why);
  }

  /** Leaves the sockets open, but neither says nor hears anything on them any more: zombies. What happens is kept. */
  fallSilent(): void {
    for (const session of this.online) session.wire?.fallSilent();
  }

  /**
   * Cuts every connection and takes no new one, for `ms` of the sandbox's clock or until {@link comeBack}. Sessions can
   * be resumed afterwards, and what happened meanwhile is told then.
   */
  goAway(ms?: number): void {
    this.#return?.cancel();
    this.#return = ms === undefined ? null : this.#world.clock.setTimeout(() => this.comeBack(), ms);
    this.#away = true;
    this.drop();
  }

  /** Takes connections again. */
  comeBack(): void {
    this.#return?.cancel();
    this.#away = false;
    this.#sessions.keepLost();
    this.#world.changed();
  }

  /** Hangs up on everyone and stops listening. */
  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    this.#sessions.endAll();
  }

  #open(client: WebSocket, path: string): void {
    const query = new URL(`ws://gateway${path}`).searchParams;
    const wire = new Wire(client, query.get('compress') === 'zlib-stream');
    if (query.get('v') !== '10') {
      wire.hangUp('invalidVersion');
      return;
    }
    if ((query.get('encoding') ?? 'json') !== 'json') {
      wire.hangUp('decodeError');
      return;
    }
    const { url, inspect } = this.#options;
    const conversation = new Conversation(
      {
        ...{ url, inspect },
        ...{ world: this.#world, sessions: this.#sessions, starts: this.#starts, settings: this.settings },
        lockOut: () => this.#lockOut(),
      },
      wire,
    );
    client.on('message', (data) => conversation.hear(bytesOf(data)));
    client.on('close', (code) => {
      conversation.end(code);
      this.#world.changed();
    });
    // A reset connection is a fact of life here; the close event follows and says all there is to say.
    client.on('error', () => undefined);
  }

  // What Discord does to a bot that starts too many sessions. It writes to the bot's owner, too.
  #lockOut(): void {
    this.hangUp('authenticationFailed');
    this.#sessions.endAll();
    this.#world.resetToken();
  }
}

const bytesOf = (data: Buffer | ArrayBuffer | Buffer[]): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data);
