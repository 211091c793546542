import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { isoTime, type KeptKind, rowsMarked } from './kept.ts';
import { ownerPrefix } from './linked-accounts.ts';
import type { Seal } from './sealed.ts';
import type { Store } from './store.ts';

/** How long a link to a consent page is good, in milliseconds. */
export const LINKING_LIFETIME = 10 * 60 * 1000;

/** Somebody's way to a consent page and back. */
export interface Linking {
  /** What they are called at Discord, for them to see whose account it is. */
  readonly name: string;
  /** The consent page. */
  readonly url: string;
  readonly verifier: string;
}

const linkingShape = z.object({
  name: z.string(),
  url: z.string(),
  verifier: z.string(),
}) satisfies z.ZodType<Linking>;

const stateShape = z.object({ owner: z.string(), id: z.string(), until: z.number() });

/** What a state tells to us alone. */
export interface LinkingState {
  readonly owner: string;
  readonly expired: boolean;
}

/** The ways to consent pages that people are on. */
export interface Linkings {
  /** A state for one person and one way: nobody else can make one, nor read it. */
  stateFor(owner: string): string;
  /** Undefined if it is none of ours. */
  read(state: string): LinkingState | undefined;
  keep(state: string, linking: Linking): Promise<void>;
  find(state: string): Promise<Linking | undefined>;
  /** As `find`, for one caller only. */
  take(state: string): Promise<Linking | undefined>;
  dropAllOf(owner: string): Promise<void>;
}

const MARK = 'linking';

/** States are sealed for no person: whose they are is what they tell. */
const STATE = 'linking state';

export function linkingsIn(store: Store, seal: Seal): Linkings {
  const opened = (state: string) => {
    const json = seal.open(state, STATE);
    return json === undefined ? undefined : stateShape.parse(JSON.parse(json));
  };
  const prefixOf = (owner: string): string => `${ownerPrefix(owner)}:${MARK}`;
  const keyOf = ({ owner, id }: z.infer<typeof stateShape>): string => `${prefixOf(owner)}:${id}`;
  const linkingIn = (owner: string, text: string | undefined): Linking | undefined => {
    const json = text === undefined ? undefined : seal.open(text, owner);
    return json === undefined ? undefined : linkingShape.parse(JSON.parse(json));
  };
  return {
    stateFor: (owner) => {
      const state = {
        owner,
        id: randomBytes(12).toString('base64url'),
        until: Date.now() + LINKING_LIFETIME,
      };
      return seal.seal(JSON.stringify(state), STATE);
    },
    read: (state) => {
      const known = opened(state);
      return known && { owner: known.owner, expired: known.until < Date.now() };
    },
    keep: async (state, linking) => {
      const known = opened(state);
      if (!known) throw new RangeError('not a state of ours');
      await store.set(keyOf(known), seal.seal(JSON.stringify(linking), known.owner), LINKING_LIFETIME);
    },
    find: async (state) => {
      const known = opened(state);
      return known && linkingIn(known.owner, await store.get(keyOf(known), z.string()));
    },
    take: async (state) => {
      const known = opened(state);
      return known && linkingIn(known.owner, await store.take(keyOf(known), z.string()));
    },
    dropAllOf: async (owner) => store.delete(await store.keys(prefixOf(owner))),
  };
}

/** The name and the secrets of a way are sealed, and gone in minutes: an export tells that there is one. */
export function linkingsKept(store: Store): KeptKind {
  return {
    name: 'linkings',
    marks: [MARK],
    shape: z.strictObject({ keptUntil: z.iso.datetime().optional() }),
    told: async function* (id) {
      for (const { until } of await rowsMarked(store, id, MARK)) yield { keptUntil: isoTime(until) };
    },
  };
}
