import { execFile } from 'node:child_process';
import { glob, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../..');
const SANDBOX = join(ROOT, 'sandbox');
const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const ranges = z.record(z.string(), z.string()).default({});
const manifestShape = z.object({
  license: z.string(),
  version: z.string(),
  dependencies: ranges,
  devDependencies: ranges,
});

async function manifest(folder: string): Promise<z.infer<typeof manifestShape>> {
  return manifestShape.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
}

/** The packages that the sandbox imports, and the types of those that bring none. */
async function imported(known: object): Promise<readonly string[]> {
  const names = new Set<string>();
  for await (const file of glob('discord/**/*.ts', { cwd: SANDBOX })) {
    const { importedFiles } = ts.preProcessFile(await readFile(join(SANDBOX, file), 'utf8'));
    for (const { fileName } of importedFiles)
      if (!fileName.startsWith('.') && !isBuiltin(fileName))
        names.add(fileName.split('/', fileName.startsWith('@') ? 2 : 1).join('/'));
  }
  const types = [...names].map((name) => `@types/${name}`).filter((name) => name in known);
  return [...names, ...types].toSorted();
}

const run = promisify(execFile);

describe('the sandbox as a package', () => {
  let folder = '';

  /** A project outside the repository that has the built package and just what that depends on. */
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-package-'));
    const modules = join(folder, 'node_modules');
    const home = join(modules, 'discord-sandbox');
    await mkdir(home, { recursive: true });
    const outDir = ['--outDir', join(home, 'dist')];
    await run(process.execPath, [TSC, '-p', join(SANDBOX, 'tsconfig.build.json'), ...outDir]);
    await writeFile(join(home, 'package.json'), await readFile(join(SANDBOX, 'package.json')));
    for (const name of Object.keys((await manifest(SANDBOX)).dependencies)) {
      await mkdir(join(modules, name, '..'), { recursive: true });
      await symlink(join(ROOT, 'node_modules', name), join(modules, name));
    }
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('depends on what it imports and on nothing else, as this project does', async () => {
    const [own, root] = [await manifest(SANDBOX), await manifest(ROOT)];
    const known = { ...root.dependencies, ...root.devDependencies };
    const names = await imported(known);
    expect(names).toContain('hono');
    expect(own.dependencies).toEqual(Object.fromEntries(names.map((name) => [name, known[name]])));
    expect(own).toMatchObject({ license: root.license, version: root.version });
    expect(await readFile(join(SANDBOX, 'LICENSE'), 'utf8')).toBe(
      await readFile(join(ROOT, 'LICENSE'), 'utf8'),
    );
  });

  it('runs as plain JavaScript', async () => {
    const script = join(folder, 'start.mjs');
    await writeFile(
      script,
      `import { startDiscord } from 'discord-sandbox';
       const discord = await startDiscord();
       const authorization = 'Bot ' + discord.token;
       const answer = await fetch(discord.restUrl + '/v10/gateway', { headers: { authorization } });
       console.log(answer.status, JSON.stringify(await answer.json()));
       const { url } = await discord.serveChat({ people: [{ member: discord.addMember('Ada') }] });
       const script = await fetch(url + 'page.js');
       console.log(script.status, (await script.text()).includes('new WebSocket'));
       await discord.stop();`,
    );
    const { stdout } = await run(process.execPath, ['--no-strip-types', script]);
    expect(stdout).toMatch(/^200 \{"url":"ws:\/\/127\.0\.0\.1:\d+"\}\n200 true\n$/);
  });

  it('brings its types along', async () => {
    const script = join(folder, 'use.mts');
    await writeFile(
      script,
      `import { startDiscord } from 'discord-sandbox';
       export const url: string = (await startDiscord()).restUrl;
       // @ts-expect-error
       export const wrong: number = (await startDiscord()).restUrl;`,
    );
    const types = ['--typeRoots', join(ROOT, 'node_modules/@types'), '--types', 'node'];
    const options = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', ...types];
    await expect(run(process.execPath, [TSC, ...options, script], { cwd: folder })).resolves.toMatchObject({
      stdout: '',
    });
  });
});
