import { randomBytes } from 'node:crypto';

import { LRUCache } from 'lru-cache';

import type { FeltMood } from '../domain/feeling.ts';
import type { Who } from '../domain/reading.ts';
import type { MusicWish } from '../flows/answer-mood.ts';

/** What somebody asked for when they want to be read. */
interface ReadingWish extends MusicWish {
  readonly listener: string;
  /** Where it was asked; null in direct messages. */
  readonly guild: string | null;
  /** What they told of their mood besides. */
  readonly felt?: FeltMood | undefined;
  readonly private: boolean;
}

/** A photo, as Discord sent it. Its address stays in memory, and its bytes are not fetched yet. */
export interface PhotoWish extends ReadingWish {
  readonly photoUrl: string;
  readonly who: Who;
  /** Of one face, whose: see `PhotoRequest`. */
  readonly face?: number | undefined;
  /** The post that the photo came with, if it came with one: the answer goes when that does. */
  readonly post?: string | undefined;
}

/** A way to the page that reads a face live. */
export interface WebcamWish extends ReadingWish {
  readonly webcam: true;
}

export type Wish = PhotoWish | WebcamWish;

/** Requests that wait for an answer to the consent notice, or for whose mood counts. */
export interface Waiting {
  /** @returns the id to take it back with */
  put(request: Wish): string;
  /** Hands the request out once, and only to the person who made it. */
  take(id: string, listener: string): Wish | undefined;
  /** A photo that was answered and may be asked about again, for the person who sent it. */
  find(id: string, listener: string): PhotoWish | undefined;
  /** Lets go of everything a person asked for. */
  drop(listener: string): void;
}

/** Discord's token for an answer lives as long, in milliseconds. */
const LIFETIME = 15 * 60 * 1000;

const MOST = 10_000;

export function createWaiting(): Waiting {
  const requests = new LRUCache<string, Wish>({
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
    find: (id, listener) => {
      const request = requests.get(id);
      return request?.listener === listener && 'photoUrl' in request ? request : undefined;
    },
    drop: (listener) => {
      for (const [id, request] of requests.entries()) if (request.listener === listener) requests.delete(id);
    },
  };
}
