import { setTimeout as passed } from 'node:timers/promises';
import {
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
} from 'cockatiel';
import type { z } from 'zod';
import { MoodringError } from '../errors.ts';
import type { Patience } from './patience.ts';
import { granted, meaningOf, SpotifyBusy, SpotifyFailure, SpotifyRefusal } from './refusal.ts';
import { type Answer, NoAnswer } from './web-api.ts';

/** How one call differs from others. */
export interface CallOptions {
  /** Ends the call. */
  readonly signal?: AbortSignal | undefined;
  /** It would do harm twice: tried again only where Spotify surely did nothing. */
  readonly once?: boolean;
  /** When it must have ended, in milliseconds since the epoch; {@link Patience.call} from now if left out. */
  readonly until?: number;
  /** What a refusal means to people here. */
  readonly meaning?: (refusal: SpotifyRefusal) => MoodringError | undefined;
}

/**
 * The way to one of Spotify's services, with the same manners for every call: failures are tried again after a while, a
 * 429 holds back every call for as long as it says, and a service that fails again and again is left alone for a rest.
 */
export class Line {
  readonly #patience: Patience;
  readonly #breaker;
  #hold = { until: 0, quota: false };

  constructor(patience: Patience) {
    this.#patience = patience;
    this.#breaker = circuitBreaker(handleWhen(isFailure), {
      breaker: new ConsecutiveBreaker(patience.failuresInARow),
      halfOpenAfter: patience.rest,
    });
  }

  /**
   * Asks, and gives what the answer holds.
   * @param ask sends the request, and ends it with the signal; called again where that may help, so it must do no harm
   *   twice, or be asked `once`
   * @throws MoodringError `spotify-unreachable`, `spotify-busy` and `spotify-quota` (details: `seconds`), what the
   *   `meaning` makes of a refusal, or `interrupted` if `signal` was. Only after `spotify-unreachable` and `interrupted`
   *   may Spotify have done what was asked.
   * @throws SpotifyRefusal for any other refusal
   */
  async call<T>(
    shape: z.ZodType<T>,
    ask: (signal: AbortSignal) => Promise<Answer>,
    { signal, once = false, until = Date.now() + this.#patience.call, meaning = meaningOf }: CallOptions = {},
  ): Promise<T> {
    try {
      return await this.#policy(until, once).execute(async (trying) => {
        await this.#turn(until, trying.signal);
        return this.#breaker
          .execute(async () => read(shape, granted(await ask(trying.signal))))
          .catch(this.#heed(until));
      }, signal);
    } catch (error) {
      if (signal?.aborted) throw new MoodringError('interrupted', {}, error);
      throw this.#told(error, meaning);
    }
  }

  #policy(until: number, once: boolean) {
    const { tries, firstWait } = this.#patience;
    return wrap(
      timeout(Math.max(0, until - Date.now()), TimeoutStrategy.Aggressive),
      retry(handleWhen(once ? isSurelyUndone : isWorthAnotherTry), {
        maxAttempts: tries,
        backoff: new ExponentialBackoff({ initialDelay: firstWait }),
      }),
    );
  }

  /** Waits until Spotify may be asked again. */
  async #turn(until: number, signal: AbortSignal): Promise<void> {
    while (this.#hold.until > Date.now()) {
      if (this.#hold.quota || this.#hold.until > until) throw this.#busy();
      await passed(this.#hold.until - Date.now(), undefined, { signal });
    }
  }

  /** Holds back all calls after a 429; this one too, unless the wait is too long for it. */
  #heed(until: number) {
    return (error: unknown): never => {
      if (!(error instanceof SpotifyBusy)) throw error;
      const held = Date.now() + error.seconds * 1000;
      this.#hold = { until: Math.max(this.#hold.until, held), quota: error.quota };
      throw error.quota || held > until ? this.#busy(error) : error;
    };
  }

  #busy(cause?: unknown): MoodringError {
    const seconds = Math.max(1, Math.ceil((this.#hold.until - Date.now()) / 1000));
    return new MoodringError(this.#hold.quota ? 'spotify-quota' : 'spotify-busy', { seconds }, cause);
  }

  #told(error: unknown, meaning: typeof meaningOf): unknown {
    if (error instanceof MoodringError) return error;
    if (error instanceof SpotifyBusy) return this.#busy(error);
    if (error instanceof SpotifyRefusal) return meaning(error) ?? error;
    return new MoodringError('spotify-unreachable', {}, error);
  }
}

function isFailure(error: Error): boolean {
  return error instanceof SpotifyFailure || error instanceof NoAnswer;
}

/** Whoever waited until the deadline has waited long enough. */
function isWorthAnotherTry(error: Error): boolean {
  return error instanceof SpotifyBusy || (isFailure(error) && !(error instanceof NoAnswer && error.late));
}

/** A 5xx says nothing: what is behind it may have done its work. */
function isSurelyUndone(error: Error): boolean {
  return error instanceof SpotifyBusy || (error instanceof NoAnswer && error.unsent);
}

function read<T>(shape: z.ZodType<T>, { body }: Answer): T {
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new SpotifyFailure('an answer of another kind', { cause: parsed.error });
  return parsed.data;
}
