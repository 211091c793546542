import type { Deed, Outcome, Told } from '../protocol.ts';

/** How long to wait before the line is opened anew, in milliseconds. */
const AGAIN_MS = 1_500;

const isTold = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';

/** What the page is told. */
export interface Listener {
  told(told: Exclude<Told, Outcome>): void;
  /** The line is there, or is not. */
  connected(now: boolean): void;
}

/** The line to the sandbox. It comes back by itself. */
export class Line {
  readonly #listener: Listener;
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();
  #socket: WebSocket | null = null;
  #next = 1;

  constructor(listener: Listener) {
    this.#listener = listener;
    this.#open();
  }

  /** Does something, and resolves to what came of it. */
  act(deed: Deed): Promise<Outcome> {
    const ref = this.#next++;
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) return Promise.resolve(lost(ref));
    return new Promise((resolve) => {
      this.#waiting.set(ref, resolve);
      socket.send(JSON.stringify({ ...deed, ref }));
    });
  }

  #open(): void {
    const address = new URL('./socket', location.href);
    address.protocol = 'ws:';
    address.hash = '';
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener('open', () => this.#listener.connected(true));
    socket.addEventListener('message', ({ data }) => this.#hear(String(data)));
    socket.addEventListener('close', () => {
      for (const [ref, resolve] of this.#waiting) resolve(lost(ref));
      this.#waiting.clear();
      this.#listener.connected(false);
      setTimeout(() => this.#open(), AGAIN_MS);
    });
  }

  #hear(text: string): void {
    const told: unknown = JSON.parse(text);
    if (!isTold(told)) return;
    if (told.kind !== 'outcome') {
      this.#listener.told(told);
      return;
    }
    this.#waiting.get(told.ref)?.(told);
    this.#waiting.delete(told.ref);
  }
}

const lost = (ref: number): Outcome => ({
  kind: 'outcome',
  ref,
  refused: 'The sandbox is not there: start it again, or wait a moment',
});
