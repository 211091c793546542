import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { idOf, tooMany } from '../../sandbox/spotify/index.ts';
import type { Spotify } from '../../sandbox/spotify/index.ts';
import { checkedContract } from '../../src/cli/contract.ts';
import type { Track } from '../../src/domain/playlist.ts';
import { writeColumns } from '../../src/music/catalogue/arrow.ts';
import { columnsOf } from '../../src/music/catalogue/columns-of.ts';
import { readLines, writeLines } from '../../src/music/catalogue/lines.ts';
import { loadCatalogue } from '../../src/music/catalogue/load.ts';
import { startSpotify } from '../spotify.ts';

const PROGRAM = resolve(import.meta.dirname, '../../src/cli/catalog/catalog.ts');

/** Six tracks: three that live, one that moved, one that is gone, one that is no longer sold in the market. */
const TITLES = ['Alpha', 'Moved', 'Beta', 'Gone', 'Unsold', 'Gamma'];
const trackBy = (id: string, title: string): Track => ({
  id,
  title,
  artists: ['Ina'],
  genre: 'pop',
  valence: 0.1,
  arousal: -0.2,
  seconds: 180,
});
const CATALOGUE = TITLES.map((title, n) => trackBy(idOf(n + 1), title));
const idOfTitle = (title: string): string => idOf(TITLES.indexOf(title) + 1);

interface Scene {
  readonly spotify: Spotify;
  readonly file: string;
  /** The id that *Moved* has now. */
  readonly movedTo: string;
}

async function scene(): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-check-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const spotify = await startSpotify();
  for (const { id, title, artists, seconds = 0 } of CATALOGUE)
    if (title !== 'Moved' && title !== 'Gone')
      spotify.songs.add({ id, title, artists, seconds, ...(title === 'Unsold' ? { markets: ['SE'] } : {}) });
  const { id: movedTo } = spotify.songs.add({ title: 'Moved - Remastered', artists: ['Ina'], seconds: 181 });
  spotify.songs.add({ title: 'Gone (Karaoke)', artists: ['Ina'], seconds: 180 });
  const file = join(folder, 'tracks.jsonl');
  await writeFile(file, writeLines(CATALOGUE));
  return { spotify, file, movedTo };
}

