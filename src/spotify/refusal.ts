import { type ErrorCode, MoodringError } from '../errors.ts';
import { refusalIn } from './answers.ts';
import type { Answer } from './web-api.ts';

/** Spotify did not do what was asked, and asking again would not help. */
export class SpotifyRefusal extends Error {
  override readonly name = 'SpotifyRefusal';
  readonly status: number;
  /** Spotify's own word for it, such as `QUOTA_EXCEEDED` or `invalid_client`; blank where it gives none. */
  readonly reason: string;

  constructor({ status, body }: Answer) {
    const { message, reason } = refusalIn(body);
    // A page of a proxy's in the place of a message is of no use in a log.
    super(`${status} ${reason || message.slice(0, 100)}`.trim());
    this.status = status;
    this.reason = reason;
  }
}

/** A failure of Spotify's own (5xx), or an answer that is not what it documents: it may go better the next time. */
export class SpotifyFailure extends Error {
  override readonly name = 'SpotifyFailure';
}

/** Spotify has too much to do for us: 429. */
export class SpotifyBusy extends Error {
  override readonly name = 'SpotifyBusy';
  /** How long it wants to be left alone. */
  readonly seconds: number;
  /** Whether the app has used up its quota, which no short wait brings back. */
  readonly quota: boolean;

  constructor(seconds: number, quota: boolean) {
    super(`429, ${seconds} s${quota ? ', quota' : ''}`);
    this.seconds = seconds;
    this.quota = quota;
  }
}

/** How long to wait where a 429 does not say. */
const SECONDS_UNTOLD = 5;
const QUOTA_SECONDS_UNTOLD = 3600;

/**
 * An answer that did what was asked.
 * @throws SpotifyBusy, SpotifyFailure or SpotifyRefusal by its status
 */
export function granted(answer: Answer): Answer {
  const { status, body, headers } = answer;
  if (status < 400) return answer;
  if (status >= 500) throw new SpotifyFailure(`${status}`);
  if (status !== 429) throw new SpotifyRefusal(answer);
  const quota = refusalIn(body).reason === 'QUOTA_EXCEEDED';
  const seconds = Number(headers['retry-after']);
  const untold = quota ? QUOTA_SECONDS_UNTOLD : SECONDS_UNTOLD;
  throw new SpotifyBusy(seconds >= 0 ? Math.ceil(seconds) : untold, quota);
}

/** What a refusal means to people, where it is one that they can do something about. */
export function meaningOf(refusal: SpotifyRefusal): MoodringError | undefined {
  const { status, reason, message } = refusal;
  if (status === 401 || reason === 'invalid_client') return new MoodringError('spotify-refused', {}, refusal);
  if (status !== 403) return undefined;
  if (/not registered/i.test(message)) return new MoodringError('spotify-not-registered', {}, refusal);
  if (/premium/i.test(message)) return new MoodringError('spotify-premium-needed', {}, refusal);
  return undefined;
}

/**
 * What a refusal means to the person whose account was asked.
 * @param missing what it means that something is not there (404)
 */
export const meaningTo =
  (missing?: ErrorCode) =>
  (refusal: SpotifyRefusal): MoodringError | undefined => {
    const code = codeOf(refusal, missing);
    return code === undefined ? meaningOf(refusal) : new MoodringError(code, {}, refusal);
  };

function codeOf({ status, reason, message }: SpotifyRefusal, missing?: ErrorCode): ErrorCode | undefined {
  if (status === 404) return missing;
  // The player says some of this with 401.
  if (/scope|permissions missing/i.test(message)) return 'spotify-scope-missing';
  if (status === 401) return 'spotify-unlinked';
  return reason === 'PREMIUM_REQUIRED' ? 'spotify-no-premium' : undefined;
}
