import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import KeyvSqlite from '@keyv/sqlite';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/memory/store.ts';
import { testFolder, testStore } from './file.ts';

const run = promisify(execFile);
const text = z.string();
const count = z.object({ name: z.string(), index: z.number() });

describe('a value in the store', () => {
  it('is there after the store was closed and opened again', async () => {
    const file = join(await testFolder(), 'kept.sqlite');
    const first = await openStore(file);
    await first.set('colour', { name: 'blue', index: 3 });
    await first.close();
    const second = await testStore(file);
    expect(await second.get('colour', count)).toEqual({ name: 'blue', index: 3 });
  });

  it('is replaced by the next one under its key', async () => {
    const store = await testStore();
    await store.set('colour', 'blue');
    await store.set('colour', 'green');
    expect(await store.get('colour', text)).toBe('green');
  });

  it('is gone once deleted, alone or with others', async () => {
    const store = await testStore();
    for (const key of ['a', 'b', 'c']) await store.set(key, key);
    await store.delete(['a', 'c', 'never there']);
    expect(await Promise.all(['a', 'b', 'c'].map((key) => store.get(key, text)))).toEqual([
      undefined,
      'b',
      undefined,
    ]);
    await store.delete([]);
    expect(await store.get('b', text)).toBe('b');
  });

  it('reads as nothing where it has another shape than asked for', async () => {
    const store = await testStore();
    await store.set('colour', { name: 'blue' });
    expect(await store.get('colour', text)).toBeUndefined();
    expect(await store.get('colour', count)).toBeUndefined();
    expect(await store.get('colour', z.object({ name: text }))).toEqual({ name: 'blue' });
  });
});

describe('when values expire', () => {
  it('is told of one listener’s, without what has expired already', async () => {
    const store = await testStore();
    const now = Date.now();
    await store.set('listener:12:consent', 'yes');
    await store.set('listener:12:playlist:a_%', 'a', 60_000);
    await store.set('listener:12:playlist:b', 'b', -1);
    await store.set('listener:123:playlist:c', 'c', 60_000);
    const ends = await store.ends('listener:12');
    expect(ends).toMatchObject([
      { key: 'listener:12:consent', until: undefined },
      { key: 'listener:12:playlist:a_%' },
    ]);
    expect(ends[1]?.until).toBeGreaterThanOrEqual(now + 60_000);
    expect(await store.ends('nobody')).toEqual([]);
  });

  it('can be changed, and brings nothing into being', async () => {
    const store = await testStore();
    await store.set('a', 'first', 60_000);
    await store.set('b', 'second');
    const until = Date.now() + 5_000;
    await store.endAt(['a', 'b', 'never there'], until);
    expect(await store.get('a', text)).toBe('first');
    expect(await store.get('never there', text)).toBeUndefined();
    await store.endAt(['a'], Date.now() - 1);
    expect(await store.get('a', text)).toBeUndefined();
    expect(await store.get('b', text)).toBe('second');
    expect(await store.sweep()).toBe(0);
    await store.endAt(['b'], Date.now() - 1);
    expect(await store.sweep()).toBe(1);
  });
});

describe('the keys under a prefix', () => {
  it('are those of this one listener, not of one whose id begins the same', async () => {
    const store = await testStore();
    const keys = [
      'listener:12:consent',
      'listener:12:playlist:a',
      'listener:123:consent',
      'listener:1:consent',
    ];
    for (const key of [...keys, 'listener:12', 'other:listener:12:consent']) await store.set(key, true);
    expect((await store.keys('listener:12')).toSorted()).toEqual(keys.slice(0, 2));
    expect(await store.keys('listener:12:playlist')).toEqual(['listener:12:playlist:a']);
    expect(await store.keys('listener:9')).toEqual([]);
  });

  it('are all of them, however many there are', async () => {
    const store = await testStore();
    const written = Array.from({ length: 2_345 }, (_, index) => `many:${index}`);
    await Promise.all(written.map((key) => store.set(key, 1)));
    expect((await store.keys('many')).toSorted()).toEqual(written.toSorted());
  });
});

