import { z } from 'zod';

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
}

/** What is kept for an owner begins with this; for a person it is what `forget` erases. */
export const ownerPrefix = (owner: string): string => (owner === OPERATOR ? OPERATOR : `listener:${owner}`);

/** Where an owner's account lies. */
export const accountKey = (owner: string): string => `${ownerPrefix(owner)}:spotify`;

export function linkedAccountsIn(store: Store, seal: Seal): LinkedAccounts {
  const sealed = (owner: string, tokens: KeptTokens) => seal.seal(JSON.stringify(tokens), owner);
  const opened = (owner: string, text: string | undefined): KeptTokens | undefined => {
    const json = text === undefined ? undefined : seal.open(text, owner);
    return json === undefined ? undefined : tokensShape.parse(JSON.parse(json));
  };
  return {
    link: (owner, tokens) => store.set(accountKey(owner), sealed(owner, tokens)),
    find: async (owner) => opened(owner, await store.get(accountKey(owner), z.string())),
    replace: async (owner, old, tokens) => {
      const text = await store.get(accountKey(owner), z.string());
      if (text === undefined || opened(owner, text)?.refresh !== old.refresh) return false;
      return store.swap(accountKey(owner), text, sealed(owner, tokens));
    },
    unlink: (owner) => store.delete([accountKey(owner)]),
  };
}
