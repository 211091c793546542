import { applicationJson } from '../wire/application.ts';
import { frameShape, identifyShape, OP, resumeShape } from '../wire/gateway.ts';
import { guildCreateJson } from '../wire/guild.ts';
import { userJson } from '../wire/users.ts';
import type { World } from '../world/world.ts';
import type { GatewayOptions } from './gateway.ts';
import { asksTooMuch } from './intents.ts';
import { Session } from './session.ts';
import type { Wire } from './wire.ts';

const HEARTBEAT_MS = 41_250;
const HIGHEST_INTENT = 1 << 26;

/** What is said over one socket, from HELLO to its close. */
export class Conversation {
  readonly #world: World;
  readonly #wire: Wire;
  readonly #sessions: Map<string, Session>;
  readonly #options: GatewayOptions;
  #session: Session | null = null;

  constructor(world: World, wire: Wire, sessions: Map<string, Session>, options: GatewayOptions) {
    this.#world = world;
    this.#wire = wire;
    this.#sessions = sessions;
    this.#options = options;
  }

  /** Says HELLO. */
  greet(): void {
    this.#wire.send({ op: OP.hello, d: { heartbeat_interval: HEARTBEAT_MS, _trace: [] } });
  }

  /** Answers one frame of the bot. */
  hear(text: string): void {
    const frame = parsed(text);
    if (!frame) {
      this.#wire.hangUp('decodeError');
      return;
    }
    switch (frame.op) {
      case OP.heartbeat: {
        this.#wire.send({ op: OP.heartbeatAck });
        return;
      }
      case OP.identify: {
        this.#identify(frame.d);
        return;
      }
      case OP.resume: {
        this.#resume(frame.d);
        return;
      }
      case OP.presence:
      case OP.voiceState:
      case OP.requestMembers:
        if (!this.#session) this.#wire.hangUp('notAuthenticated');
        return;
      default: {
        this.#wire.hangUp('unknownOpcode');
        return;
      }
    }
  }

  /** The socket closed. A bot that says goodbye gives its session up. */
  end(code: number): void {
    if (!this.#session) return;
    this.#session.detach(this.#wire);
    if (code === 1000 || code === 1001) this.#sessions.delete(this.#session.id);
  }

  #identify(data: unknown): void {
    const identify = identifyShape.safeParse(data);
    if (!identify.success) {
      this.#wire.hangUp('decodeError');
      return;
    }
    if (this.#session) {
      this.#wire.hangUp('alreadyAuthenticated');
      return;
    }
    const { token, intents, shard } = identify.data;
    if (token !== this.#world.token) {
      this.#wire.hangUp('authenticationFailed');
      return;
    }
    const [id, count] = shard ?? [0, 1];
    if (id < 0 || id >= count) {
      this.#wire.hangUp('invalidShard');
      return;
    }
    if (intents < 0 || intents >= HIGHEST_INTENT) {
      this.#wire.hangUp('invalidIntents');
      return;
    }
    if (asksTooMuch(intents, this.#options.privilegedIntents)) {
      this.#wire.hangUp('disallowedIntents');
      return;
    }
    const session = new Session(this.#wire, intents, [id, count]);
    this.#session = session;
    this.#welcome(session);
    this.#sessions.set(session.id, session);
    this.#world.changed();
  }

  #welcome(session: Session): void {
    const [id, count] = session.shard;
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) => Number((BigInt(guild.id) >> 22n) % BigInt(count)) === id,
    );
    session.dispatch('READY', {
      v: 10,
      user: { ...userJson(this.#world.bot), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard: session.shard,
      application: applicationJson(this.#world),
    });
    for (const guild of guilds)
      session.offer({ name: 'GUILD_CREATE', data: guildCreateJson(this.#world, guild), guildId: guild.id });
  }

  #resume(data: unknown): void {
    const resume = resumeShape.safeParse(data);
    if (!resume.success) {
      this.#wire.hangUp('decodeError');
      return;
    }
    const { token, session_id, seq } = resume.data;
    if (token !== this.#world.token) {
      this.#wire.hangUp('authenticationFailed');
      return;
    }
    const session = this.#sessions.get(session_id);
    if (!session?.canReplayFrom(seq)) {
      this.#wire.send({ op: OP.invalidSession, d: false });
      return;
    }
    this.#session = session;
    session.resume(this.#wire, seq);
    this.#world.changed();
  }
}

function parsed(text: string): { op: number; d?: unknown } | null {
  try {
    return frameShape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
