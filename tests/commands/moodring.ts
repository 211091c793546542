import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll } from 'vitest';

import type { Discord, DiscordOptions, Member, MemberOptions, Message } from '../../sandbox/discord/index.ts';
import { type Spotify, startSpotify } from '../../sandbox/spotify/index.ts';
import { type BotOptions, type BotProcess, startBotProcess } from '../../src/cli/demo/bot-process.ts';
import { startDiscord } from '../discord.ts';
import { ENGINE } from '../engine.ts';
import { spotifyOpenApi } from '../spotify.ts';

/** How long to wait for the bot on a busy machine, in milliseconds; only a failing test waits that long. */
export const PATIENT = { timeoutMs: 45_000 };

export interface Moodring {
  readonly discord: Discord;
  readonly bot: BotProcess;
  /** The Spotify it works with. @throws Error if it works with none */
  spotify(): Spotify;
  /** Where the database lies. */
  readonly database: string;
  /** The bytes of the database, its write-ahead log and its index, as they lie on the disk. */
  rawDatabase(): Buffer;
  /** What the bot's process holds in memory, in bytes. */
  memory(): number;
}

/** The whole bot as a process of its own, on a Discord of its own, for the tests of one file. */
export function moodring({
  pages = true,
  withSpotify = false,
  preload,
  ...options
}: DiscordOptions &
  Pick<Partial<BotOptions>, 'pages' | 'preload'> & {
    /** Whether people can link accounts at a Spotify of its own, or could if there was a key to seal them with. */
    readonly withSpotify?: boolean | 'keyless';
  } = {}): () => Moodring {
  let running: (Moodring & { folder: string; stop: () => Promise<void> | undefined }) | undefined;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'moodring-test-'));
    const discord = await startDiscord(options);
    const standIn = withSpotify !== false ? await startSpotify({ openApi: spotifyOpenApi }) : undefined;
    const database = join(folder, 'test.sqlite');
    const bot = await startBotProcess({
      token: discord.token,
      apiUrl: discord.restUrl,
      cdnUrl: discord.cdnUrl,
      database,
      pages,
      engine: ENGINE,
      spotify: standIn && {
        clientId: standIn.clientId,
        clientSecret: standIn.clientSecret,
        apiUrl: standIn.apiUrl,
        accountsUrl: standIn.accountsUrl,
        tokenKeys: withSpotify === 'keyless' ? '' : `test:${Buffer.alloc(32, 7).toString('base64')}`,
      },
      ...(preload ? { preload } : {}),
    });
    standIn?.allowRedirect(`${bot.pagesUrl}/spotify/callback`);
    const spotify = (): Spotify => {
      if (!standIn) throw new Error('the bot works with no Spotify');
      return standIn;
    };
    const rawDatabase = () =>
      Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
    const memory = () => {
      const status = readFileSync(`/proc/${bot.process.pid ?? 'self'}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
    };
    running = { discord, bot, spotify, database, rawDatabase, memory, folder, stop: () => standIn?.stop() };
    await Promise.race([discord.botIsReady(PATIENT), bot.ended]);
  });
  afterAll(async () => {
    await running?.bot.stop();
    await running?.discord.stop();
    await running?.stop();
    if (running) await rm(running.folder, { recursive: true, force: true });
  });
  return () => {
    if (!running) throw new Error('the bot is not running');
    return running;
  };
}

type Options = Parameters<Member['uses']>[1];

/** Sends a photo with `/mood` and resolves to what comes back first. */
export async function sends(
  member: Member,
  bytes: Buffer,
  options: Options = {},
  name = 'me.jpg',
): Promise<Message> {
  return (await member.uses('/mood', { image: { name, bytes }, ...options })).reply(PATIENT);
}

/** Presses *Agree* under the notice and resolves to the answer that follows. */
export async function agrees(member: Member, notice: Message): Promise<Message> {
  return (await member.clicks(notice, 'Agree')).nextMessage(PATIENT);
}

/** A member who has agreed, and the answer to their first photo. */
export async function agreedMember(
  discord: Discord,
  name: string,
  photo: Buffer,
  options: Options = {},
  about: MemberOptions = {},
): Promise<{ member: Member; card: Message }> {
  const member = discord.addMember(name, about);
  return { member, card: await agrees(member, await sends(member, photo, options)) };
}

/** What a message says: its text and that of its embeds. */
export function saidIn({ json }: Message): string {
  return [
    json.content,
    ...json.embeds.flatMap(({ title, description }) => [title ?? '', description ?? '']),
  ].join('\n');
}

/** The addresses of the tracks in a message, in order. */
export function tracksIn({ json }: Message): string[] {
  return json.embeds.flatMap(({ url }) => (url?.startsWith('https://open.spotify.com/track/') ? [url] : []));
}
