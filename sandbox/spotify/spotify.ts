import type { Server } from 'node:http';
import type { Faults, FaultOptions, Trouble } from '../discord/trouble/faults.ts';
import type { Violation } from '../discord/contract/violation.ts';
import { violationLines } from '../discord/contract/violation.ts';
import type { App } from './accounts.ts';
import type { Codes } from './codes.ts';
import type { People, Person } from './people.ts';
import type { Songs } from './songs.ts';
import type { Tokens } from './tokens.ts';
import type { SpotifyFault } from './trouble.ts';

/** What a {@link Spotify} is made of. */
export interface SpotifyParts {
  readonly app: App;
  readonly songs: Songs;
  readonly people: People;
  readonly tokens: Tokens;
  readonly codes: Codes;
  readonly faults: Faults<SpotifyFault>;
  readonly seen: Seen;
  readonly server: Server;
  readonly origin: string;
}

/** What passed. */
export interface Seen {
  /** `GET /v1/tracks/…` for every request, in order. */
  readonly requests: string[];
  readonly forbidden: string[];
  readonly violations: Violation[];
  holes: boolean;
}

/** A Spotify of one's own, with one app. */
export class Spotify {
  /** Where the Web API is, and where the accounts service is: origins. */
  readonly apiUrl: string;
  readonly accountsUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it has to play. */
  readonly songs: Songs;
  /** Who has an account there, with their playlists as they really are. */
  readonly people: People;
  readonly #parts: SpotifyParts;

  constructor(parts: SpotifyParts) {
    this.#parts = parts;
    this.apiUrl = this.accountsUrl = parts.origin;
    this.clientId = parts.app.clientId;
    this.clientSecret = parts.app.clientSecret;
    this.songs = parts.songs;
    this.people = parts.people;
  }

  /** Every request that came, as `GET /v1/tracks/62bOmKYxYg7dhrC6gH9vFn`, in order. */
  get requests(): readonly string[] {
    return this.#parts.seen.requests;
  }

  /** Those of them that a new app may not make. */
  get forbidden(): readonly string[] {
    return this.#parts.seen.forbidden;
  }

  /** What was not as Spotify documents it, and every failure of the stand-in itself. */
  get violations(): readonly Violation[] {
    return this.#parts.seen.violations;
  }

  /**
   * Lets people be sent back to a page of the app's.
   * @throws RangeError if Spotify would not: https, or plain http to 127.0.0.1 or [::1]
   */
  allowRedirect(uri: string): void {
    const { protocol, hostname } = new URL(uri);
    const atHome = protocol === 'http:' && ['127.0.0.1', '[::1]'].includes(hostname);
    if (protocol !== 'https:' && !atHome) throw new RangeError(`${uri} is not secure`);
    this.#parts.app.redirectUris.add(uri);
  }

  /** Every access token that was given out is good no more. */
  expireTokens(): void {
    this.#parts.tokens.expire();
  }

  /** Every refresh token too, as after six months. */
  expireRefreshTokens(): void {
    this.#parts.tokens.expireRefresh();
  }

  /** From now on, a refresh brings a new refresh token and ends the old one, as is the rule, or does not. */
  rotateRefreshTokens(rotate: boolean): void {
    this.#parts.tokens.rotate = rotate;
  }

  /** Every code that was given out is too old. */
  expireCodes(): void {
    this.#parts.codes.expire();
  }

  /** A person takes back what they agreed to. */
  revoke(person: Person): void {
    this.#parts.tokens.revoke(person);
  }

  /** From now on, lists have empty places among their items. */
  leaveHoles(): void {
    this.#parts.seen.holes = true;
  }

  /** Troubles requests: those on which `on` fits, as in `GET /v1/search/`. */
  trouble(fault: SpotifyFault, options?: FaultOptions): Trouble {
    return this.#parts.faults.begin(fault, options);
  }

  /**
   * Shuts it down.
   * @throws Error if anything was not as documented
   */
  async stop(): Promise<void> {
    const { server } = this.#parts;
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    if (this.violations.length > 0)
      throw new Error(`Not as Spotify's OpenAPI documents it:\n${violationLines(this.violations)}`);
  }
}
