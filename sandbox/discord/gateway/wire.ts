import { constants, createDeflate } from 'node:zlib';
import type { WebSocket } from 'ws';
import { CLOSE } from './close-codes.ts';
import type { CloseName } from './close-codes.ts';

/** One socket to the bot: JSON out, plain or as one zlib stream. */
export class Wire {
  readonly #socket: WebSocket;
  readonly #deflate: ReturnType<typeof createDeflate> | null;

  constructor(socket: WebSocket, compressed: boolean) {
    this.#socket = socket;
    this.#deflate = compressed ? createDeflate({ finishFlush: constants.Z_SYNC_FLUSH }) : null;
    this.#deflate?.on('data', (chunk: Buffer) => this.#write(chunk));
  }

  /** Sends one frame. */
  send(frame: object): void {
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
    this.#socket.close(CLOSE[why], why);
  }

  /** Cuts the connection without a word. */
  cut(): void {
    this.#socket.terminate();
  }

  #write(data: string | Buffer): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(data);
  }
}
