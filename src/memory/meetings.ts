import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import { isoTime, type KeptKind, rowsMarked } from './kept.ts';
import { DAY } from './retention.ts';
import type { Store } from './store.ts';

/** For how long a reply goes when its post does, in days. */
export const REPLY_DAYS = 7;

/** After how many days somebody who has not agreed may be asked again in the same server. */
export const ASKED_DAYS = 90;

/** After how many days it is said again what the bot lacks in a channel. */
const LACKS_DAYS = 7;

/** What is said in passing is deleted after a minute; after a crash, at the next start within a day. */
const PASSING_DAYS = 1;

/** So many posts that went are remembered for so long, in milliseconds: as long as an answer may take. */
const MOST_GONE = 10_000;
const GONE_FOR = 15 * 60_000;

/** Stands for a server in direct messages. */
const DIRECT = 'direct';

/** A message of the bot's own, and whom it was for. Ids are Discord's. */
const saidShape = z.object({ owner: z.string(), channel: z.string(), message: z.string() });

export type Said = z.infer<typeof saidShape>;

/**
 * What is remembered of meetings in channels: which reply belongs to which post, who was asked for consent where, and what
 * was said in passing. A server's is erased with the server, a person's with the person.
 */
export interface Meetings {
  /**
   * @param guild null in direct messages
   * @returns false, and keeps nothing, where the post is gone: so has the reply to go
   */
  keepReply(guild: string | null, post: string, said: Said): Promise<boolean>;
  hasReply(guild: string | null, post: string): Promise<boolean>;
  /** Hands out the reply to a post that is gone, once. */
  takeReply(guild: string | null, post: string): Promise<Said | undefined>;
  /** Whether a post is known to be gone: for the next minutes, in the memory of this process. */
  isGone(post: string): boolean;
  /** @returns true the first time that it is said of a person in a server, until {@link ASKED_DAYS} are over */
  askedFirst(guild: string | null, owner: string): Promise<boolean>;
  /** Takes back that somebody was asked. */
  notAsked(guild: string | null, owner: string): Promise<void>;
  /** @returns true the first time that it is said of a channel what the bot lacks there, until {@link LACKS_DAYS} are over */
  lacksFirst(guild: string, channel: string): Promise<boolean>;
  keepPassing(guild: string | null, said: Said): Promise<void>;
  dropPassing(guild: string | null, said: Said): Promise<void>;
  /** Everything that was said in passing and is not deleted yet. */
  allPassing(): Promise<readonly { readonly guild: string | null; readonly said: Said }[]>;
}

type Kind = 'reply' | 'asked' | 'lacks' | 'passing';

/** Where something lies, and the mark among its owner's keys by which `forget` finds it. */
const tailOf = (guild: string | null, kind: Kind, id: string): string => `${guild ?? DIRECT}:${kind}:${id}`;
const keyOf = (tail: string): string => `guild:${tail}`;
const marksPrefix = (owner: string): string => `listener:${owner}:met`;
const markOf = (owner: string, tail: string): string => `${marksPrefix(owner)}:${tail}`;

/** Where everything lies that is remembered of meetings with a person. */
export async function meetingKeys(store: Store, owner: string): Promise<readonly string[]> {
  const prefix = marksPrefix(owner);
  return (await store.keys(prefix)).map((mark) => keyOf(mark.slice(prefix.length + 1)));
}

/** Erases what is remembered of meetings in a server, from the keys of those who were met too. */
export async function eraseMeetings(store: Store, guild: string): Promise<void> {
  const found = await store.keys(keyOf(guild));
  for (const key of found) {
    const tail = key.slice(keyOf('').length);
    const [, kind, id = ''] = tail.split(':');
    const owner = kind === 'asked' ? id : (await store.get(key, saidShape))?.owner;
    if (owner !== undefined) await store.delete([markOf(owner, tail), key]);
  }
}

export function meetingsIn(store: Store): Meetings {
  // The owner's mark first: a crash between the two leaves a mark to nothing, never something that cannot be forgotten.
  const keep = async (tail: string, said: Said, lifetime: number): Promise<void> => {
    await store.set(markOf(said.owner, tail), true, lifetime);
    await store.set(keyOf(tail), said, lifetime);
  };
  const gone = new LRUCache<string, true>({ max: MOST_GONE, ttl: GONE_FOR });
  const drop = (owner: string, tail: string) => store.delete([keyOf(tail), markOf(owner, tail)]);
  return {
    keepReply: async (guild, post, said) => {
      const tail = tailOf(guild, 'reply', post);
      await keep(tail, said, REPLY_DAYS * DAY);
      // Whoever takes it deletes the reply.
      if (!gone.has(post) || (await store.take(keyOf(tail), saidShape)) === undefined) return true;
      await drop(said.owner, tail);
      return false;
    },
    hasReply: async (guild, post) =>
      (await store.get(keyOf(tailOf(guild, 'reply', post)), saidShape)) !== undefined,
    takeReply: async (guild, post) => {
      const tail = tailOf(guild, 'reply', post);
      gone.set(post, true);
      const said = await store.take(keyOf(tail), saidShape);
      if (said) await store.delete([markOf(said.owner, tail)]);
      return said;
    },
    isGone: (post) => gone.has(post),
    askedFirst: async (guild, owner) => {
      const tail = tailOf(guild, 'asked', owner);
      await store.set(markOf(owner, tail), true, ASKED_DAYS * DAY);
      return store.add(keyOf(tail), 'asked', ASKED_DAYS * DAY);
    },
    notAsked: (guild, owner) => drop(owner, tailOf(guild, 'asked', owner)),
    lacksFirst: (guild, channel) =>
      store.add(keyOf(tailOf(guild, 'lacks', channel)), 'said', LACKS_DAYS * DAY),
    keepPassing: (guild, said) => keep(tailOf(guild, 'passing', said.message), said, PASSING_DAYS * DAY),
    dropPassing: (guild, said) => drop(said.owner, tailOf(guild, 'passing', said.message)),
    allPassing: async () => {
      const keys = (await store.keys('guild')).filter((key) => key.includes(':passing:'));
      const found = await Promise.all(
        keys.map(async (key) => ({ key, said: await store.get(key, saidShape) })),
      );
      return found.flatMap(({ key, said }) => {
        const place = key.split(':')[1] ?? DIRECT;
        return said ? [{ guild: place === DIRECT ? null : place, said }] : [];
      });
    },
  };
}

export function meetingsKept(store: Store): KeptKind {
  return {
    name: 'meetings',
    marks: ['met'],
    elsewhere: (owner) => meetingKeys(store, owner),
    shape: z.strictObject({
      kind: z.enum(['reply', 'asked', 'passing']),
      server: z.string(),
      /** The post that was replied to, or the message of the bot's own; none where somebody was asked. */
      message: z.string().optional(),
      keptUntil: z.iso.datetime().optional(),
    }),
    told: async function* (owner) {
      for (const { rest, until } of await rowsMarked(store, owner, 'met')) {
        const [server, kind, message] = rest.split(':');
        yield { kind, server, ...(kind === 'asked' ? {} : { message }), keptUntil: isoTime(until) };
      }
    },
  };
}