function start(
  spotify: Spotify,
  args: readonly string[],
  credentials: Record<string, string> = {},
): ChildProcess {
  return spawn(process.execPath, [PROGRAM, 'check', ...args], {
    // A folder without a .env: nothing of the operator's own settings gets in.
    cwd: tmpdir(),
    env: {
      SPOTIFY_API_URL: spotify.apiUrl,
      SPOTIFY_ACCOUNTS_URL: spotify.accountsUrl,
      SPOTIFY_CLIENT_ID: spotify.clientId,
      SPOTIFY_CLIENT_SECRET: spotify.clientSecret,
      ...credentials,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function outcome(child: ChildProcess) {
  const read = (stream: ChildProcess['stdout']): Promise<string> =>
    stream ? text(stream) : Promise.resolve('');
  const [stdout, stderr] = await Promise.all([read(child.stdout), read(child.stderr), once(child, 'exit')]);
  return { exit: child.exitCode, stdout, stderr };
}

const idsIn = async (file: string): Promise<readonly string[]> =>
  readLines(await readFile(file, 'utf8')).map(({ id }) => id);

const titlesIn = async (file: string): Promise<readonly string[]> =>
  readLines(await readFile(file, 'utf8')).map(({ title }) => title);

describe('catalog check', () => {
  it('replaces and retires what Spotify no longer has, and changes nothing else', async () => {
    const { spotify, file, movedTo } = await scene();
    const { exit, stdout, stderr } = await outcome(start(spotify, [file, '--json']));
    expect([exit, stderr]).toEqual([0, '']);
    expect(checkedContract.parse(JSON.parse(stdout))).toEqual({
      file,
      alive: 3,
      replaced: [{ id: idOfTitle('Moved'), to: movedTo, title: 'Moved', artists: ['Ina'] }],
      retired: [
        { id: idOfTitle('Gone'), title: 'Gone', artists: ['Ina'] },
        { id: idOfTitle('Unsold'), title: 'Unsold', artists: ['Ina'] },
      ],
      unknown: 0,
      next: null,
      stopped: null,
    });
    expect(readLines(await readFile(file, 'utf8'))).toEqual(
      CATALOGUE.filter(({ title }) => title !== 'Gone' && title !== 'Unsold').map((track) =>
        track.title === 'Moved' ? { ...track, id: movedTo } : track,
      ),
    );
    expect(await readdir(join(file, '..'))).toEqual(['tracks.jsonl']);
    expect(spotify.forbidden).toEqual([]);
  });

  it('says in words what came of it, and leaves the file alone with --out', async () => {
    const { spotify, file, movedTo } = await scene();
    const out = join(file, '..', 'checked.jsonl');
    const { exit, stdout } = await outcome(start(spotify, [file, '--out', out]));
    expect(exit).toBe(0);
    expect(stdout).toBe(
      [
        `${out}: 3 alive, 1 replaced, 2 retired, 0 not asked for.`,
        `replaced  Moved by Ina: ${idOfTitle('Moved')} is now ${movedTo}`,
        `retired   Gone by Ina: ${idOfTitle('Gone')}`,
        `retired   Unsold by Ina: ${idOfTitle('Unsold')}`,
        '',
      ].join('\n'),
    );
    expect(await idsIn(file)).toEqual(CATALOGUE.map(({ id }) => id));
    expect(await titlesIn(out)).toEqual(['Alpha', 'Moved', 'Beta', 'Gamma']);
  });

  it('goes on where it stopped', async () => {
    const { spotify, file } = await scene();
    const first = await outcome(start(spotify, [file, '--limit', '4', '--json']));
    expect(JSON.parse(first.stdout)).toMatchObject({ alive: 2, unknown: 2, next: 3, stopped: null });
    const { exit, stdout } = await outcome(start(spotify, [file, '--skip', '3', '--json']));
    expect(exit).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      alive: 1,
      replaced: [],
      retired: [{ title: 'Unsold' }],
      next: null,
    });
    expect(await titlesIn(file)).toEqual(['Alpha', 'Moved', 'Beta', 'Gamma']);
  });

  it('does not touch a file in which all live', async () => {
    const { spotify, file } = await scene();
    const { mtimeMs } = await stat(file);
    const { exit, stdout } = await outcome(start(spotify, [file, '--limit', '1', '--json']));
    expect([exit, JSON.parse(stdout)]).toMatchObject([0, { alive: 1, unknown: 5, next: 1 }]);
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
  });

  it('checks an imported catalogue too, whatever its name, and finds Spotify’s ids for others where it can', async () => {
    const { spotify, file, movedTo } = await scene();
    const imported = file.replace('tracks.jsonl', 'imported.jsonl');
    const foreign = trackBy('jamendo-1', 'Elsewhere');
    const lacking = trackBy('jamendo-2', 'Delta');
    const { id: delta } = spotify.songs.add({ title: 'Delta', artists: ['Ina'], seconds: 180 });
    await writeFile(imported, writeColumns(columnsOf([foreign, lacking, ...CATALOGUE])));
    const { exit, stdout } = await outcome(start(spotify, [imported, '--json']));
    expect([exit, JSON.parse(stdout)]).toMatchObject([
      0,
      { alive: 3, unknown: 1, replaced: [{ id: 'jamendo-2', to: delta }, { to: movedTo }] },
    ]);
    const { size, trackAt } = await loadCatalogue(imported);
    expect(Array.from({ length: size }, (_, row) => trackAt(row).title)).toEqual([
      'Elsewhere',
      'Delta',
      'Alpha',
      'Moved',
      'Beta',
      'Gamma',
    ]);
  });

  it('gives no track an id that another one has', async () => {
    const { spotify, file } = await scene();
    const twice = trackBy(idOf(77), 'Alpha');
    await writeFile(file, writeLines([...CATALOGUE.slice(0, 1), twice]));
    const { stdout } = await outcome(start(spotify, [file, '--json']));
    expect(JSON.parse(stdout)).toMatchObject({ alive: 1, replaced: [], retired: [{ id: twice.id }] });
  });
});

describe('catalog check, when it breaks off', () => {
  it('keeps what it learnt until Spotify was busy for long', async () => {
    const { spotify, file } = await scene();
    spotify.trouble(tooMany(86_400), { on: new RegExp(idOfTitle('Unsold')) });
    const { exit, stdout } = await outcome(start(spotify, [file, '--json']));
    const { stopped, ...rest } = checkedContract.parse(JSON.parse(stdout));
    expect([exit, rest]).toMatchObject([0, { alive: 2, unknown: 2, next: 3 }]);
    expect(stopped).toEqual({
      code: 'spotify-busy',
      message: 'Spotify asks to be left alone for 24 hours. Try again after that.',
    });
    expect(await titlesIn(file)).toEqual(['Alpha', 'Moved', 'Beta', 'Unsold', 'Gamma']);
  });

  it('keeps what it learnt until Ctrl-C', async () => {
    const { spotify, file } = await scene();
    const hung = spotify.trouble({ kind: 'silent' }, { on: new RegExp(idOfTitle('Unsold')) });
    const child = start(spotify, [file]);
    const ended = outcome(child);
    await expect.poll(() => hung.hits, { timeout: 30_000 }).toBe(1);
    child.kill('SIGINT');
    const { exit, stdout } = await ended;
    expect(exit).toBe(0);
    expect(stdout).toContain('It stopped early: Stopped before it was done.');
    expect(stdout).toContain(`npm run catalog -- check ${file} --skip 3`);
    expect(await titlesIn(file)).toEqual(['Alpha', 'Moved', 'Beta', 'Unsold', 'Gamma']);
  });

  it('leaves the old file in place when it is killed', async () => {
    const { spotify, file } = await scene();
    const hung = spotify.trouble({ kind: 'silent' }, { on: new RegExp(idOfTitle('Unsold')) });
    const child = start(spotify, [file]);
    const ended = outcome(child);
    await expect.poll(() => hung.hits, { timeout: 30_000 }).toBe(1);
    child.kill('SIGKILL');
    await ended;
    expect(await idsIn(file)).toEqual(CATALOGUE.map(({ id }) => id));
    expect(await readdir(join(file, '..'))).toEqual(['tracks.jsonl']);
  });

  it.each<[string, Record<string, string>, string]>([
    ['without credentials', { SPOTIFY_CLIENT_ID: '' }, 'spotify-credentials-missing'],
    ['without a secret', { SPOTIFY_CLIENT_SECRET: '' }, 'spotify-credentials-missing'],
    ['with wrong ones', { SPOTIFY_CLIENT_SECRET: 'hunter2' }, 'spotify-refused'],
    ['with a market that is none', { SPOTIFY_MARKET: 'Mars' }, 'settings-invalid'],
  ])('says what is wrong and how to go on: %s', async (_, settings, code) => {
    const { spotify, file } = await scene();
    const { exit, stdout, stderr } = await outcome(start(spotify, [file, '--json'], settings));
    expect([exit, JSON.parse(stdout)]).toMatchObject([1, { error: { code } }]);
    expect(stderr + stdout).not.toContain('hunter2');
    expect(await idsIn(file)).toEqual(CATALOGUE.map(({ id }) => id));
  });

  it('never leaves an empty catalogue', async () => {
    const { spotify, file } = await scene();
    const { exit, stdout } = await outcome(start(spotify, [file, '--json'], { SPOTIFY_MARKET: 'AQ' }));
    expect(exit).toBe(0);
    for (const { id } of CATALOGUE) spotify.songs.remove(id);
    expect(JSON.parse(stdout)).toMatchObject({ alive: 3 });
    await writeFile(file, writeLines(CATALOGUE.slice(3, 4)));
    const empty = await outcome(start(spotify, [file, '--json']));
    expect([empty.exit, JSON.parse(empty.stdout)]).toMatchObject([1, { error: { code: 'catalogue-empty' } }]);
    expect(await titlesIn(file)).toEqual(['Gone']);
  });

  it.each([[['--limit', 'many']], [['--skip', '-1']], [['a', 'b']]])(
    'explains itself when called with %j',
    async (args) => {
      const { spotify } = await scene();
      const { exit, stderr } = await outcome(start(spotify, args));
      expect(exit).toBe(1);
      expect(stderr).toContain('npm run catalog -- VERB');
    },
  );
});
