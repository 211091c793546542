import { LRUCache } from 'lru-cache';

/** How often posts are answered unasked: once a person in {@link PERSON}, {@link MOST} times a channel in {@link CHANNEL}. */
export const PERSON = 30_000;
export const CHANNEL = 60_000;
export const MOST = 10;

/** Keeps a channel from being filled with replies. */
export interface Cooldowns {
  /**
   * Takes a place for a reply, if there is one.
   * @returns gives the place back where nothing came of it; undefined if there is none
   */
  take(person: string, channel: string): (() => void) | undefined;
}

const MOST_KEPT = 10_000;

/** @param now the time in milliseconds */
export function createCooldowns(now = Date.now): Cooldowns {
  const channels = new LRUCache<string, readonly number[]>({ max: MOST_KEPT });
  const people = new LRUCache<string, number>({ max: MOST_KEPT });
  return {
    take: (person, channel) => {
      const at = now();
      const own = `${person} ${channel}`;
      const lately = (channels.get(channel) ?? []).filter((then) => at - then < CHANNEL);
      if (lately.length >= MOST || at - (people.get(own) ?? -Infinity) < PERSON) return undefined;
      channels.set(channel, [...lately, at]);
      people.set(own, at);
      return () => {
        people.delete(own);
        const all = [...(channels.get(channel) ?? [])];
        const place = all.indexOf(at);
        if (place >= 0) channels.set(channel, all.toSpliced(place, 1));
      };
    },
  };
}
