import { randomBytes } from 'node:crypto';
import type { Person } from './people.ts';

/** How long an access token is good. */
const SECONDS = 3600;

/** Whom a token stands for, and what it may do. */
export interface Holder {
  /** Undefined for the app itself. */
  readonly person: Person | undefined;
  readonly scopes: readonly string[];
}

/** A holder who is a person. */
export interface Grant extends Holder {
  readonly person: Person;
}

/** What the accounts service answers. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly scope?: string;
  readonly refresh_token?: string;
}

interface Life {
  /** Why it is good no more, in the words of the service that says so. */
  over?: string;
}

const EXPIRED = 'The access token expired';
const REVOKED = 'Refresh token revoked';

/** The tokens that the accounts service gave out. */
export class Tokens {
  readonly #access = new Map<string, { readonly holder: Holder } & Life>();
  readonly #refresh = new Map<string, { readonly grant: Grant } & Life>();
  /** Whether a refresh brings a new refresh token, which ends the old one. */
  rotate = true;

  /** For the app in its own name. */
  issue(): TokenAnswer {
    return { access_token: this.#accessFor({ person: undefined, scopes: [] }), ...LIFE };
  }

  /** For a person who just agreed. */
  issueFor(grant: Grant): TokenAnswer {
    return this.#answer(grant, this.#refreshFor(grant));
  }

  /** New tokens for a refresh token, or what is wrong with it. */
  refresh(token: string): TokenAnswer | string {
    const held = this.#refresh.get(token);
    if (!held) return 'Invalid refresh token';
    if (held.over !== undefined) return held.over;
    if (!this.rotate) return this.#answer(held.grant);
    held.over = REVOKED;
    return this.#answer(held.grant, this.#refreshFor(held.grant));
  }

  /** All access tokens that were given out are good no more, whatever was said when they were. */
  expire(): void {
    for (const held of this.#access.values()) held.over ??= EXPIRED;
  }

  /** So are all refresh tokens, as after six months. */
  expireRefresh(): void {
    for (const held of this.#refresh.values()) held.over ??= 'Refresh token expired';
  }

  /** A person let the app in no more. */
  revoke(person: Person): void {
    for (const held of this.#refresh.values()) if (held.grant.person === person) held.over = REVOKED;
    for (const held of this.#access.values())
      if (held.holder.person === person) held.over = 'Invalid access token';
  }

  /** Whom a token stands for, or what is wrong with it, in the API's words. */
  holder(token: string | undefined): Holder | string {
    if (token === undefined) return 'No token provided';
    const held = this.#access.get(token);
    if (!held) return 'Invalid access token';
    return held.over ?? held.holder;
  }

  #answer(grant: Grant, refresh?: string): TokenAnswer {
    const answer = { access_token: this.#accessFor(grant), ...LIFE, scope: grant.scopes.join(' ') };
    return refresh === undefined ? answer : { ...answer, refresh_token: refresh };
  }

  #accessFor(holder: Holder): string {
    const token = made();
    this.#access.set(token, { holder });
    return token;
  }

  #refreshFor(grant: Grant): string {
    const token = made();
    this.#refresh.set(token, { grant });
    return token;
  }
}

const LIFE = { token_type: 'Bearer', expires_in: SECONDS } as const;

const made = (): string => randomBytes(48).toString('base64url');
