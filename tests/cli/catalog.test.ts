import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readLines } from '../../src/music/catalogue/lines.ts';
import { table } from '../music/catalogue/rows.ts';

const PROGRAM = resolve(import.meta.dirname, '../../src/cli/catalog.ts');

interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(process.execPath, [PROGRAM, ...args], (_, stdout, stderr) =>
      done({ exit: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moodring-catalog-'));
  const rows = table(50);
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => Object.values(row).join(','));
  await writeFile(join(folder, 'songs.csv.gz'), gzipSync([columns.join(','), ...lines].join('\n')));
});
afterAll(() => rm(folder, { recursive: true }));

it('builds a catalogue from a table, and leaves nothing else behind', async () => {
  const out = join(folder, 'tracks.jsonl');
  const { exit, stdout } = await run('build', join(folder, 'songs.csv.gz'), '--out', out, '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ file: out, tracks: 50 });
  expect(readLines(await readFile(out, 'utf8'))).toHaveLength(50);
  expect((await readdir(folder)).toSorted()).toEqual(['songs.csv.gz', 'tracks.jsonl']);
});

it('shows how the embedded catalogue covers the map', async () => {
  const { exit, stdout } = await run('stats');
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^\d+ tracks, \d+ artists\n\nintense( +\d+){10}\n/);
});

it.each([[['paint']], [['build']], [['stats', 'a', 'b']], [['stats', '--colour']]])(
  'explains itself when called as %j',
  async (args) => {
    const { exit, stdout, stderr } = await run(...args);
    expect(exit).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('npm run catalog -- VERB');
  },
);

it('says in one JSON document that a table cannot be read', async () => {
  const { exit, stdout } = await run('build', join(folder, 'none.csv'), '--json');
  expect(exit).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'file-unreadable' } });
});
