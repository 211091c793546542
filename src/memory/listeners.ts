import { createHash } from 'node:crypto';

import type { KeptCount, KeptName } from '../domain/kept.ts';
import { type Consent, mayRead } from '../domain/listener.ts';
import type { Retention } from '../domain/retention.ts';
import { MoodringError } from '../errors.ts';
import { claimsIn } from './claims.ts';
import { consentKey, consentOf, noteConsent } from './consents.ts';
import { countedFor, everythingKept } from './everything-kept.ts';
import { type Dated, type KeptKind, listenerPrefix, ownRows } from './kept.ts';
import { DAY, daysOf, noteDays } from './retention.ts';
import type { Store } from './store.ts';

/** One thing that is kept about a person, as an export tells it. */
export interface ToldThing {
  readonly name: KeptName;
  readonly thing: unknown;
}

/**
 * What is remembered about people. A store that keeps anything about them describes it as a `KeptKind` (`kept.ts`) and
 * is named in `everything-kept.ts`; `/privacy` shows, exports and erases it then. Writes about one person happen one after
 * the other, in however many processes, so that nothing is kept of somebody who is being forgotten.
 */
export interface Listeners {
  consent(id: string): Promise<Consent | undefined>;
  agree(id: string): Promise<void>;
  /** Keeps that no photo of the person is to be read, and erases what came of photos; what they told otherwise stays. */
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
  /** For how many days the person's lists are kept. */
  days(id: string): Promise<Retention>;
  /** Changes that, for what is kept already too: what is older than that is erased. */
  keepFor(id: string, days: Retention): Promise<void>;
  /** What there is, in the order in which it is shown; nothing where nothing is kept. */
  kept(id: string): Promise<readonly KeptCount[]>;
  /** All of it, in the same order; no secrets. */
  told(id: string): AsyncIterable<ToldThing>;
  /**
   * Erases everything about a person, in the raw database files too. If they said no to the notice, that one fact
   * stays, so that nothing reads them unless they ask for it.
   * @throws MoodringError `not-quite-erased` if another process keeps the old pages open: erased, but not yet from the raw files
   */
  forget(id: string): Promise<void>;
}

/** Whose turn it is must not outlive them in the raw files, so it is noted without their id. */
const turnKey = (id: string): string => `turn:${createHash('sha256').update(id).digest('base64url')}`;

/** @param id Discord's id of a person */
export function listenersIn(store: Store): Listeners {
  const kinds = everythingKept(store);
  const claims = claimsIn(store);
  const inTurn: Listeners['inTurn'] = (id, work) => claims.alone(turnKey(id), work);
  const consent: Listeners['consent'] = (id) => consentOf(store, id);
  /** What has expired goes too: it may have been theirs, and nothing leads to it any more. */
  const erase = async (keys: readonly string[]): Promise<void> => {
    await store.delete(keys);
    await store.sweep();
    await store.scrub();
  };
  const ofAll = async <T>(ask: (kind: KeptKind) => Promise<readonly T[]> | undefined) =>
    (await Promise.all(kinds.map(async (kind) => (await ask(kind)) ?? []))).flat();

  return {
    consent,
    agree: (id) => inTurn(id, () => noteConsent(store, id, 'yes')),
    decline: (id) =>
      inTurn(id, async () => {
        await noteConsent(store, id, 'no');
        const keys = await ofAll(({ ofPhotos }) => ofPhotos?.(id));
        if (keys.length > 0) await erase(keys);
      }),
    whileAgreed: async (id, work) => {
      const agreed = async (): Promise<void> => {
        if (!mayRead(await consent(id))) throw new MoodringError('not-agreed');
      };
      await agreed();
      return inTurn(id, async () => {
        await agreed();
        return work();
      });
    },
    inTurn,
    days: (id) => daysOf(store, id),
    keepFor: (id, days) =>
      inTurn(id, async () => {
        await noteDays(store, id, days);
        const dated = await ofAll((kind) => kind.dated?.(id));
        const untilOf = (at: number): number => at + days * DAY;
        const isOver = ({ at }: Dated): boolean => untilOf(at) <= Date.now();
        for (const { keys, at } of dated.filter((it) => !isOver(it))) await store.endAt(keys, untilOf(at));
        const over = dated.filter(isOver).flatMap(({ keys }) => keys);
        if (over.length > 0) await erase(over);
      }),
    kept: async (id) => {
      const rows = await ownRows(store, id);
      return kinds.flatMap((kind) => {
        const counted = countedFor(kind, kinds, rows);
        if (counted.length === 0) return [];
        const ends = counted.flatMap(({ until }) => until ?? []);
        const until = ends.length === counted.length ? Math.max(...ends) : undefined;
        return [{ name: kind.name, count: counted.length, until }];
      });
    },
    told: async function* (id) {
      for (const { name, told } of kinds) for await (const thing of told(id)) yield { name, thing };
    },
    forget: (id) =>
      inTurn(id, async () => {
        const kept = (await consent(id))?.answer === 'no' ? consentKey(id) : undefined;
        const elsewhere = await ofAll(({ elsewhere }) => elsewhere?.(id));
        const own = (await store.keys(listenerPrefix(id))).filter((key) => key !== kept);
        // Even where nothing was left: the last try may have stopped halfway.
        await erase([...elsewhere, ...own]);
      }),
  };
}
