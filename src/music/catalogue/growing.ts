type Numbers = Float32Array | Float64Array | Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** A typed array that grows as numbers are pushed. */
export class Growing<A extends Numbers> {
  readonly #make: (length: number) => A;
  #values: A;
  #length = 0;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#values = make(16);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = this.#make(2 * this.#length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  /** Nothing is known of what was not pushed, so that reads as 0. */
  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** @param index of a number that was pushed */
  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** What was pushed so far, and nothing of the room beyond it. */
  values(): A {
    const exact = this.#make(this.#length);
    for (let index = 0; index < this.#length; index += 1) exact[index] = this.at(index);
    return exact;
  }
}
