import AsyncLock from 'async-lock';
import { z } from 'zod';

import { type Consent, CONSENT_VERSION, mayRead } from '../domain/listener.ts';
import { MoodringError } from '../errors.ts';
import { accountKey } from './linked-accounts.ts';
import { ownedPlaylistsPrefix, playlistKey } from './playlists.ts';
import { saveKey, savedLists } from './saves.ts';
import type { Store } from './store.ts';

const consentShape = z.object({
  answer: z.enum(['yes', 'no']),
  version: z.int(),
  at: z.iso.datetime(),
}) satisfies z.ZodType<Consent>;

/** What is kept about a person, in numbers they can be shown. */
export interface Kept {
  readonly consent: Consent | undefined;
  readonly playlists: number;
  /** Whether their Spotify account is linked. */
  readonly spotify: boolean;
}

/**
 * What is remembered about people. Writes about one person happen one after the other in this process, so that nothing
 * is kept of somebody who is being forgotten.
 */
export interface Listeners {
  consent(id: string): Promise<Consent | undefined>;
  agree(id: string): Promise<void>;
  /** Erases everything about the person and keeps that they said no. */
  decline(id: string): Promise<void>;
  /**
   * Does work that keeps something about a person.
   * @throws MoodringError `not-agreed` unless they have agreed to the notice as it is now
   */
  whileAgreed<T>(id: string, work: () => Promise<T>): Promise<T>;
  /**
   * Does work that keeps something a person asked for without being read, whatever they answered to the notice.
   */
  inTurn<T>(id: string, work: () => Promise<T>): Promise<T>;
  kept(id: string): Promise<Kept>;
  /**
   * Erases everything about a person, in the raw database files too. If they said no to the notice, that one fact
   * stays, so that nothing reads them unless they ask for it.
   * @throws MoodringError `not-quite-erased` if another process keeps the old pages open: erased, but not yet from the raw files
   */
  forget(id: string): Promise<void>;
}

const listenerPrefix = (id: string): string => `listener:${id}`;
const consentKey = (id: string): string => `${listenerPrefix(id)}:consent`;

/** @param id Discord's id of a person */
export function listenersIn(store: Store): Listeners {
  const turns = new AsyncLock();
  const consent: Listeners['consent'] = (id) => store.get(consentKey(id), consentShape);
  const playlistIds = async (id: string) =>
    (await store.keys(ownedPlaylistsPrefix(id))).map((key) => key.slice(ownedPlaylistsPrefix(id).length + 1));
  const answer = (id: string, answer: Consent['answer']) =>
    store.set(consentKey(id), {
      answer,
      version: CONSENT_VERSION,
      at: new Date().toISOString(),
    } satisfies Consent);
  /** @returns whether there was anything */
  const erase = async (id: string, keep: readonly string[]): Promise<boolean> => {
    const theirs = (await store.keys(listenerPrefix(id))).filter((key) => !keep.includes(key));
    // Lists before the marks that lead to them: a crash in between leaves them findable for the next try.
    await store.delete((await playlistIds(id)).map(playlistKey));
    await store.delete((await savedLists(store, id)).map(saveKey));
    await store.delete(theirs);
    return theirs.length > 0;
  };

  return {
    consent,
    agree: (id) => turns.acquire(id, () => answer(id, 'yes')),
    decline: (id) =>
      turns.acquire(id, async () => {
        await answer(id, 'no');
        if (await erase(id, [consentKey(id)])) await store.scrub();
      }),
    whileAgreed: (id, work) =>
      turns.acquire(id, async () => {
        if (!mayRead(await consent(id))) throw new MoodringError('not-agreed');
        return work();
      }),
    inTurn: (id, work) => turns.acquire(id, work),
    kept: async (id) => ({
      consent: await consent(id),
      playlists: (await playlistIds(id)).length,
      spotify: (await store.get(accountKey(id), z.string())) !== undefined,
    }),
    forget: (id) =>
      turns.acquire(id, async () => {
        const saidNo = (await consent(id))?.answer === 'no';
        await erase(id, saidNo ? [consentKey(id)] : []);
        // Even where nothing was left: the last try may have stopped halfway.
        await store.scrub();
      }),
  };
}
