import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import type { EngineName } from '../../domain/engine.ts';

const logLine = z.object({ level: z.number(), msg: z.string() });

const WARNING = 40;

export interface BotProcess {
  /** The process itself, to talk with the module that was loaded into it. */
  readonly process: ChildProcess;
  /** Where it serves pages, if it does. */
  readonly pagesUrl: string;
  /** Everything it has logged so far. */
  readonly log: readonly string[];
  /** Rejects when the bot ends before it is stopped. */
  readonly ended: Promise<never>;
  /** Asks it to stop; resolves to its exit code. */
  stop(): Promise<number | null>;
}

export interface BotOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly cdnUrl: string;
  readonly database: string;
  /** Whether it serves pages; otherwise its lists are attached. */
  readonly pages: boolean;
  /** What it reads photos with; the fastest that runs here if nothing is said. */
  readonly engine?: EngineName | undefined;
  /** The Spotify it works with; none if nothing is said. */
  readonly spotify?: SpotifySettings | undefined;
  /** Told what the bot logs. */
  readonly onProgress?: (message: string) => void;
  /** Whether it starts anew whenever its source changes. */
  readonly watch?: boolean;
  /** Another bot that takes the same settings; `src/bot.ts` when nothing is said. */
  readonly program?: URL;
  /** A module that is loaded before the bot, and that messages can be exchanged with. */
  readonly preload?: URL;
}

/** A Spotify app, where it is, and what the tokens of those who link their accounts are sealed with. */
export interface SpotifySettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly apiUrl: string;
  readonly accountsUrl: string;
  readonly tokenKeys: string;
}

const BOT = new URL('../../bot.ts', import.meta.url);

/** Starts `src/bot.ts` as a process of its own, as an operator would, with nothing of our environment. */
export async function startBotProcess(options: BotOptions): Promise<BotProcess> {
  const port = await freePort();
  const { program = BOT, preload, watch = false } = options;
  const pagesUrl = `http://127.0.0.1:${port}`;
  const loaded = preload ? ['--import', preload.href] : [];
  const child = spawn(process.execPath, [...(watch ? ['--watch'] : []), ...loaded, fileURLToPath(program)], {
    env: {
      DISCORD_TOKEN: options.token,
      DISCORD_API_URL: options.apiUrl,
      DISCORD_CDN_URL: options.cdnUrl,
      DATABASE: options.database,
      ...(options.engine ? { ENGINE: options.engine } : {}),
      ...(options.pages ? { PUBLIC_URL: pagesUrl, PORT: String(port) } : {}),
      ...(options.spotify ? spotifyEnvironment(options.spotify) : {}),
    },
    // A folder without a .env: nothing of the operator's own settings gets in.
    cwd: dirname(options.database),
    stdio: ['ignore', 'ignore', 'pipe', preload ? 'ipc' : 'ignore'],
  });
  const log: string[] = [];
  const hear = (line: string): void => {
    log.push(line);
    const entry = parseLogLine(line);
    if (entry && entry.level < WARNING) options.onProgress?.(entry.msg);
  };
  if (child.stderr) createInterface({ input: child.stderr }).on('line', hear);
  return { process: child, pagesUrl, log, ended: endOf(child, log), stop: () => stop(child) };
}

function spotifyEnvironment(spotify: SpotifySettings): Record<string, string> {
  return {
    SPOTIFY_CLIENT_ID: spotify.clientId,
    SPOTIFY_CLIENT_SECRET: spotify.clientSecret,
    SPOTIFY_API_URL: spotify.apiUrl,
    SPOTIFY_ACCOUNTS_URL: spotify.accountsUrl,
    TOKEN_KEYS: spotify.tokenKeys,
  };
}

function endOf(child: ChildProcess, log: readonly string[]): Promise<never> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the bot ended with exit code ${String(code)}\n${log.slice(-5).join('\n')}`);
  });
  ended.catch(() => undefined);
  return ended;
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  }
  return child.exitCode;
}

function parseLogLine(line: string): z.infer<typeof logLine> | undefined {
  try {
    return logLine.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** A port that nobody listened on a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the system gave no free port');
  return address.port;
}
