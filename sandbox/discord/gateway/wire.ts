import { constants, createDeflate } from 'node:zlib';
import type { WebSocket } from 'ws';
import { CLOSE } from './close-codes.ts';
import type { CloseName } from './close-codes.ts';

/** One socket to the bot: JSON out, plain or as one zlib stream. */
export class Wire {
  /** How often the bot's heart has beaten here. */
  heartbeats = 0;
  readonly #socket: WebSocket;
  readonly #deflate: ReturnType<typeof createDeflate> | null;
  #deaf = false;

  constructor(socket: WebSocket, compressed: boolean) {
    this.#socket = socket;
    this.#deflate = compressed ? createDeflate({ finishFlush: constants.Z_SYNC_FLUSH }) : null;
    this.#deflate?.on('data', (chunk: Buffer) => this.#write(chunk));
  }

  /** Whether nothing is said and heard here any more. */
  get deaf(): boolean {
    return this.#deaf;
  }

  /** Sends one frame. */
  send(frame: object): void {
    if (this.#deaf) return;
    const text = JSON.stringify('s' in frame ? frame : { ...frame, s: null, t: null });
    if (!this.#deflate) {
      this.#write(text);
      return;
    }
    this.#deflate.write(text);
    this.#deflate.flush(constants.Z_SYNC_FLUSH);
  }

  /** Closes with one of Discord's codes. */
  hangUp(why: CloseName): void {
    this.#deaf = true;
    this.#socket.close(CLOSE[why], why);
  }

  /** Leaves the socket open, but says and hears nothing any more. */
  fallSilent(): void {
    this.#deaf = true;
  }

  /** Cuts the connection without a word. */
  cut(): void {
    this.#deaf = true;
    this.#socket.terminate();
  }

  #write(data: string | Buffer): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(data);
  }
}
