import { Buffer } from 'node:buffer';
import { Growing } from './growing.ts';

/** Texts packed as UTF-8, as Arrow lays them out: text `i` is the bytes from `starts[i]` to before `starts[i + 1]`. */
export class Texts {
  readonly starts: Int32Array;
  readonly bytes: Uint8Array;
  readonly #buffer: Buffer;

  constructor(starts: Int32Array, bytes: Uint8Array) {
    this.starts = starts;
    this.bytes = bytes;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get size(): number {
    return this.starts.length - 1;
  }

  /** Decoded anew each time: a million texts never lie in memory as strings. */
  at(index: number): string {
    return this.#buffer.toString('utf8', this.starts[index] ?? 0, this.starts[index + 1] ?? 0);
  }
}

/** Starts are signed numbers of 32 bits. */
const MOST_BYTES = 2 ** 31 - 1;

/** Packs texts one by one. */
export class TextsBuilder {
  readonly #starts = new Growing((length) => new Int32Array(length));
  #bytes = Buffer.alloc(1024);
  #used = 0;

  constructor() {
    this.#starts.push(0);
  }

  get size(): number {
    return this.#starts.length - 1;
  }

  push(text: string): void {
    // A UTF-16 unit takes at most three bytes of UTF-8.
    const most = this.#used + 3 * text.length;
    if (most > MOST_BYTES) throw new RangeError('more text than one column can hold');
    if (most > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(most, 2 * this.#bytes.length));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    this.#used += this.#bytes.write(text, this.#used, 'utf8');
    this.#starts.push(this.#used);
  }

  at(index: number): string {
    return this.#bytes.toString('utf8', this.#starts.at(index), this.#starts.at(index + 1));
  }

  texts(): Texts {
    return new Texts(this.#starts.values(), new Uint8Array(this.#bytes.subarray(0, this.#used)));
  }
}
