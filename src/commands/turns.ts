import PQueue from 'p-queue';

import { MoodringError } from '../errors.ts';

/** How many photos may be under way at a time: in all, of one guild, of one person. */
export interface Places {
  readonly all: number;
  /** Half of all, so that no guild can take everyone's turn. */
  readonly guild: number;
  readonly person: number;
}

const PLACES: Places = { all: 120, guild: 60, person: 3 };

/** How many of them are held in memory at a time, at up to 20 MB each; the others wait at Discord. */
const HELD = 8;

/** What one photo is taken to cost before the first was read, in milliseconds of {@link HELD} side by side. */
const FIRST_GUESS = 2_000;

/** How much the newest photo says about the next one. */
const NEWEST_WEIGHT = 0.2;

/** Counts the photos of everyone. */
const ALL = 'all';

/** Who asks. */
export interface Asker {
  readonly person: string;
  /** Null in direct messages. */
  readonly guild: string | null;
}

/** One line for all photos, in the order of their coming, with a fair share for each person and guild. */
export interface Turns {
  /**
   * Does the work when its turn comes.
   * @throws MoodringError `busy-with-yours` or `busy`, at once, where there is no place left; `restarting` once the line
   *   is closed; what the work throws
   */
  take<T>(asker: Asker, work: () => Promise<T>): Promise<T>;
  /** Gives up whatever waits or runs. */
  close(): void;
}

export function createTurns({
  places = PLACES,
  held = HELD,
}: { readonly places?: Places; readonly held?: number } = {}): Turns {
  const queue = new PQueue({ concurrency: held });
  const underWay = new Map<string, number>();
  const closing = new AbortController();
  let usual = FIRST_GUESS;

  const count = (key: string): number => underWay.get(key) ?? 0;
  const change = (key: string, by: number): void => {
    if (count(key) + by > 0) underWay.set(key, count(key) + by);
    else underWay.delete(key);
  };

  const requirePlace = (person: string, guild: string): void => {
    if (closing.signal.aborted) throw new MoodringError('restarting');
    if (count(person) >= places.person) throw new MoodringError('busy-with-yours', { most: places.person });
    if (count(ALL) >= places.all || count(guild) >= places.guild)
      throw new MoodringError('busy', { seconds: Math.ceil((count(ALL) * usual) / held / 1000) });
  };

  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    try {
      return await work();
    } finally {
      usual += NEWEST_WEIGHT * (performance.now() - started - usual);
    }
  };

  return {
    take: async ({ person, guild }, work) => {
      // Everyone's direct messages are a guild of their own.
      const keys = [ALL, `person ${person}`, `guild ${guild ?? person}`] as const;
      requirePlace(keys[1], keys[2]);
      for (const key of keys) change(key, 1);
      try {
        return await unlessAborted(
          queue.add(() => timed(work)),
          closing.signal,
        );
      } finally {
        for (const key of keys) change(key, -1);
      }
    },
    close: () => {
      queue.clear();
      closing.abort();
    },
  };
}

/** The work's result, or at the abort the error `restarting`. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // A promise of its own for each: one for all would hold every result for as long as it is pending.
  const aborted = Promise.withResolvers<never>();
  const giveUp = (): void => aborted.reject(new MoodringError('restarting'));
  signal.addEventListener('abort', giveUp);
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
