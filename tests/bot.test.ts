import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { startDiscord } from '../sandbox/discord/index.ts';

const BOT = resolve(import.meta.dirname, '../src/bot.ts');

/** Runs the bot with just these settings, and resolves once it has ended. */
async function run(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-bot-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, [BOT], {
    env: { DATABASE: join(folder, 'bot.sqlite'), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, said };
}

it('says in one sentence that there is no token, and points at the demo', async () => {
  const { code, said } = await run({});
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).toContain('npm run demo');
});

it('names the setting that is wrong', async () => {
  const { code, said } = await run({ PORT: 'eighty' });
  expect(code).toBe(1);
  expect(said).toContain('PORT');
});

it('says that Discord refused the token, and does not log it', async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.stop());
  const token = 'bm90.a.realtokenofanyone';
  const { code, said } = await run({ DISCORD_TOKEN: token, DISCORD_API_URL: discord.restUrl });
  expect(code).toBe(1);
  expect(said).toContain('Discord refused the DISCORD_TOKEN');
  expect(said).not.toContain(token);
});

it('says that Discord cannot be reached', async () => {
  const { code, said } = await run({ DISCORD_TOKEN: 'x', DISCORD_API_URL: 'http://127.0.0.1:9/api' });
  expect(code).toBe(1);
  expect(said).toContain('Discord cannot be reached');
});

it('says that the database cannot be used', async () => {
  const { code, said } = await run({ DISCORD_TOKEN: 'x', DATABASE: '/dev/null/moodring.sqlite' });
  expect(code).toBe(1);
  expect(said).toContain('database file cannot be used');
});
