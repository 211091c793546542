import type { z } from 'zod';

import type { KeptName } from '../domain/kept.ts';
import type { Store } from './store.ts';

/**
 * One kind of what is kept about people. Every store that keeps anything about a person describes it so, and
 * `everything-kept.ts` names them all: `/privacy` shows, exports and erases what they describe.
 *
 * What is a person's own lies in rows `listener:ID:MARK` or `listener:ID:MARK:…`. A row that has to lie elsewhere is led to
 * by one of those, which is written before it and deleted after it or together with it: so a crash leaves a mark to nothing,
 * never something that cannot be forgotten.
 */
export interface KeptKind {
  readonly name: KeptName;
  /** The marks of its rows, and those of the first are counted; or every mark that no other kind has. */
  readonly marks: readonly [string, ...string[]] | 'others';
  /** The keys of its rows that lie elsewhere. */
  readonly elsewhere?: (id: string) => Promise<readonly string[]>;
  /** The keys of all its rows, here and elsewhere, that came of reading photos: those go when consent is withdrawn. */
  readonly ofPhotos?: (id: string) => Promise<readonly string[]>;
  /** Those rows that are kept for as long as the person chose. */
  readonly dated?: (id: string) => Promise<readonly Dated[]>;
  /** What an export tells of each: JSON, times as ISO 8601 in UTC, no secrets. */
  readonly shape: z.ZodType;
  readonly told: (id: string) => AsyncIterable<unknown>;
}

/** Rows that go together, so many days after they came to be. */
export interface Dated {
  readonly keys: readonly string[];
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** Where everything that is a person's own lies. @param id Discord's id of a person */
export const listenerPrefix = (id: string): string => `listener:${id}`;

/** A row of a person's own. */
export interface OwnRow {
  /** The part of its key behind the mark; empty where there is none. */
  readonly rest: string;
  readonly mark: string;
  /** When it goes by itself, in milliseconds since 1970; undefined where it stays until it is erased. */
  readonly until: number | undefined;
}

/** A person's own rows, of all kinds. */
export async function ownRows(store: Store, id: string): Promise<readonly OwnRow[]> {
  const prefix = listenerPrefix(id);
  return (await store.ends(prefix)).map(({ key, until }) => {
    const [mark = '', ...rest] = key.slice(prefix.length + 1).split(':');
    return { mark, rest: rest.join(':'), until };
  });
}

/** Those with one mark. */
export async function rowsMarked(store: Store, id: string, mark: string): Promise<readonly OwnRow[]> {
  return (await ownRows(store, id)).filter((row) => row.mark === mark);
}

/** A time as an export tells it. */
export function isoTime(at: number): string;
export function isoTime(at: number | undefined): string | undefined;
export function isoTime(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
