import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { expect, it, onTestFinished, vi } from 'vitest';

import { type Discord, movableClock } from '../sandbox/discord/index.ts';
import { agreedMember, PATIENT, saidIn } from './commands/moodring.ts';
import { startDiscord } from './discord.ts';
import { ENGINE } from './engine.ts';
import { oneSmile } from './photos.ts';

const BOT = resolve(import.meta.dirname, '../src/bot.ts');

interface Running {
  readonly child: ChildProcess;
  /** Resolves once it has ended. */
  readonly ended: Promise<{ code: number | null; said: string }>;
}

/** Starts the bot with just these settings, in a folder of its own. */
async function start(env: Record<string, string>, dotEnv?: string): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'moodring-bot-'));
  if (dotEnv !== undefined) await writeFile(join(folder, '.env'), dotEnv);
  const child = spawn(process.execPath, [BOT], {
    cwd: folder,
    env: { DATABASE: join(folder, 'bot.sqlite'), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, ended: once(child, 'close').then(() => ({ code: child.exitCode, said })) };
}

async function run(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return (await start(env)).ended;
}

/** A Discord and the bot on it, ready. */
async function startOn(discord: Discord): Promise<Running> {
  onTestFinished(() => discord.stop());
  const running = await start({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.restUrl,
    DISCORD_CDN_URL: discord.cdnUrl,
    ENGINE,
  });
  await discord.botIsReady(PATIENT);
  return running;
}

it('says in one sentence that the catalogue it was told to take cannot be used', async () => {
  const { code, said } = await run({ DISCORD_TOKEN: 'a.b.c', CATALOGUE: 'none.arrow' });
  expect(code).toBe(1);
  expect(said).toContain('none.arrow cannot be used');
});

it('says in one sentence that there is no token, and points at the demo', async () => {
  const { code, said } = await run({});
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(1);
  expect(said).toContain('npm run demo');
});

it('reads its settings from .env too', async () => {
  const { ended } = await start({}, 'DISCORD_TOKEN=\nPORT=eighty\n');
  const { code, said } = await ended;
  expect(code).toBe(1);
  expect(said).toContain('These settings are not right: PORT');
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

it('says that the pages cannot be served', async () => {
  const { code, said } = await run({
    DISCORD_TOKEN: 'x',
    PUBLIC_URL: 'http://a.example',
    HOST: '203.0.113.1',
  });
  expect(code).toBe(1);
  expect(said).toContain('cannot be served at 203.0.113.1:8787');
});

it('says that there is no key to seal Spotify accounts with, and how to make one', async () => {
  const { code, said } = await run({
    DISCORD_TOKEN: 'x',
    PUBLIC_URL: 'https://a.example',
    SPOTIFY_CLIENT_ID: 'client',
  });
  expect(code).toBe(1);
  expect(said).toContain('openssl rand -base64 32');
});

it('answers the photo that is being read before it stops', async () => {
  const discord = await startDiscord();
  const { child, ended } = await startOn(discord);
  const { member } = await agreedMember(discord, 'Ada', await oneSmile());
  const use = await member.uses('/mood', { image: { name: 'me.jpg', bytes: await oneSmile() } });
  await vi.waitFor(() => expect(use.state).toBe('deferred'));
  child.kill('SIGTERM');
  expect(saidIn(await use.reply(PATIENT))).toContain('You look happy');
  expect(await ended).toMatchObject({ code: 0 });
});

it('ends, and says why, when Discord will not have it back', async () => {
  const discord = await startDiscord();
  const { ended } = await startOn(discord);
  discord.gateway.hangUp('authenticationFailed');
  const { code, said } = await ended;
  expect(code).toBe(1);
  expect(said).toContain('code 4004');
});

it('tells those who would have to wait too long that it is restarting', async () => {
  const discord = await startDiscord();
  const { child, ended } = await startOn(discord);
  const { member } = await agreedMember(discord, 'Ada', await oneSmile());
  discord.trouble.cdn({ kind: 'silent' });
  const use = await member.uses('/mood', { image: { name: 'me.jpg', bytes: await oneSmile() } });
  await vi.waitFor(() => expect(use.state).toBe('deferred'));
  child.kill('SIGTERM');
  const told = await use.nextMessage(PATIENT);
  expect(saidIn(told)).toContain('restarting');
  expect(told.isEphemeral).toBe(true);
  expect(await ended).toMatchObject({ code: 0 });
});

it.each([
  ['a moment, and resumes', 60_000],
  ['ten minutes, and starts anew', 600_000],
])('answers again after the gateway was away for %s; nothing is answered twice', async (_, away) => {
  const clock = movableClock();
  const discord = await startDiscord({ clock });
  await startOn(discord);
  const { member } = await agreedMember(discord, 'Ada', await oneSmile());
  const image = { name: 'me.jpg', bytes: await oneSmile() };
  discord.gateway.goAway(away);
  const missed = await member.uses('/mood', { image });
  clock.advance(away);
  await discord.botIsOnline(PATIENT);
  expect(saidIn(await (await member.uses('/mood', { image })).reply(PATIENT))).toContain('You look happy');
  expect(missed.state).toBe('failed');
  // The notice's card, and the one that was asked for when the bot was there.
  const cards = discord.channel.messages.filter((it) => saidIn(it).includes('You look happy'));
  expect(cards).toHaveLength(2);
  // It tried the one that it heard of too late, and left it at that.
  expect(discord.refusals.filter(({ rule }) => rule !== 'respond-in-time')).toEqual([]);
});
