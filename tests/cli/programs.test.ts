import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  chooseContract,
  demoContract,
  engineContract,
  errorContract,
  readContract,
} from '../../src/cli/contract.ts';
import { oneSmile } from '../photos.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli');

interface Ran {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

let folder = '';
let smile = '';
let text = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'moodring-programs-'));
  smile = join(folder, 'smile.jpg');
  text = join(folder, 'text.jpg');
  await writeFile(smile, await oneSmile());
  await writeFile(text, 'not a photo');
});
afterAll(() => rm(folder, { recursive: true }));

function run(program: string, ...args: readonly string[]): Promise<Ran> {
  return runWith({}, program, ...args);
}

/** @param env beside our own environment */
function runWith(env: NodeJS.ProcessEnv, program: string, ...args: readonly string[]): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [join(CLI, program), ...args],
      { cwd: folder, env: { ...process.env, ...env } },
      (_, stdout, stderr) => done({ exit: child.exitCode, stdout, stderr }),
    );
  });
}

describe('read', () => {
  it('prints one JSON document for many files, and goes on past those it refuses', async () => {
    const { exit, stdout } = await run('read.ts', smile, text, join(folder, 'none.jpg'), '--json');
    expect(exit).toBe(0);
    const [read, refused, missing] = readContract.parse(JSON.parse(stdout));
    expect(read && 'faces' in read ? read.faces[0]?.emotions.happy : 0).toBeGreaterThan(0.5);
    expect(read && 'mood' in read ? read.mood.points[0]?.valence : -1).toBeGreaterThan(0.3);
    expect(refused).toMatchObject({ file: text, error: { code: 'not-an-image' } });
    expect(missing).toMatchObject({ error: { code: 'file-unreadable' } });
  });

  it('says in words what it read', async () => {
    const { exit, stdout } = await run('read.ts', smile);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/face at \d+,\d+ \(\d+×\d+\): happy \d+ %/);
  });
});

describe('every program', () => {
  it('explains itself when asked, and is done', async () => {
    const { exit, stdout } = await run('read.ts', '--help');
    expect(exit).toBe(0);
    expect(stdout).toContain('npm run read -- PHOTO');
  });

  it('prints one JSON document though a number looks like an option', async () => {
    const { exit, stdout } = await run('choose.ts', '--json', '-1');
    expect(exit).toBe(1);
    expect(errorContract.parse(JSON.parse(stdout)).error.code).toBe('usage');
  });

  it('does not speak of photos when something else went wrong', async () => {
    const { exit, stdout } = await run(
      'catalog/catalog.ts',
      'build',
      text,
      '--out',
      join(folder, 'none.jsonl'),
      '--json',
    );
    expect(exit).toBe(1);
    expect(errorContract.parse(JSON.parse(stdout)).error.code).toBe('table-unknown');
    await expect(readFile(join(folder, 'none.jsonl'))).rejects.toThrow('ENOENT');
  });
});

describe('engine', () => {
  it('says what photos are read with', async () => {
    const { exit, stdout } = await run('engine/engine.ts', '--json');
    expect(exit).toBe(0);
    // The tests' own ENGINE.
    expect(engineContract.parse(JSON.parse(stdout))).toEqual({
      engine: 'wasm',
      forced: true,
      native: null,
      install: null,
    });
  });

  it('finds the fastest one where none is asked for, and how to get a faster', async () => {
    const { exit, stdout } = await runWith({ ENGINE: '' }, 'engine/engine.ts', '--json');
    expect(exit).toBe(0);
    const { engine, forced, native, install } = engineContract.parse(JSON.parse(stdout));
    expect(forced).toBe(false);
    expect(engine).toBe(native?.state === 'runs' ? 'tfjs-node' : 'wasm');
    expect(install === null).toBe(native?.state === 'runs' || native?.state === 'not-offered');
  });

  it('refuses an engine that is none', async () => {
    const { exit, stdout } = await runWith({ ENGINE: 'cpu' }, 'engine/engine.ts', '--json');
    expect(exit).toBe(1);
    expect(errorContract.parse(JSON.parse(stdout)).error).toMatchObject({
      code: 'settings-invalid',
      message: expect.stringContaining('ENGINE') as unknown,
    });
  });
});

