import { createHash } from 'node:crypto';

/** Keeps equal bytes once, for as long as anyone holds them. */
export class OneCopy {
  readonly #copies = new Map<string, WeakRef<Uint8Array>>();
  readonly #collected = new FinalizationRegistry<string>((hash) => {
    // Equal bytes may have come back meanwhile.
    if (!this.#copies.get(hash)?.deref()) this.#copies.delete(hash);
  });

  /** These bytes, or the equal ones that are held already. */
  of(bytes: Uint8Array): Uint8Array {
    const hash = createHash('sha256').update(bytes).digest('base64');
    const known = this.#copies.get(hash)?.deref();
    if (known) return known;
    this.#copies.set(hash, new WeakRef(bytes));
    this.#collected.register(bytes, hash);
    return bytes;
  }
}
