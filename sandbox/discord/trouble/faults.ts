/** What can happen to a request of the REST API. */
export type RestFault =
  /** It is taken up this many milliseconds late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** It is turned away unread, in the words of Discord or of what stands before it. */
  | { readonly kind: 'status'; readonly status: 500 | 502 | 503 | 504 }
  /** The line is cut before it is read. */
  | { readonly kind: 'drop' }
  /** It is done, and the line is cut before the answer. */
  | { readonly kind: 'lost-answer' }
  /** It is done, and the line is cut in the middle of the answer, or before one without a body. */
  | { readonly kind: 'half-answer' }
  /** It is never answered. */
  | { readonly kind: 'silent' };

/** What can happen to a file on its way from the CDN. */
export type CdnFault =
  /** It trickles. */
  | { readonly kind: 'slow'; readonly bytesPerSecond: number }
  /** Nothing comes, not even headers. */
  | { readonly kind: 'silent' }
  /** It arrives with no bytes in it. */
  | { readonly kind: 'empty' }
  /** It is refused. */
  | { readonly kind: 'status'; readonly status: 403 | 404 | 429 | 500 | 503 }
  /** Content-Length differs from what comes, to either side; the line is closed behind it. */
  | { readonly kind: 'lies-about-size'; readonly says: number }
  /** Content-Type differs from what comes. */
  | { readonly kind: 'lies-about-type'; readonly says: string }
  /** It is said to be elsewhere. */
  | { readonly kind: 'redirect'; readonly to: string }
  /** Bytes follow it without end, and no Content-Length says so. */
  | { readonly kind: 'endless' }
  /** The line is cut after half of it. */
  | { readonly kind: 'cut' };

/** Whom a fault strikes, and how often. */
export interface FaultOptions {
  /** Matched against `POST /channels/1/messages` or against a file's name; everything when absent. */
  readonly on?: RegExp;
  /** How often it strikes; until its end when absent. */
  readonly times?: number;
}

/** A fault that was asked for. */
export interface Trouble {
  /** How often it struck so far. */
  readonly hits: number;
  /** Lets things go well again. */
  end(): void;
}

interface Pending<Fault> {
  readonly fault: Fault;
  readonly on: RegExp | undefined;
  readonly times: number;
  hits: number;
}

/** The faults of one service that were asked for and are not over. */
export class Faults<Fault> {
  readonly #pending = new Set<Pending<Fault>>();

  begin(fault: Fault, { on, times = Infinity }: FaultOptions = {}): Trouble {
    const pending: Pending<Fault> = { fault, on, times, hits: 0 };
    if (times > 0) this.#pending.add(pending);
    return {
      get hits() {
        return pending.hits;
      },
      end: () => void this.#pending.delete(pending),
    };
  }

  /** The fault that strikes this one; of several, the one asked for first. */
  strike(what: string): Fault | null {
    for (const pending of this.#pending) {
      // `search` asks anew each time, whatever flags the expression has.
      if (pending.on && what.search(pending.on) < 0) continue;
      pending.hits += 1;
      if (pending.hits >= pending.times) this.#pending.delete(pending);
      return pending.fault;
    }
    return null;
  }

  clear(): void {
    this.#pending.clear();
  }
}
