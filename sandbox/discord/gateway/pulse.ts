/**
 * Listens to the bot's heart on one connection. Real time on purpose: the client's heart beats in real time too, and a
 * test that moves its clock by an hour must not stop it.
 */
export class Pulse {
  readonly #patienceMs: number;
  readonly #stopped: () => void;
  #timer: NodeJS.Timeout;

  /** Calls `stopped` when a whole beat was left out. How long Discord itself waits is not documented. */
  constructor(intervalMs: number, stopped: () => void) {
    this.#patienceMs = 2 * intervalMs;
    this.#stopped = stopped;
    this.#timer = this.#wait();
  }

  /** The heart beat. */
  beat(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#wait();
  }

  /** Listens no more. */
  end(): void {
    clearTimeout(this.#timer);
  }

  #wait(): NodeJS.Timeout {
    return setTimeout(this.#stopped, this.#patienceMs).unref();
  }
}
