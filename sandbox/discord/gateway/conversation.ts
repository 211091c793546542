import type { z } from 'zod';
import { Quota } from '../quota.ts';
import { LIMITS } from '../rules/limits.ts';
import {
  frameShape,
  heartbeatShape,
  identifyShape,
  OP,
  presenceShape,
  requestMembersShape,
  requestSoundsShape,
  resumeShape,
  voiceStateShape,
} from '../wire/gateway.ts';
import type { Identify, Resume } from '../wire/gateway.ts';
import type { World } from '../world/world.ts';
import type { GatewayOptions } from './gateway.ts';
import { faultOf, shardOf } from './identify.ts';
import { sendMembers } from './members-chunk.ts';
import { Pulse } from './pulse.ts';
import type { SessionStarts } from './session-starts.ts';
import { Session } from './session.ts';
import type { Sessions } from './sessions.ts';
import type { GatewaySettings } from './settings.ts';
import { welcome } from './welcome.ts';
import type { Wire } from './wire.ts';

/** What all conversations share. */
export interface Shared extends Pick<GatewayOptions, 'url' | 'inspect'> {
  readonly world: World;
  readonly sessions: Sessions;
  readonly starts: SessionStarts;
  readonly settings: GatewaySettings;
  /** Ends every session and makes the token worthless. */
  readonly lockOut: () => void;
}

/** What is said over one socket, from HELLO to its close. */
export class Conversation {
  readonly #shared: Shared;
  readonly #wire: Wire;
  readonly #frames: Quota;
  readonly #pulse: Pulse;
  #session: Session | null = null;

  /** Says HELLO. */
  constructor(shared: Shared, wire: Wire) {
    const { heartbeatMs } = shared.settings;
    this.#shared = shared;
    this.#wire = wire;
    this.#frames = new Quota(shared.world.clock, () => ({ limit: LIMITS.gatewayFrames, perMs: 60_000 }));
    // Which code Discord takes here is not documented. The session stays, for it can be resumed.
    this.#pulse = new Pulse(heartbeatMs, () => wire.hangUp('sessionTimedOut'));
    wire.send({ op: OP.hello, d: { heartbeat_interval: heartbeatMs, _trace: [] } });
  }

  /** Answers one frame of the bot. */
  hear(bytes: Buffer): void {
    if (this.#wire.deaf) return;
    if (!this.#frames.take()) {
      this.#wire.hangUp('rateLimited');
      return;
    }
    const frame = bytes.length > LIMITS.gatewayBytes ? null : parsed(bytes.toString('utf8'));
    if (!frame) {
      this.#wire.hangUp('decodeError');
      return;
    }
    this.#answer(frame.op, frame.d);
  }

  /** The socket closed. A bot that says goodbye gives its session up. */
  end(code: number): void {
    this.#pulse.end();
    const { sessions } = this.#shared;
    const session = this.#current;
    if (!session) return;
    if (code === 1000 || code === 1001) sessions.end(session);
    else sessions.lose(session);
  }

  /** The session that goes over this socket right now. */
  get #current(): Session | null {
    return this.#session?.wire === this.#wire ? this.#session : null;
  }

  #answer(op: number, data: unknown): void {
    switch (op) {
      case OP.heartbeat:
        this.#read(heartbeatShape, data, () => this.#feel());
        break;
      case OP.identify:
        this.#read(identifyShape, data, (identify) => this.#identify(identify));
        break;
      case OP.resume:
        this.#read(resumeShape, data, (resume) => this.#resume(resume));
        break;
      case OP.presence:
        this.#ask(presenceShape, data);
        break;
      case OP.voiceState:
        this.#ask(voiceStateShape, data);
        break;
      case OP.requestSounds:
        this.#ask(requestSoundsShape, data);
        break;
      case OP.requestMembers:
        this.#ask(requestMembersShape, data, (session, request) =>
          sendMembers(this.#shared.world, session, request),
        );
        break;
      default:
        this.#wire.hangUp('unknownOpcode');
    }
  }

  #read<T>(shape: z.ZodType<T>, data: unknown, then: (value: T) => void): void {
    const read = shape.safeParse(data);
    if (read.success) then(read.data);
    else this.#wire.hangUp('decodeError');
  }

  #ask<T>(shape: z.ZodType<T>, data: unknown, then?: (session: Session, value: T) => void): void {
    const session = this.#current;
    if (!session) this.#wire.hangUp('notAuthenticated');
    else this.#read(shape, data, (value) => then?.(session, value));
  }

  #feel(): void {
    this.#pulse.beat();
    this.#wire.heartbeats += 1;
    this.#wire.send({ op: OP.heartbeatAck });
    this.#shared.world.changed();
  }

  #identify(identify: Identify): void {
    const { world, settings, sessions, starts } = this.#shared;
    const fault = this.#current ? 'alreadyAuthenticated' : faultOf(identify, world, settings);
    if (fault) {
      this.#wire.hangUp(fault);
      return;
    }
    const shard = shardOf(identify);
    const start = starts.take(shard[0]);
    if (start === 'used up') {
      this.#wire.hangUp('authenticationFailed');
      this.#shared.lockOut();
      return;
    }
    if (start === 'too soon') {
      this.#wire.send({ op: OP.invalidSession, d: false });
      return;
    }
    this.#session = new Session(this.#wire, identify.intents, shard, this.#shared.inspect);
    welcome(world, this.#session, this.#shared.url());
    sessions.add(this.#session);
    world.changed();
  }

  #resume({ token, session_id, seq }: Resume): void {
    const { world, sessions } = this.#shared;
    if (this.#current) {
      this.#wire.hangUp('alreadyAuthenticated');
      return;
    }
    if (token !== world.token) {
      this.#wire.hangUp('authenticationFailed');
      return;
    }
    const session = sessions.find(session_id);
    if (!session) {
      this.#wire.send({ op: OP.invalidSession, d: false });
      return;
    }
    if (!session.canReplayFrom(seq)) {
      this.#wire.hangUp('invalidSeq');
      return;
    }
    this.#session = session;
    session.resume(this.#wire, seq);
    world.changed();
  }
}

function parsed(text: string): { op: number; d?: unknown } | null {
  try {
    return frameShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
