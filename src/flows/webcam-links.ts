import { createHash, randomBytes } from 'node:crypto';

import { LRUCache } from 'lru-cache';

import type { EmotionScores } from '../domain/emotion.ts';
import { MoodringError } from '../errors.ts';
import type { AnsweredList } from './answer-mood.ts';

/** Where the pages of webcam links are; under PUBLIC_URL. */
export const WEBCAM_PATH = '/webcam';

/** How long a link is good. */
export const WEBCAM_MINUTES = 10;

/** What comes back from a page: what was read there, or a photo to be read here. */
export type Seen =
  | { readonly kind: 'scores'; readonly scores: EmotionScores }
  | { readonly kind: 'photo'; readonly photo: Uint8Array };

export interface WebcamAnswer {
  readonly list: AnsweredList;
  /** What kept the answer from being shown in Discord; undefined where it is there. */
  readonly untold?: unknown;
}

/** A way from Discord to the webcam page and back, for one person. */
export interface WebcamLink {
  /** The person's language, as Discord has it. */
  readonly locale: string;
  /**
   * Makes the list, and shows it where it was asked for.
   * @throws MoodringError where there is no list: what a photo, its turn or the music refuse
   */
  readonly answer: (seen: Seen) => Promise<WebcamAnswer>;
}

/**
 * Links in the memory of this process: they end with it, as the tokens by which Discord is answered soon do. A browser
 * proves by its secret, of which only a hash is kept, that it is the one that opened a link.
 */
export interface WebcamLinks {
  /** @returns what the link is known by; nobody can guess it */
  make(link: WebcamLink): string;
  /** @throws MoodringError `webcam-expired`, `webcam-used` */
  find(id: string): WebcamLink;
  /**
   * Gives the link to the first browser that asks.
   * @param secret what the browser got for it before
   * @returns what it proves itself by from now on
   * @throws MoodringError `webcam-elsewhere` where another browser was first; as `find`
   */
  open(id: string, secret: string | undefined): string;
  /**
   * Answers through the link, once. What is refused (a photo without a face, say) may be tried again.
   * @throws MoodringError `webcam-elsewhere`; as `find`, and as the link's `answer`
   */
  answer(id: string, secret: string | undefined, seen: Seen): Promise<WebcamAnswer>;
}

interface Kept {
  readonly link: WebcamLink;
  /** Of the secret of the browser that opened it. */
  hash?: string;
  /** Whether an answer is under way, or has been given. */
  used: boolean;
}

const MOST = 10_000;

/** @param lifetime of a link, in milliseconds */
export function createWebcamLinks(lifetime = WEBCAM_MINUTES * 60_000): WebcamLinks {
  const links = new LRUCache<string, Kept>({
    max: MOST,
    ttl: lifetime,
    ttlAutopurge: true,
    perf: { now: () => Date.now() },
  });
  const known = (id: string): Kept => {
    const kept = links.get(id);
    if (!kept) throw new MoodringError('webcam-expired', { minutes: WEBCAM_MINUTES });
    if (kept.used) throw new MoodringError('webcam-used');
    return kept;
  };
  return {
    make: (link) => {
      const id = randomBytes(18).toString('base64url');
      links.set(id, { link, used: false });
      return id;
    },
    find: (id) => known(id).link,
    open: (id, secret) => {
      const kept = known(id);
      if (kept.hash === undefined) {
        const own = randomBytes(18).toString('base64url');
        kept.hash = hashOf(own);
        return own;
      }
      return provenBy(kept, secret);
    },
    answer: async (id, secret, seen) => {
      const kept = known(id);
      provenBy(kept, secret);
      kept.used = true;
      try {
        return await kept.link.answer(seen);
      } catch (error) {
        kept.used = false;
        throw error;
      }
    },
  };
}

function provenBy({ hash }: Kept, secret: string | undefined): string {
  if (secret === undefined || hashOf(secret) !== hash) throw new MoodringError('webcam-elsewhere');
  return secret;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
