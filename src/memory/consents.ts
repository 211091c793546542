import { z } from 'zod';

import { type Consent, CONSENT_VERSION } from '../domain/listener.ts';
import { type KeptKind, listenerPrefix } from './kept.ts';
import type { Store } from './store.ts';

const MARK = 'consent';

const consentShape = z.strictObject({
  answer: z.enum(['yes', 'no']),
  version: z.int(),
  at: z.iso.datetime(),
}) satisfies z.ZodType<Consent>;

/** Where a person's answer lies: `forget` leaves it where they said no. */
export const consentKey = (id: string): string => `${listenerPrefix(id)}:${MARK}`;

/** What a person answered to the notice. */
export function consentOf(store: Store, id: string): Promise<Consent | undefined> {
  return store.get(consentKey(id), consentShape);
}

/** Notes an answer to the notice as it is now. */
export async function noteConsent(store: Store, id: string, answer: Consent['answer']): Promise<void> {
  const consent: Consent = { answer, version: CONSENT_VERSION, at: new Date().toISOString() };
  await store.set(consentKey(id), consent);
}

export function consentKept(store: Store): KeptKind {
  return {
    name: 'consent',
    marks: [MARK],
    shape: consentShape,
    told: async function* (id) {
      const consent = await consentOf(store, id);
      if (consent) yield consent;
    },
  };
}
