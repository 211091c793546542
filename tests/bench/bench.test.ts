import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { benchContract, errorContract } from '../../src/cli/contract.ts';

const BENCH = resolve(import.meta.dirname, '../../bench/bench.ts');

function run(...args: readonly string[]): Promise<{ exit: number | null; json: unknown }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [BENCH, ...args, '--json'], (_, stdout) =>
      done({ exit: child.exitCode, json: JSON.parse(stdout) as unknown }),
    );
  });
}

describe('bench', () => {
  it('lets people ask both bots at once, and prints one JSON document', { timeout: 180_000 }, async () => {
    const { exit, json } = await run('load', '--levels', '1,2');
    expect(exit).toBe(0);
    const { rows, missed } = benchContract.parse(json);
    const ours = Object.fromEntries(rows.map((row) => [row.name, row.ours]));
    // Few people are asked again until they say something: five times one, three times two.
    expect(ours).toMatchObject({ 'load 1: answered': 5, 'load 2: answered': 6, 'load 2: let down': 0 });
    const measured = rows.filter(({ unit }) => unit !== 'uses');
    expect(measured.map(({ peers }) => Object.keys(peers))).toEqual(measured.map(() => ['bare']));
    expect(missed).toBeUndefined();
  });

  it(
    'loads a large catalogue in processes of their own, and chooses from it',
    { timeout: 180_000 },
    async () => {
      const { exit, json } = await run('music', '--tracks', '3000');
      expect(exit).toBe(0);
      const { rows } = benchContract.parse(json);
      const medians = rows.filter(({ name }) => /load$|median$|resident memory$/.test(name));
      expect(medians).toHaveLength(5);
      for (const { ours, peers } of medians) expect(Math.min(ours, peers['naive'] ?? 0)).toBeGreaterThan(0);
    },
  );

  it.each([
    [['speed']],
    [['music', '--tracks', '0']],
    [['load', '--levels', '0']],
    [['vision', '--photos', 'many']],
  ])('says how it is used when called with %j', async (args) => {
    const { exit, json } = await run(...args);
    expect(exit).toBe(1);
    expect(errorContract.parse(json).error.code).toBe('usage');
  });
});
