import { randomBytes } from 'node:crypto';

/** How long a token is good. */
const SECONDS = 3600;

/** The tokens that the accounts service gave out. */
export class Tokens {
  readonly #good = new Set<string>();
  readonly #expired = new Set<string>();

  issue(): { readonly access_token: string; readonly token_type: 'Bearer'; readonly expires_in: number } {
    const token = randomBytes(48).toString('base64url');
    this.#good.add(token);
    return { access_token: token, token_type: 'Bearer', expires_in: SECONDS };
  }

  /** All that were given out are good no more, whatever was said when they were. */
  expire(): void {
    for (const token of this.#good) this.#expired.add(token);
    this.#good.clear();
  }

  /** What is wrong with a token, in the API's words, or null. */
  fault(token: string | undefined): string | null {
    if (token === undefined) return 'No token provided';
    if (this.#good.has(token)) return null;
    return this.#expired.has(token) ? 'The access token expired' : 'Invalid access token';
  }
}