describe('choose', () => {
  it('takes negative numbers, and gives the same list for the same seed', async () => {
    const args = ['--valence', '-0.6', '--arousal', '-0.3', '--intent', 'lift', '--seed', '7', '--json'];
    const [first, second] = [await run('choose.ts', ...args), await run('choose.ts', ...args)];
    expect(first.exit).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    const { arc, picks } = chooseContract.parse(JSON.parse(first.stdout));
    expect(arc[0]).toEqual({ valence: -0.6, arousal: -0.3 });
    expect(arc.at(-1)?.valence).toBeGreaterThan(0.5);
    expect(picks).toHaveLength(12);
    expect(picks[0]?.url).toBe(`https://open.spotify.com/track/${picks[0]?.id}`);
  });

  it.each([
    [['--valence', '2', '--arousal', '0']],
    [['--valence', '0']],
    [['--valence', 'x', '--arousal', '0']],
    [['--valence', '0', '--arousal', '0', '--intent', 'dance']],
    [['--valence', '0', '--arousal', '0', '--count', '0']],
    [['--loud']],
    [['--valence', '0', '--arousal', '0', '--emoji', '😌']],
    [['--emoji', '😌', '--count', '5', '--minutes', '30']],
    [['--emoji', '😌', '--minutes', '301']],
    [['--emoji', '😌', '--popularity', 'unheard']],
  ])('says how it is used when called with %j', async (args) => {
    const { exit, stdout } = await run('choose.ts', ...args, '--json');
    expect(exit).toBe(1);
    expect(errorContract.parse(JSON.parse(stdout)).error.code).toBe('usage');
  });
});

describe('choose, with wishes', () => {
  it('takes a mood as it is told, and everything that can be asked of the music', async () => {
    const { exit, stdout } = await run(
      'choose.ts',
      ...['--feeling', 'tired but hopeful', '--intent', 'lift', '--minutes', '30', '--seed', '7', '--json'],
      ...['--genre', 'ROCK', '--decade', '80s', '--artist', 'queen', '--popularity', 'well-known'],
    );
    expect(exit).toBe(0);
    const { arc, picks } = chooseContract.parse(JSON.parse(stdout));
    expect(picks.length).toBeGreaterThanOrEqual(6);
    expect(picks.length).toBeLessThanOrEqual(11);
    expect(arc).toHaveLength(picks.length);
  });

  it('owns up to what it could not give', async () => {
    const { exit, stdout } = await run(
      'choose.ts',
      ...['--emoji', '😌', '--genre', 'latin', '--decade', '60s', '--count', '30', '--seed', '7'],
    );
    expect(exit).toBe(0);
    expect(stdout).toMatch(/\n\d+ tracks are not from the 60s: [^\n]+\n/);
    const little = await run('choose.ts', '--emoji', '😌', '--seed', '7');
    expect(little.stdout.trimEnd().split('\n').at(-1)).toMatch(/^ +https:/);
  });

  it('says what is near a name that it does not know', async () => {
    const { exit, stdout } = await run('choose.ts', '--emoji', '😌', '--genre', 'rokc', '--json');
    expect(exit).toBe(1);
    const { error } = errorContract.parse(JSON.parse(stdout));
    expect(error).toMatchObject({
      code: 'genre-unknown',
      message: expect.stringContaining('rock') as unknown,
    });
  });

  it('says where help is before it leads to calm', async () => {
    const { exit, stdout } = await run('choose.ts', '--feeling', 'I want to die', '--intent', 'party');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^That sounds like a lot[^]*findahelpline\.com[^]*Music to calm down/);
  });
});

describe('demo', () => {
  it('runs the whole bot and prints one JSON document, with pictures beside it', async () => {
    const { exit, stdout } = await run('demo/demo.ts', smile, '--intent', 'lift', '--json');
    expect(exit).toBe(0);
    const { reply, reading, playlist, link } = demoContract.parse(JSON.parse(stdout));
    expect(reading.faces).toHaveLength(1);
    expect(reply.embeds.length).toBeGreaterThanOrEqual(6);
    expect(reply.files[0]).toMatchObject({ name: 'mood.png', contentType: 'image/png' });
    expect(playlist.intent).toBe('lift');
    expect(link).toMatchObject({ kind: 'page', status: 200 });
    expect(await readFile(join(folder, 'out/demo.html'), 'utf8')).toContain('You look happy');
    expect((await readFile(join(folder, 'out/card.png'))).subarray(1, 4).toString()).toBe('PNG');
    expect(await readFile(join(folder, 'out/playlist.html'), 'utf8')).toContain(playlist.picks[0]?.url);
  });

  it('links an account and saves the list in it, with --spotify', async () => {
    const { exit, stdout } = await run('demo/demo.ts', smile, '--spotify', '--json');
    expect(exit).toBe(0);
    const { playlist, spotify } = demoContract.parse(JSON.parse(stdout));
    expect(spotify?.playlists).toMatchObject([
      {
        name: playlist.title,
        public: false,
        tracks: playlist.picks.map(({ id }) => `spotify:track:${id}`),
      },
    ]);
    const [saved] = spotify?.playlists ?? [];
    expect(saved?.coverBytes).toBeGreaterThan(1_000);
    expect(spotify?.url).toContain(saved?.id);
    expect(await readFile(join(folder, 'out/demo.html'), 'utf8')).toContain('in your Spotify account');
  });

  it('ends with the sentence for a photo that cannot be read', async () => {
    const { exit, stdout } = await run('demo/demo.ts', text, '--json');
    expect(exit).toBe(1);
    expect(errorContract.parse(JSON.parse(stdout)).error.code).toBe('not-an-image');
    expect(await readFile(join(folder, 'out/demo.html'), 'utf8')).toContain('not a photo I can read');
  });
});
