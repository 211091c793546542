import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';

import { claimsIn } from '../../src/memory/claims.ts';
import { testFolder, testStore } from './file.ts';

const CLAIMER = join(import.meta.dirname, 'claimer.ts');

describe('a claim', () => {
  it('is granted once, and again when it has expired or was given back', async () => {
    const claims = claimsIn(await testStore());
    expect(await claims.claim('a', 60_000)).toBe(true);
    expect(await claims.claim('a', 60_000)).toBe(false);
    expect(await claims.claim('b', 1)).toBe(true);
    await wait(5);
    expect(await claims.claim('b', 60_000)).toBe(true);
    expect(await claims.claim('b', 60_000)).toBe(false);
    await claims.free('a');
    expect(await claims.claim('a', 60_000)).toBe(true);
  });

  it('goes to one of two processes, each of a thousand', { timeout: 60_000 }, async () => {
    const file = join(await testFolder(), 'race.sqlite');
    const racers = ['forwards', 'backwards'].map((order) => {
      const child = spawn(process.execPath, [CLAIMER, file, '1000', order], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      onTestFinished(() => void child.kill('SIGKILL'));
      return { child, lines: createInterface({ input: child.stdout }) };
    });
    await Promise.all(racers.map(({ lines }) => once(lines, 'line')));
    const told = racers.map(({ lines }) => once(lines, 'line'));
    for (const { child } of racers) child.stdin.write('go\n');
    const won = (await Promise.all(told)).map(([line]) =>
      z.array(z.string()).parse(JSON.parse(String(line))),
    );
    expect(won.flat()).toHaveLength(1000);
    expect(new Set(won.flat()).size).toBe(1000);
    // Otherwise one was done before the other began, and nothing was raced for.
    for (const each of won) expect(each.length).toBeGreaterThan(0);
  });
});

describe('work alone', () => {
  it('is done one after the other, by two stores on one file too', async () => {
    const file = join(await testFolder(), 'alone.sqlite');
    const [one, two] = [claimsIn(await testStore(file)), claimsIn(await testStore(file))];
    let now = 0;
    let most = 0;
    const done = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 ? one : two).alone('work', async () => {
          most = Math.max(most, (now += 1));
          await wait(5);
          now -= 1;
          return index;
        }),
      ),
    );
    expect(most).toBe(1);
    expect(done).toEqual(Array.from({ length: 12 }, (_, index) => index));
  });

  it('is free for the next after it failed, and leaves no row', async () => {
    const store = await testStore();
    const claims = claimsIn(store);
    await expect(claims.alone('work', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await claims.alone('work', () => Promise.resolve(1))).toBe(1);
    expect(await store.keys('')).toEqual([]);
  });

  it('gives what came of it, although the store fails to give it back', async () => {
    const store = await testStore();
    const broken = { ...store, swap: () => Promise.reject(new Error('the disk is full')) };
    expect(await claimsIn(broken).alone('work', () => Promise.resolve('done'))).toBe('done');
  });

  it('does not wait for work under another key', async () => {
    const claims = claimsIn(await testStore());
    expect(await claims.alone('a', () => claims.alone('b', () => Promise.resolve('inner')))).toBe('inner');
  });

  it('waits only as long for a process that was killed as its claim lives', async () => {
    const store = await testStore();
    expect(await store.add('work', 'somebody who is gone', 50)).toBe(true);
    expect(await claimsIn(store).alone('work', () => Promise.resolve('done'))).toBe('done');
  });
});

describe('a text in the store', () => {
  it('is swapped only while it is the one that was read', async () => {
    const store = await testStore();
    await store.set('a', 'one');
    expect(await store.swap('a', 'two', 'three')).toBe(false);
    expect(await store.swap('a', 'one', 'two')).toBe(true);
    expect(await store.get('a', z.string())).toBe('two');
    expect(await store.swap('a', 'one', undefined)).toBe(false);
    expect(await store.swap('a', 'two', undefined)).toBe(true);
    expect(await store.swap('a', 'two', 'three')).toBe(false);
    expect(await store.get('a', z.string())).toBeUndefined();
  });

  it('is handed out once, and not when it has expired', async () => {
    const store = await testStore();
    await store.set('a', 'one', 60_000);
    const taken = await Promise.all([1, 2, 3].map(() => store.take('a', z.string())));
    expect(taken.filter(Boolean)).toEqual(['one']);
    await store.set('b', 'two', 1);
    await wait(5);
    expect(await store.take('b', z.string())).toBeUndefined();
    await store.set('c', { not: 'a text' });
    expect(await store.take('c', z.string())).toBeUndefined();
  });
});
