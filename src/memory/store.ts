import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import KeyvSqlite from '@keyv/sqlite';
import Keyv from 'keyv';
import pRetry from 'p-retry';
import { z } from 'zod';

import { MoodringError } from '../errors.ts';

/** Keys and JSON values that outlive the process. Every write is one row, so nothing needs a read before it. */
export interface Store {
  /** The value, or undefined where there is none, it has expired, or it no longer has the shape asked for. */
  get<T>(key: string, shape: z.ZodType<T>): Promise<T | undefined>;
  /** @param lifetime in milliseconds; without it the value stays until it is deleted */
  set(key: string, value: unknown, lifetime?: number): Promise<void>;
  /**
   * Sets a text where there is none, or one that has expired: of all who race for a key, in whatever process, one does.
   * @returns whether it did
   */
  add(key: string, text: string, lifetime: number): Promise<boolean>;
  /**
   * Replaces a text, or deletes it, while it is still the one that it was.
   * @returns whether it did
   */
  swap(key: string, from: string, to: string | undefined, lifetime?: number): Promise<boolean>;
  /** Hands a value out for good: of all who ask, in whatever process, one gets it. */
  take<T>(key: string, shape: z.ZodType<T>): Promise<T | undefined>;
  delete(keys: readonly string[]): Promise<void>;
  /** All keys that begin with `prefix:`; every key where it is empty. */
  keys(prefix: string): Promise<readonly string[]>;
  /** As `keys`, without what has expired, and with when each does. */
  ends(prefix: string): Promise<readonly Ending[]>;
  /** Has values expire at another time, in milliseconds since 1970; where there is none, none comes to be. */
  endAt(keys: readonly string[], until: number): Promise<void>;
  /** All values whose keys begin with `prefix:`; those of another shape are left out. */
  values<T>(prefix: string, shape: z.ZodType<T>): Promise<readonly T[]>;
  /** Deletes what has expired; resolves to how many rows that were. */
  sweep(): Promise<number>;
  /**
   * Makes deleted rows unreadable in the raw files too: the file is written anew from what is left, and the write-ahead
   * log is emptied. Takes about a second for each 100 MB; nothing else is written meanwhile.
   * @throws MoodringError `not-quite-erased` if somebody goes on reading what was deleted; to be tried again
   */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** A key, and when its value expires, in milliseconds since 1970; undefined where it stays. */
export interface Ending {
  readonly key: string;
  readonly until: number | undefined;
}

/** SQLite's answer to a checkpoint: `busy` is 1 where a reader kept it from being complete. */
const checkpointShape = z.tuple([z.object({ busy: z.number() })]);

/** Rows that a statement changed, and one that it handed out, as Keyv writes values. */
const rowsShape = z.array(z.unknown());
const takenShape = z.array(z.object({ value: z.string() }));
const endsShape = z.array(z.object({ key: z.string(), until: z.number().nullable() }));
const keyvShape = z.object({ value: z.unknown(), expires: z.number().optional() });

/** How long a write waits for another process to finish its own, in milliseconds. */
const BUSY_TIMEOUT = 5_000;

/**
 * Opens (or makes) the SQLite file behind Keyv. The adapter has no options for WAL or secure deletion, so both are
 * set by its own query: WAL lets a second process read while this one writes, `secure_delete` overwrites what is
 * deleted with zeros.
 * @throws MoodringError `store-unusable` if the file cannot be opened or is not a database
 */
export async function openStore(file: string): Promise<Store> {
  try {
    await mkdir(dirname(file), { recursive: true });
    // For a new journal SQLite does not wait its turn, whatever its busy timeout: two processes that make the file may meet.
    const adapter = await pRetry(() => openAdapter(file), {
      retries: 8,
      minTimeout: 50,
      factor: 1.7,
      randomize: true,
      shouldRetry: ({ error }) => 'code' in error && error.code === 'SQLITE_BUSY',
    });
    return storeOn(adapter);
  } catch (cause) {
    throw new MoodringError('store-unusable', {}, cause);
  }
}

async function openAdapter(file: string): Promise<KeyvSqlite> {
  const adapter = new KeyvSqlite({
    uri: `sqlite://${file}`,
    busyTimeout: BUSY_TIMEOUT,
    iterationLimit: 1000,
  });
  // Keyv reports a failure twice, as an event and as a rejection: the rejection is the one that is handled.
  adapter.on('error', () => undefined);
  await adapter.query('PRAGMA journal_mode = WAL');
  await adapter.query('PRAGMA secure_delete = ON');
  return adapter;
}

function storeOn(adapter: KeyvSqlite): Store {
  const keyv = new Keyv({ store: adapter, useKeyPrefix: false, throwOnErrors: true });
  keyv.on('error', () => undefined);
  const emptyLog = async (): Promise<boolean> => {
    const [{ busy }] = checkpointShape.parse(await adapter.query('PRAGMA wal_checkpoint(TRUNCATE)'));
    return busy === 0;
  };

  const keys: Store['keys'] = async (prefix) => {
    const found: string[] = [];
    for await (const [key] of adapter.iterator(prefix)) found.push(String(key));
    return found;
  };

  return {
    get: async (key, shape) => {
      const parsed = shape.safeParse(await keyv.get(key));
      return parsed.success ? parsed.data : undefined;
    },
    set: async (key, value, lifetime) => {
      await keyv.set(key, value, lifetime);
    },
    // Keyv's adapter has no atomic updates: these are statements of their own, on values as Keyv writes them.
    add: (key, text, lifetime) =>
      changed(
        adapter,
        `INSERT INTO keyv (key, value) VALUES (?, ?)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value
         WHERE json_extract(keyv.value, '$.expires') < ? RETURNING key`,
        [key, written(text, lifetime), Date.now()],
      ),
    swap: (key, from, to, lifetime) => {
      const itself = "key = ? AND json_extract(value, '$.value') = ? RETURNING key";
      return to === undefined
        ? changed(adapter, `DELETE FROM keyv WHERE ${itself}`, [key, from])
        : changed(adapter, `UPDATE keyv SET value = ? WHERE ${itself}`, [written(to, lifetime), key, from]);
    },
    take: async (key, shape) => {
      const [row] = takenShape.parse(
        await adapter.query('DELETE FROM keyv WHERE key = ? RETURNING value', key),
      );
      if (!row) return undefined;
      const { value, expires = Infinity } = keyvShape.parse(JSON.parse(row.value));
      const parsed = shape.safeParse(value);
      return parsed.success && expires > Date.now() ? parsed.data : undefined;
    },
    delete: async (keys) => {
      if (keys.length > 0) await adapter.deleteMany([...keys]);
    },
    keys,
    ends: async (prefix) => {
      const rows: unknown = await adapter.query(
        `SELECT key, json_extract(value, '$.expires') AS until FROM keyv WHERE key > ? AND key < ?`,
        // The sign after the colon: everything that begins with the prefix and a colon lies in between.
        `${prefix}:`,
        `${prefix};`,
      );
      return endsShape
        .parse(rows)
        .filter(({ until }) => until === null || until > Date.now())
        .map(({ key, until }) => ({ key, until: until ?? undefined }));
    },
    endAt: async (keys, until) => {
      await adapter.query(
        `UPDATE keyv SET value = json_set(value, '$.expires', ?) WHERE key IN (SELECT value FROM json_each(?))`,
        until,
        JSON.stringify(keys),
      );
    },
    values: async (prefix, shape) =>
      (await keyv.getMany([...(await keys(prefix))])).flatMap((value) => {
        const parsed = shape.safeParse(value);
        return parsed.success ? [parsed.data] : [];
      }),
    sweep: async () => {
      const expired = "json_valid(value) AND json_extract(value, '$.expires') < ?";
      const rows: unknown = await adapter.query(
        `DELETE FROM keyv WHERE ${expired} RETURNING key`,
        Date.now(),
      );
      return Array.isArray(rows) ? rows.length : 0;
    },
    scrub: async () => {
      // Secure deletion zeroes the row, but not the copies that SQLite leaves behind when it moves rows between pages.
      await adapter.query('VACUUM');
      // SQLite waits for readers, but not for somebody else's checkpoint.
      const until = performance.now() + BUSY_TIMEOUT;
      while (!(await emptyLog())) {
        if (performance.now() > until) throw new MoodringError('not-quite-erased');
        await wait(50);
      }
    },
    close: () => keyv.disconnect(),
  };
}

/** A value as Keyv writes it. */
function written(value: string, lifetime: number | undefined): string {
  return JSON.stringify({ value, ...(lifetime === undefined ? {} : { expires: Date.now() + lifetime }) });
}

async function changed(adapter: KeyvSqlite, statement: string, values: readonly unknown[]): Promise<boolean> {
  return rowsShape.parse(await adapter.query(statement, ...values)).length > 0;
}
