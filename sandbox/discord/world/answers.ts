import { setTimeout as passes } from 'node:timers/promises';

/** How long a client takes at most to read an answer that has reached it, in milliseconds of real time. */
const READING_MS = 10;

/**
 * Answers of the API that are on their way to the bot. On Discord nobody presses a button in the very millisecond in
 * which it appears. Here they would: the press would overtake the answer to the request that made the button, and
 * collectors, which begin with that answer, would miss it.
 */
export class Answers {
  readonly #unread = new Set<Promise<void>>();

  /** Counts an answer in that is on its way until `gone`. */
  send(gone: Promise<unknown>): void {
    const read = gone.then(() => passes(READING_MS)).then(() => void this.#unread.delete(read));
    this.#unread.add(read);
  }

  /** Resolves once the bot has read what is on its way now. */
  async read(): Promise<void> {
    await Promise.all(this.#unread);
  }
}
