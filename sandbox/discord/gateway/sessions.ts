import type { Clock } from '../clock.ts';
import type { Session } from './session.ts';
import type { GatewaySettings } from './settings.ts';

/** Every session that the bot has or can take up again. */
export class Sessions {
  readonly #clock: Clock;
  readonly #settings: GatewaySettings;
  readonly #byId = new Map<string, Session>();

  constructor(clock: Clock, settings: GatewaySettings) {
    this.#clock = clock;
    this.#settings = settings;
  }

  get all(): readonly Session[] {
    return [...this.#byId.values()];
  }

  add(session: Session): void {
    this.#byId.set(session.id, session);
  }

  /** The session, unless it ended or was without a connection for too long. */
  find(id: string): Session | null {
    const session = this.#byId.get(id);
    if (!session) return null;
    if (session.lostAt === null || this.#clock.now() - session.lostAt < this.#settings.resumableMs)
      return session;
    this.end(session);
    return null;
  }

  /** The session is without a connection from now on. */
  lose(session: Session): void {
    session.wire = null;
    session.lostAt ??= this.#clock.now();
  }

  /** Those without a connection are kept as if they had lost it just now. */
  keepLost(): void {
    for (const session of this.all) if (session.lostAt !== null) session.lostAt = this.#clock.now();
  }

  /** The session cannot be taken up again. */
  end(session: Session): void {
    session.wire = null;
    this.#byId.delete(session.id);
  }

  endAll(): void {
    for (const session of this.all) this.end(session);
  }
}