describe('a value with a lifetime', () => {
  it('is hidden once expired, and swept from the file', async () => {
    const store = await testStore();
    await store.set('short:1', 'gone', 1);
    await store.set('short:2', 'gone', 1);
    await store.set('short:3', 'here', 60_000);
    await store.set('short:4', 'for ever');
    await wait(5);
    expect(await store.get('short:1', text)).toBeUndefined();
    expect(await store.get('short:3', text)).toBe('here');
    // Reading the first has deleted it already.
    expect(await store.sweep()).toBe(1);
    expect((await store.keys('short')).toSorted()).toEqual(['short:3', 'short:4']);
    expect(await store.sweep()).toBe(0);
    expect(await store.get('short:4', text)).toBe('for ever');
  });
});

describe('a file that several use', () => {
  it('takes the writes of two stores at once', async () => {
    const file = join(await testFolder(), 'shared.sqlite');
    const [one, two] = await Promise.all([testStore(file), testStore(file)]);
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => (index % 2 ? one : two).set(`row:${index}`, index)),
    );
    expect(await one.keys('row')).toHaveLength(200);
    expect(await two.keys('row')).toHaveLength(200);
  });

  it('takes the writes of two processes that open it new at the same moment', async () => {
    const file = join(await testFolder(), 'shared.sqlite');
    const writer = join(import.meta.dirname, 'writer.ts');
    const names = ['first', 'second', 'third'];
    await Promise.all(names.map((name) => run(process.execPath, [writer, file, name, '100'])));
    const store = await testStore(file);
    for (const name of names) {
      expect(await store.keys(name)).toHaveLength(100);
      expect(await store.get(`${name}:99`, count)).toEqual({ name, index: 99 });
    }
  });
});

describe('scrubbing the files', () => {
  it('does not claim to be done while somebody still reads what was deleted', async () => {
    const file = join(await testFolder(), 'read.sqlite');
    const store = await testStore(file);
    await store.set('secret', 'a word to look for');
    const reader = new KeyvSqlite({ uri: `sqlite://${file}` });
    await reader.query('BEGIN');
    await reader.query('SELECT * FROM keyv');
    await store.delete(['secret']);
    await expect(store.scrub()).rejects.toMatchObject({ code: 'not-quite-erased' });
    expect(await traces(file)).not.toEqual([]);
    await reader.disconnect();
    await store.scrub();
    expect(await traces(file)).toEqual([]);
  });

  it('bears the writes and the scrubbing of another at the same time', async () => {
    const file = join(await testFolder(), 'shared.sqlite');
    const stores = await Promise.all([testStore(file), testStore(file)]);
    await Promise.all(
      Array.from({ length: 300 }, async (_, index) => {
        const store = stores[index % 2];
        await store?.set(`row:${index}`, 'x'.repeat(index * 50));
        if (index % 30 < 2) await store?.scrub();
      }),
    );
    expect(await stores[0].keys('row')).toHaveLength(300);
  });
});

/** Those of the database's files in which the secret can be read. */
async function traces(file: string): Promise<readonly string[]> {
  const files = [file, `${file}-wal`];
  const bytes = await Promise.all(files.map((path) => readFile(path)));
  return files.filter((_, index) => bytes[index]?.includes('a word to look for'));
}

describe('a file that cannot be used', () => {
  it('is made with its folders where there is none', async () => {
    const store = await testStore(join(await testFolder(), 'not', 'there', 'yet.sqlite'));
    await store.set('a', 'b');
    expect(await store.get('a', text)).toBe('b');
  });

  it('is refused where its path is a folder, or leads through a file', async () => {
    const folder = await testFolder();
    await mkdir(join(folder, 'folder.sqlite'));
    await writeFile(join(folder, 'file'), '');
    for (const path of [join(folder, 'folder.sqlite'), join(folder, 'file', 'test.sqlite')])
      await expect(openStore(path)).rejects.toMatchObject({ code: 'store-unusable' });
  });

  it('is refused where it is not a database, and left as it is', async () => {
    const file = join(await testFolder(), 'notes.txt');
    await writeFile(file, 'These are my notes and no database. '.repeat(100));
    await expect(openStore(file)).rejects.toMatchObject({ code: 'store-unusable' });
  });
});
