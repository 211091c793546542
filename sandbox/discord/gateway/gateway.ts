import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { OP } from '../wire/gateway.ts';
import type { World } from '../world/world.ts';
import type { CloseName } from './close-codes.ts';
import { Conversation } from './conversation.ts';
import type { PrivilegedIntent } from './intents.ts';
import type { Session } from './session.ts';
import { Wire } from './wire.ts';

/** What the gateway is told when it opens. */
export interface GatewayOptions {
  readonly privilegedIntents: readonly PrivilegedIntent[];
  /** Where the bot finds this gateway again. */
  readonly url: () => string;
}

/** The gateway: who is connected, and what a test can do to the line. */
export class Gateway {
  readonly #world: World;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #sessions = new Map<string, Session>();

  constructor(world: World, options: GatewayOptions) {
    this.#world = world;
    this.#options = options;
    world.connect((event) => {
      for (const session of this.#sessions.values()) session.offer(event);
    });
  }

  /** Takes over an HTTP connection that wants to be a websocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => this.#open(client, request.url ?? ''));
  }

  /** The sessions that have a socket right now. */
  get online(): readonly Session[] {
    return [...this.#sessions.values()].filter((session) => session.connected);
  }

  /** Drops every socket without a word; the bot resumes. */
  drop(): void {
    for (const session of this.online) session.wire?.cut();
  }

  /** Asks the bot to connect anew; it resumes. */
  askToReconnect(): void {
    for (const session of this.online) session.wire?.send({ op: OP.reconnect, d: null });
  }

  /** Declares every session void; the bot identifies anew. */
  invalidate(): void {
    for (const session of this.online) session.wire?.send({ op: OP.invalidSession, d: false });
    this.#sessions.clear();
  }

  /** Hangs up on the bot with one of Discord's close codes. */
  hangUp(why: CloseName): void {
    for (const session of this.online) session.wire?.hangUp(why);
  }

  /** Hangs up on everyone and stops listening. */
  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    this.#sessions.clear();
  }

  #open(client: WebSocket, path: string): void {
    const query = new URL(path, 'ws://gateway').searchParams;
    const wire = new Wire(client, query.get('compress') === 'zlib-stream');
    if (query.get('v') !== '10') {
      wire.hangUp('invalidVersion');
      return;
    }
    if ((query.get('encoding') ?? 'json') !== 'json') {
      wire.hangUp('decodeError');
      return;
    }
    const conversation = new Conversation(this.#world, wire, this.#sessions, this.#options);
    client.on('message', (data) => conversation.hear(textOf(data)));
    client.on('close', (code) => {
      conversation.end(code);
      this.#world.changed();
    });
    // A reset connection is a fact of life here; the close event follows and says all there is to say.
    client.on('error', () => undefined);
    conversation.greet();
  }
}

const textOf = (data: Buffer | ArrayBuffer | Buffer[]): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Uint8Array)).toString('utf8');
