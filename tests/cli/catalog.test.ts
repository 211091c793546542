import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fittedContract } from '../../src/cli/contract.ts';
import { readLines } from '../../src/music/catalogue/lines.ts';
import { weightsSchema } from '../../src/music/mood-map/weights.ts';
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

it('fits a mood map to tables of people’s tags and labels', async () => {
  const people = await mkdtemp(join(folder, 'people-'));
  const songs = table(200);
  const csv = (rows: readonly object[]): string =>
    [Object.keys(rows[0] ?? {}).join(','), ...rows.map((each) => Object.values(each).join(','))].join('\n');
  const tags = songs.map(({ track_artist, track_name, valence, energy }) => ({
    artist_name: track_artist,
    track_name,
    valence: 2 * valence - 1,
    arousal: 2 * energy - 1,
  }));
  const labels = songs.map((row) => {
    const [bright, loud] = [row.valence > 0.5, row.energy > 0.5];
    return { ...row, mood: loud ? (bright ? 'Happy' : 'Energetic') : bright ? 'Calm' : 'Sad' };
  });
  const zipped = (name: string, rows: readonly object[]) =>
    writeFile(join(people, name), gzipSync(csv(rows)));
  await zipped('spotify_songs.csv.gz', songs);
  await zipped('deezer_valence_arousal_train.csv.gz', tags.slice(0, 150));
  await zipped('deezer_valence_arousal_validation.csv.gz', tags.slice(150));
  await writeFile(join(people, 'mood_labels_686.csv'), csv(labels));

  const out = join(people, 'weights.json');
  const { exit, stdout } = await run('fit', people, '--out', out, '--json');
  expect(exit).toBe(0);
  const { map } = fittedContract.parse(JSON.parse(stdout));
  const weights = weightsSchema.parse(JSON.parse(await readFile(out, 'utf8')));
  expect(weights.figures).toEqual(map);
  expect(weights.fittedTo.map(({ rows }) => rows)).toEqual([200, 150, 200]);
  expect(map.tags.n).toBe(50);
  expect(map.tags.models.features.arousal.r2).toBeGreaterThan(0.9);
  expect(map.labels.ours.accuracy).toBeGreaterThan(map.labels.rule.accuracy);
});

it('leaves the old map in place when a table is not there', async () => {
  const out = join(await mkdtemp(join(folder, 'old-')), 'weights.json');
  await writeFile(out, 'old');
  const { exit, stderr } = await run('fit', folder, '--out', out);
  expect(exit).toBe(1);
  expect(stderr).toContain('spotify_songs.csv.gz');
  expect(await readFile(out, 'utf8')).toBe('old');
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
