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

/** Which part of the guilds a session is for: its number and how many there are. */
export type Shard = readonly [id: number, count: number];

/** Whether a shard is the one for a guild, or for what happens in none. */
export const isFor = ([id, count]: Shard, guildId: string | null): boolean =>
  id === (guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)));

/** What one shard of the bot has heard. It outlives its connection, so that it can be taken up again. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  readonly shard: Shard;
  /** Its connection, if there is one right now. */
  wire: Wire | null;
  /** When it lost its connection, in milliseconds since 1970; null while there is one. */
  lostAt: number | null = null;
  readonly #sent: Dispatch[] = [];
  readonly #inspect: (event: string, data: object) => void;
  #seq = 0;

  constructor(wire: Wire, intents: number, shard: Shard, inspect: (event: string, data: object) => void) {
    this.wire = wire;
    this.intents = intents;
    this.shard = shard;
    this.#inspect = inspect;
  }

  /** Tells the bot of something, now or when it is back. */
  dispatch(name: string, data: object): void {
    this.#inspect(name, data);
    const frame: Dispatch = { op: OP.dispatch, s: ++this.#seq, t: name, d: data };
    this.#sent.push(frame);
    if (this.#sent.length > KEPT) this.#sent.shift();
    this.wire?.send(frame);
  }

  /** Tells the bot of an event, if it is this shard's and the intents ask for it. */
  offer(event: GatewayEvent): void {
    if (!isFor(this.shard, event.guildId) || !hears(this.intents, event.name, event.guildId !== null)) return;
    const { without } = event;
    const lacks = without && (this.intents & INTENT[without.intent]) === 0;
    this.dispatch(event.name, lacks ? without.data : event.data);
  }

  /** Whether `seq` was given out and everything after it is still kept. */
  canReplayFrom(seq: number): boolean {
    return seq <= this.#seq && seq >= (this.#sent[0]?.s ?? 1) - 1;
  }

  /** Goes on over a new connection: what was missed, in order, then RESUMED. */
  resume(wire: Wire, seq: number): void {
    if (this.wire !== wire) this.wire?.hangUp('unknownError');
    this.wire = wire;
    this.lostAt = null;
    for (const frame of this.#sent.filter((it) => it.s > seq)) wire.send(frame);
    this.dispatch('RESUMED', {});
  }
}
