import { z } from 'zod';

import { consentKept } from './consents.ts';
import { isoTime, type KeptKind, type OwnRow, ownRows } from './kept.ts';
import { linkedAccountsKept } from './linked-accounts.ts';
import { linkingsKept } from './linkings.ts';
import { meetingsKept } from './meetings.ts';
import { playlistsKept } from './playlists.ts';
import { retentionKept } from './retention.ts';
import { savesKept } from './saves.ts';
import type { Store } from './store.ts';

/** Everything that is kept about people, in the order in which it is shown. */
export function everythingKept(store: Store): readonly KeptKind[] {
  const kinds = [
    consentKept(store),
    retentionKept(store),
    playlistsKept(store),
    savesKept(store),
    linkedAccountsKept(store),
    linkingsKept(store),
    meetingsKept(store),
  ];
  return [...kinds, notesKept(store, kinds)];
}

/** Those of a person's own rows that are counted for a kind. */
export function countedFor(
  kind: KeptKind,
  kinds: readonly KeptKind[],
  rows: readonly OwnRow[],
): readonly OwnRow[] {
  if (kind.marks !== 'others') return rows.filter(({ mark }) => mark === kind.marks[0]);
  const known = new Set(kinds.flatMap(({ marks }) => (marks === 'others' ? [] : marks)));
  return rows.filter(({ mark }) => !known.has(mark));
}

/** What no other kind speaks for, so that nothing stays out of sight: notes of work under way, minutes old. */
function notesKept(store: Store, others: readonly KeptKind[]): KeptKind {
  const notes: KeptKind = {
    name: 'notes',
    marks: 'others',
    shape: z.strictObject({ note: z.string(), keptUntil: z.iso.datetime().optional() }),
    told: async function* (id) {
      for (const { mark, rest, until } of countedFor(notes, others, await ownRows(store, id)))
        yield { note: [mark, rest].filter(Boolean).join(' '), keptUntil: isoTime(until) };
    },
  };
  return notes;
}
