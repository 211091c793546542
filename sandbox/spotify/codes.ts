import { createHash, randomBytes } from 'node:crypto';
import type { Grant } from './tokens.ts';

const LIFE_MS = 10 * 60_000;

/** What a code was given for. */
export interface Consented extends Grant {
  readonly redirectUri: string;
  /** The SHA-256 of the verifier, as base64url. */
  readonly challenge: string;
}

/** What must come back with a code. */
export interface Proof {
  readonly redirectUri: string | undefined;
  readonly verifier: string | undefined;
}

/** The authorization codes that were given out: each is good once, for ten minutes. */
export class Codes {
  readonly #codes = new Map<string, Consented & { until: number; used: boolean }>();

  issue(consented: Consented): string {
    const code = randomBytes(96).toString('base64url');
    this.#codes.set(code, { ...consented, until: Date.now() + LIFE_MS, used: false });
    return code;
  }

  /** All that were given out are too old. */
  expire(): void {
    for (const code of this.#codes.values()) code.until = 0;
  }

  /** Who agreed to what, or what is wrong; either way the code is used up. */
  redeem(code: string | undefined, { redirectUri, verifier }: Proof): Grant | string {
    const held = this.#codes.get(code ?? '');
    if (!held || held.used) return 'Invalid authorization code';
    held.used = true;
    if (held.until <= Date.now()) return 'Authorization code expired';
    if (redirectUri !== held.redirectUri) return 'Invalid redirect URI';
    if (verifier === undefined || !/^[\w.~-]{43,128}$/.test(verifier)) return 'code_verifier required';
    if (createHash('sha256').update(verifier).digest('base64url') !== held.challenge)
      return 'code_verifier was incorrect';
    return { person: held.person, scopes: held.scopes };
  }
}
