import { randomBytes } from 'node:crypto';
import { OP } from '../wire/gateway.ts';
import type { GatewayEvent } from '../world/world.ts';
import { hears, INTENT } from './intents.ts';
import type { Wire } from './wire.ts';

const KEPT = 1_000;

interface Dispatch {
  readonly op: number;
  readonly s: number;
  readonly t: string;
  readonly d: object;
}

/** What one shard of the bot has heard. It outlives its socket, so that it can be taken up again. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly #sent: Dispatch[] = [];
  #seq = 0;
  #wire: Wire | null;

  constructor(wire: Wire, intents: number, shard: readonly [number, number]) {
    this.#wire = wire;
    this.intents = intents;
    this.shard = shard;
  }

  /** Whether a socket is there right now. */
  get connected(): boolean {
    return this.#wire !== null;
  }

  /** The socket, if one is there right now. */
  get wire(): Wire | null {
    return this.#wire;
  }

  /** Tells the bot of something, now or when it is back. */
  dispatch(name: string, data: object): void {
    const frame: Dispatch = { op: OP.dispatch, s: ++this.#seq, t: name, d: data };
    this.#sent.push(frame);
    if (this.#sent.length > KEPT) this.#sent.shift();
    this.#wire?.send(frame);
  }

  /** Tells the bot of an event, if it is this shard's and the intents ask for it. */
  offer(event: GatewayEvent): void {
    const [id, count] = this.shard;
    const mine = event.guildId === null ? 0 : Number((BigInt(event.guildId) >> 22n) % BigInt(count));
    if (mine !== id || !hears(this.intents, event.name, event.guildId !== null)) return;
    const blind = (this.intents & INTENT.messageContent) === 0;
    this.dispatch(event.name, blind ? (event.withoutContent ?? event.data) : event.data);
  }

  /** Whether everything after `seq` is still kept. */
  canReplayFrom(seq: number): boolean {
    return seq <= this.#seq && seq >= (this.#sent[0]?.s ?? 1) - 1;
  }

  /** Goes on over a new socket: what was missed, then RESUMED. */
  resume(wire: Wire, seq: number): void {
    this.#wire?.hangUp('unknownError');
    this.#wire = wire;
    for (const frame of this.#sent.filter((it) => it.s > seq)) wire.send(frame);
    this.dispatch('RESUMED', {});
  }

  /** The socket is gone. */
  detach(wire: Wire): void {
    if (this.#wire === wire) this.#wire = null;
  }
}
