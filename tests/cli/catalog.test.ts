import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { coverageContract, errorContract, fittedContract, importContract } from '../../src/cli/contract.ts';
import { readLines } from '../../src/music/catalogue/lines.ts';
import { weightsSchema } from '../../src/music/mood-map/weights.ts';
import { csv, idOf, row, table, tidyTuesday } from '../music/catalogue/rows.ts';

const PROGRAM = resolve(import.meta.dirname, '../../src/cli/catalog/catalog.ts');

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

/** As in Kaggle's `tracks_features`, which knows neither genre nor popularity. */
function tsvRow(number: number): object {
  const { title, artists, valence, energy, loudness, danceability, acousticness, tempo } = row();
  const { instrumentalness, liveness, speechiness } = row();
  const features = { valence, energy, loudness, danceability, acousticness, tempo };
  return {
    ...{
      id: idOf(number),
      name: `${title} ${number}`,
      artists: `['${artists[0]} ${number}']`,
      explicit: 'True',
    },
    ...{ ...features, instrumentalness, liveness, speechiness, duration_ms: 180_000, year: 1999 },
  };
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moodring-catalog-'));
  await writeFile(join(folder, 'songs.csv.gz'), gzipSync(tidyTuesday(table(50))));
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

it('imports tables, tells in one JSON document what became of them, and shows what they cover', async () => {
  const own = await mkdtemp(join(folder, 'own-'));
  await writeFile(
    join(own, 'more.tsv'),
    csv(
      Array.from({ length: 2 }, (_, at) => tsvRow(60 + at)),
      '\t',
    ),
  );
  const out = join(own, 'new', 'mine.arrow');
  const { exit, stdout, stderr } = await run(
    ...['import', join(folder, 'songs.csv.gz'), join(own, 'more.tsv'), '--out', out, '--json'],
  );
  expect(stderr).toBe('');
  expect(exit).toBe(0);
  const report = importContract.parse(JSON.parse(stdout));
  expect(report).toMatchObject({ file: out, tracks: 52, refused: [], leftOut: [] });
  expect(report.files.map(({ rows }) => rows)).toEqual([50, 2]);
  expect(report.clusters.genresGiven).toBe(2);
  expect(await readdir(join(own, 'new'))).toEqual(['mine.arrow']);
  const shown = await run('stats', out, '--json');
  expect(coverageContract.parse(JSON.parse(shown.stdout)).tracks).toBe(52);
});

it('tells in words what it refused and why', async () => {
  const broken = join(folder, 'broken.csv');
  await writeFile(
    broken,
    tidyTuesday([...table(20), row({ id: 'none' }), row({ id: idOf(99), seconds: 3 })]),
  );
  const { exit, stdout } = await run('import', broken, '--out', join(folder, 'words.arrow'));
  await rm(broken);
  await rm(join(folder, 'words.arrow'));
  expect(exit).toBe(0);
  expect(stdout).toContain('broken.csv: 22 rows, 1 refused');
  expect(stdout).toMatch(/ 1 {2}no id of Spotify \(first: broken\.csv, line 22\)/);
  expect(stdout).toMatch(/ 1 {2}shorter than a minute or longer than ten \(first: broken\.csv, line 23\)/);
  expect(stdout).toMatch(/silhouette -?\d\.\d{3}/);
  expect(stdout).toMatch(/adjusted Rand index -?\d\.\d{3}/);
});

it.each([
  ['is cut off', gzipSync(tidyTuesday(table(50))).subarray(0, -9), 'file-unreadable'],
  ['is another table', 'a,b\n1,2\n', 'table-unknown'],
  ['has no right row', tidyTuesday([row({ id: 'none' })]), 'table-useless'],
])('leaves the old catalogue in place when one of the files %s', async (_, content, code) => {
  const own = await mkdtemp(join(folder, 'old-'));
  const [out, wrong] = [join(own, 'mine.arrow'), join(own, 'wrong.csv')];
  await writeFile(out, 'old');
  await writeFile(wrong, content);
  const { exit, stdout } = await run('import', join(folder, 'songs.csv.gz'), wrong, '--out', out, '--json');
  expect(exit).toBe(1);
  const { error } = errorContract.parse(JSON.parse(stdout));
  expect(error.code).toBe(code);
  expect(error.message).toContain('wrong.csv');
  expect(await readFile(out, 'utf8')).toBe('old');
  expect((await readdir(own)).toSorted()).toEqual(['mine.arrow', 'wrong.csv']);
});

it('fits a mood map to tables of people’s tags and labels', async () => {
  const people = await mkdtemp(join(folder, 'people-'));
  const songs = table(200);
  const tags = songs.map(({ artists, title, valence, energy }) => ({
    artist_name: artists[0],
    track_name: title,
    valence: 2 * valence - 1,
    arousal: 2 * energy - 1,
  }));
  const labels = songs.map((row) => {
    const [bright, loud] = [row.valence > 0.5, row.energy > 0.5];
    return { ...row, mood: loud ? (bright ? 'Happy' : 'Energetic') : bright ? 'Calm' : 'Sad' };
  });
  const zipped = (name: string, text: string) => writeFile(join(people, name), gzipSync(text));
  await zipped('spotify_songs.csv.gz', tidyTuesday(songs));
  await zipped('deezer_valence_arousal_train.csv.gz', csv(tags.slice(0, 150)));
  await zipped('deezer_valence_arousal_validation.csv.gz', csv(tags.slice(150)));
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

it.each([[['paint']], [['build']], [['import']], [['stats', 'a', 'b']], [['stats', '--colour']]])(
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
