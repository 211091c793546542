import { z } from 'zod';

import { DEFAULT_RETENTION, RETENTIONS, type Retention } from '../domain/retention.ts';
import { type KeptKind, listenerPrefix } from './kept.ts';
import type { Store } from './store.ts';

/** A day in milliseconds. */
export const DAY = 24 * 60 * 60 * 1000;

const MARK = 'retention';

const daysShape = z.literal(RETENTIONS);

const retentionKey = (owner: string): string => `${listenerPrefix(owner)}:${MARK}`;

/** For how many days a person's lists are kept. */
export async function daysOf(store: Store, owner: string): Promise<Retention> {
  return (await store.get(retentionKey(owner), daysShape)) ?? DEFAULT_RETENTION;
}

/** Notes what a person chose; what holds without a choice need not be noted. */
export async function noteDays(store: Store, owner: string, days: Retention): Promise<void> {
  if (days === DEFAULT_RETENTION) await store.delete([retentionKey(owner)]);
  else await store.set(retentionKey(owner), days);
}

export function retentionKept(store: Store): KeptKind {
  return {
    name: 'retention',
    marks: [MARK],
    shape: z.strictObject({ days: daysShape }),
    told: async function* (id) {
      const days = await store.get(retentionKey(id), daysShape);
      if (days !== undefined) yield { days };
    },
  };
}
