import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { expect, it, onTestFinished } from 'vitest';

import { spotifyPartsOn } from '../../src/flows/spotify-parts.ts';
import { createLog } from '../../src/log.ts';
import { listenersIn } from '../../src/memory/listeners.ts';
import { OPERATOR } from '../../src/memory/linked-accounts.ts';
import { playlistsIn } from '../../src/memory/playlists.ts';
import { startWeb } from '../../src/web/server.ts';
import { answers } from '../flows/spotify-parts.ts';
import { TOKEN_KEYS } from '../flows/spotify-settings.ts';
import { testFolder, testStore } from '../memory/file.ts';
import { appAt, startSpotify } from '../spotify.ts';

const PROGRAM = resolve(import.meta.dirname, '../../src/cli/spotify/spotify.ts');

/** The program with just these settings; its lines on standard error, and what it prints. */
async function run(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: await testFolder(), env });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return { said: createInterface({ input: child.stderr }), ended: once(child, 'close').then(() => printed) };
}

it("links the operator's account by the pages of the bot that runs, and unlinks it", async () => {
  const standIn = await startSpotify();
  const database = join(await testFolder(), 'bot.sqlite');
  const store = await testStore(database);
  // The port is known once it is taken, and the address is needed before.
  const taken = await startWeb({
    playlists: playlistsIn(store),
    host: '127.0.0.1',
    port: 0,
    log: createLog('silent'),
    isHealthy: () => true,
  });
  const { port } = taken;
  await taken.close();
  const publicUrl = `http://127.0.0.1:${port}`;
  standIn.allowRedirect(`${publicUrl}/spotify/callback`);
  const settings = { spotify: appAt(standIn), web: { publicUrl }, tokenKeys: TOKEN_KEYS };
  const spotify = spotifyPartsOn(store, settings);
  if (!spotify) throw new Error('no parts for Spotify');
  const web = await startWeb({
    playlists: playlistsIn(store),
    host: '127.0.0.1',
    port,
    log: createLog('silent'),
    isHealthy: () => true,
    linking: { spotify, listeners: listenersIn(store), onLinked: () => undefined },
  });
  onTestFinished(() => web.close());

  const env = {
    DATABASE: database,
    PUBLIC_URL: publicUrl,
    SPOTIFY_CLIENT_ID: standIn.clientId,
    SPOTIFY_API_URL: standIn.apiUrl,
    SPOTIFY_ACCOUNTS_URL: standIn.accountsUrl,
    TOKEN_KEYS: TOKEN_KEYS.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(','),
  };
  const { said, ended } = await run(['link-operator', '--json'], env);
  const way = await new Promise<string>((found) => {
    said.on('line', (line) => line.startsWith(publicUrl) && found(line));
  });
  const page = await fetch(way);
  const [cookie = ''] = (page.headers.get('set-cookie') ?? '').split(';');
  const [, consent = ''] = /href="(http[^"]*authorize[^"]*)"/.exec(await page.text()) ?? [];
  const back = await answers(consent.replaceAll('&amp;', '&'), 'agree');
  const done = await fetch(`${publicUrl}/spotify/callback?${back.toString()}`, { headers: { cookie } });
  expect([done.status, await done.text()]).toEqual([
    200,
    expect.stringContaining('linked to Moodring itself'),
  ]);
  expect(JSON.parse(await ended)).toEqual({ linked: true });
  expect((await spotify.linked.find(OPERATOR))?.scopes).toContain('playlist-modify-public');

  expect(JSON.parse(await (await run(['unlink-operator', '--json'], env)).ended)).toEqual({ linked: false });
  expect(await store.keys('')).toEqual([]);
});

it('says how it is used, and what is missing', async () => {
  const used = await run(['link', '--json'], {});
  expect(await used.ended).toContain('"usage"');
  const lacking = await run(['link-operator', '--json'], {});
  expect(await lacking.ended).toContain('spotify-not-offered');
  const app = { SPOTIFY_CLIENT_ID: 'app', PUBLIC_URL: 'https://mood.example' };
  expect(await (await run(['link-operator', '--json'], app)).ended).toContain('token-keys-missing');
});
