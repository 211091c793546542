import { z } from 'zod';

import { type KeptKind, listenerPrefix } from './kept.ts';
import type { Seal } from './sealed.ts';
import type { Store } from './store.ts';

/** What lets us into an account elsewhere. */
export interface KeptTokens {
  readonly access: string;
  readonly refresh: string;
  /** When the access token runs out, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly scopes: readonly string[];
}

const tokensShape = z.object({
  access: z.string(),
  refresh: z.string(),
  expiresAt: z.number(),
  scopes: z.array(z.string()),
}) satisfies z.ZodType<KeptTokens>;

/** The owner of the account of whoever runs the bot; all others are Discord's ids of people. */
export const OPERATOR = 'operator';

/** The accounts at Spotify that people linked, sealed for their owners. */
export interface LinkedAccounts {
  link(owner: string, tokens: KeptTokens): Promise<void>;
  /** Undefined too where it was sealed with a key that is gone. */
  find(owner: string): Promise<KeptTokens | undefined>;
  /**
   * Keeps new tokens in the place of old ones, before they are used.
   * @returns whether it did: not if the account was unlinked or linked anew meanwhile
   */
  replace(owner: string, old: KeptTokens, tokens: KeptTokens): Promise<boolean>;
  unlink(owner: string): Promise<void>;
  /**
   * As `unlink`, in the raw database files too, with whatever else was deleted before.
   * @throws MoodringError `not-quite-erased` if another process keeps the old pages open
   */
  erase(owner: string): Promise<void>;
}

/** What is kept for an owner begins with this; for a person it is what `forget` erases. */
export const ownerPrefix = (owner: string): string => (owner === OPERATOR ? OPERATOR : listenerPrefix(owner));

const MARK = 'spotify';

/** Where an owner's account lies, and since when it is linked. */
export const accountKey = (owner: string): string => `${ownerPrefix(owner)}:${MARK}`;
const sinceKey = (owner: string): string => `${accountKey(owner)}-since`;

export function linkedAccountsIn(store: Store, seal: Seal): LinkedAccounts {
  const sealed = (owner: string, tokens: KeptTokens) => seal.seal(JSON.stringify(tokens), owner);
  const opened = (owner: string, text: string | undefined): KeptTokens | undefined => {
    const json = text === undefined ? undefined : seal.open(text, owner);
    return json === undefined ? undefined : tokensShape.parse(JSON.parse(json));
  };
  const unlink = (owner: string) => store.delete([accountKey(owner), sinceKey(owner)]);
  return {
    link: async (owner, tokens) => {
      await store.set(sinceKey(owner), new Date().toISOString());
      await store.set(accountKey(owner), sealed(owner, tokens));
    },
    find: async (owner) => opened(owner, await store.get(accountKey(owner), z.string())),
    replace: async (owner, old, tokens) => {
      const text = await store.get(accountKey(owner), z.string());
      if (text === undefined || opened(owner, text)?.refresh !== old.refresh) return false;
      return store.swap(accountKey(owner), text, sealed(owner, tokens));
    },
    unlink,
    erase: async (owner) => {
      await unlink(owner);
      await store.scrub();
    },
  };
}

/** What lets us in is told to nobody, not even its owner: a copy of an export would do for whoever finds it. */
export function linkedAccountsKept(store: Store): KeptKind {
  return {
    name: 'spotify',
    marks: [MARK, `${MARK}-since`],
    shape: z.strictObject({ linked: z.literal(true), since: z.iso.datetime().optional() }),
    told: async function* (id) {
      if ((await store.get(accountKey(id), z.string())) === undefined) return;
      yield { linked: true, since: await store.get(sinceKey(id), z.iso.datetime()) };
    },
  };
}
