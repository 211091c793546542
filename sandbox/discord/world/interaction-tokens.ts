import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Tokens of interactions in the form of Discord's: `interaction:`, the id, a secret. A token of one's own is known
 * again long after its interaction was forgotten.
 */
export class InteractionTokens {
  readonly #secret = randomBytes(32);

  /** The token of the interaction with this id. */
  issue(id: string): string {
    const sign = createHmac('sha512', this.#secret).update(id).digest('base64url');
    return Buffer.from(`interaction:${id}:${sign}`).toString('base64url');
  }

  /** Whether the token was given out here. */
  isGenuine(token: string): boolean {
    const id = /^interaction:(\d+):/.exec(Buffer.from(token, 'base64url').toString())?.[1];
    if (id === undefined) return false;
    const [given, right] = [Buffer.from(token), Buffer.from(this.issue(id))];
    return given.length === right.length && timingSafeEqual(given, right);
  }
}
