import { randomBytes } from 'node:crypto';

import { LRUCache } from 'lru-cache';

import type { FeltMood } from '../domain/feeling.ts';
import type { Who } from '../domain/reading.ts';
import type { MusicWish } from '../flows/answer-mood.ts';

/** What somebody asked for, as Discord sent it. The photo's address stays in memory, and its bytes are not fetched yet. */
export interface PhotoWish extends MusicWish {
  readonly listener: string;
  /** Where it was asked; null in direct messages. */
  readonly guild: string | null;
  readonly photoUrl: string;
  readonly who: Who;
  /** What they told of their mood besides. */
  readonly felt?: FeltMood | undefined;
  readonly private: boolean;
}

/** Requests that wait for an answer to the consent notice. */
export interface Waiting {
  /** @returns the id to take it back with */
  put(request: PhotoWish): string;
  /** Hands the request out once, and only to the person who made it. */
  take(id: string, listener: string): PhotoWish | undefined;
  /** Lets go of everything a person asked for. */
  drop(listener: string): void;
}

/** Discord's token for an answer lives as long, in milliseconds. */
const LIFETIME = 15 * 60 * 1000;

const MOST = 10_000;

export function createWaiting(): Waiting {
  const requests = new LRUCache<string, PhotoWish>({
    max: MOST,
    ttl: LIFETIME,
    ttlAutopurge: true,
    perf: Date,
  });
  return {
    put: (request) => {
      const id = randomBytes(9).toString('base64url');
      requests.set(id, request);
      return id;
    },
    take: (id, listener) => {
      const request = requests.get(id);
      if (request?.listener !== listener) return undefined;
      requests.delete(id);
      return request;
    },
    drop: (listener) => {
      for (const [id, request] of requests.entries()) if (request.listener === listener) requests.delete(id);
    },
  };
}
