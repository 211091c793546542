import AsyncLock from 'async-lock';
import { z } from 'zod';

import { INTENTS } from '../domain/arc.ts';
import { type GuildSettings, isTimeZone, UNSET } from '../domain/guild.ts';
import { eraseMeetings } from './meetings.ts';
import type { Store } from './store.ts';

const minute = z.int().min(0).max(1439);

const settingsShape = z.object({
  channels: z.array(z.string()),
  intent: z.enum(INTENTS).optional(),
  explicit: z.boolean(),
  language: z.string().optional(),
  roles: z.array(z.string()),
  quiet: z.object({ from: minute, to: minute, zone: z.string().refine(isTimeZone) }).optional(),
  confirmed: z.iso.datetime().optional(),
});

/** What is remembered about servers. */
export interface Guilds {
  /** What its managers have set, or {@link UNSET}; always that for null, which stands for direct messages. */
  get(id: string | null): Promise<GuildSettings>;
  /** Changes some of the settings and leaves the others; changes of one server happen one after the other. */
  set(id: string, change: Partial<GuildSettings>): Promise<GuildSettings>;
  /** The ids of the servers of which anything is kept. */
  ids(): Promise<readonly string[]>;
  /**
   * Erases everything that is kept of a server, in the raw database files too.
   * @throws MoodringError `not-quite-erased`
   */
  forget(id: string): Promise<void>;
}

const guildPrefix = (id: string): string => `guild:${id}`;
const settingsKey = (id: string): string => `${guildPrefix(id)}:settings`;

/** @param id Discord's id of a server */
export function guildsIn(store: Store): Guilds {
  const turns = new AsyncLock({ maxPending: Infinity });
  const get: Guilds['get'] = async (id) => {
    const kept = id === null ? undefined : await store.get(settingsKey(id), settingsShape);
    return { ...UNSET, ...kept };
  };
  return {
    get,
    set: (id, change) =>
      turns.acquire(id, async () => {
        const settings = { ...(await get(id)), ...change };
        await store.set(settingsKey(id), settings);
        return settings;
      }),
    ids: async () => {
      const ids = (await store.keys('guild')).map((key) => key.split(':')[1] ?? '');
      return [...new Set(ids)].filter((id) => /^\d+$/.test(id));
    },
    forget: (id) =>
      turns.acquire(id, async () => {
        await eraseMeetings(store, id);
        await store.delete(await store.keys(guildPrefix(id)));
        // What has expired goes too: it may have been of this server, and nothing leads to it any more.
        await store.sweep();
        await store.scrub();
      }),
  };
}
