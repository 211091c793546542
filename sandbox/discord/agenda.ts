import type { Timer } from './clock.ts';

/** Something to be done once its time has come. */
export interface Appointment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly then: () => void;
}

/** What is still to be done, for clocks that can be moved. */
export class Agenda {
  readonly #open = new Set<Appointment>();

  /** Notes something down. */
  add(at: number, then: () => void): Timer {
    const entry = { at, then };
    this.#open.add(entry);
    return { cancel: () => void this.#open.delete(entry) };
  }

  /** What comes first; of those at the same time, what was noted down first. */
  get next(): Appointment | null {
    let first: Appointment | null = null;
    for (const entry of this.#open) if (!first || entry.at < first.at) first = entry;
    return first;
  }

  /** Strikes out and returns what comes first, if it is due by then. */
  take(by: number): Appointment | null {
    const { next } = this;
    if (!next || next.at > by) return null;
    this.#open.delete(next);
    return next;
  }
}
