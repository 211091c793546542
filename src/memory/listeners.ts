import { z } from 'zod';

import { type Consent, CONSENT_VERSION } from '../domain/listener.ts';
import { ownedPlaylistsPrefix, playlistKey } from './playlists.ts';
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
}

export interface Listeners {
  consent(id: string): Promise<Consent | undefined>;
  answerConsent(id: string, answer: Consent['answer']): Promise<void>;
  kept(id: string): Promise<Kept>;
  /**
   * Erases everything about a person, in the raw database files too. If they said no to the notice, that one fact
   * stays, so that they are not asked again by what happens without a command.
   */
  forget(id: string): Promise<void>;
}

const listenerPrefix = (id: string): string => `listener:${id}`;
const consentKey = (id: string): string => `${listenerPrefix(id)}:consent`;

/** @param id Discord's id of a person */
export function listenersIn(store: Store): Listeners {
  const consent: Listeners['consent'] = (id) => store.get(consentKey(id), consentShape);
  const playlistIds = async (id: string) =>
    (await store.keys(ownedPlaylistsPrefix(id))).map((key) => key.slice(ownedPlaylistsPrefix(id).length + 1));

  return {
    consent,
    answerConsent: (id, answer) =>
      store.set(consentKey(id), {
        answer,
        version: CONSENT_VERSION,
        at: new Date().toISOString(),
      } satisfies Consent),
    kept: async (id) => ({ consent: await consent(id), playlists: (await playlistIds(id)).length }),
    forget: async (id) => {
      const saidNo = (await consent(id))?.answer === 'no';
      const theirs = await store.keys(listenerPrefix(id));
      // Lists before the marks that lead to them: a crash in between leaves them findable for the next try.
      await store.delete((await playlistIds(id)).map(playlistKey));
      await store.delete(theirs.filter((key) => !(saidNo && key === consentKey(id))));
      await store.scrub();
    },
  };
}
