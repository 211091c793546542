/** What the accounts service gave: a token, and for how long it is good. */
export interface Grant {
  readonly token: string;
  readonly seconds: number;
}

/** Of a token's life, what is used: the rest is for requests on their way and clocks that differ. */
const USED = 0.95;

/** A token that is fetched when it is needed, once for all who wait for it. */
export class Token {
  readonly #grant: () => Promise<Grant>;
  #held: { readonly token: string; readonly until: number } | undefined;
  #coming: Promise<string> | undefined;

  constructor(grant: () => Promise<Grant>) {
    this.#grant = grant;
  }

  /**
   * A token that should be good.
   * @param refused one that Spotify no longer takes
   * @throws what `grant` throws
   */
  async get(refused?: string): Promise<string> {
    const held = this.#held;
    if (held && held.token !== refused && held.until > Date.now()) return held.token;
    this.#coming ??= this.#fetch().finally(() => (this.#coming = undefined));
    return this.#coming;
  }

  async #fetch(): Promise<string> {
    const { token, seconds } = await this.#grant();
    this.#held = { token, until: Date.now() + seconds * 1000 * USED };
    return token;
  }
}
