import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { z } from 'zod';

import { ENGINES, type EngineName } from './domain/engine.ts';
import { MoodringError } from './errors.ts';
import type { SealingKey } from './memory/sealed.ts';

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

/** An unset variable and a blank one (`NAME=` in .env) mean the same. */
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (typeof value === 'string' ? value.trim() || undefined : value), shape.optional());

/** `NAME:KEY, …`, each key 256 bits in base64. */
const sealingKeys = z
  .string()
  .transform((text) =>
    text.split(',').map((pair) => /^([A-Za-z0-9]+):([A-Za-z0-9+/]{43}=)$/.exec(pair.trim())),
  )
  .refine((pairs) => pairs.every((pair) => pair !== null))
  .transform((pairs) =>
    pairs.map((pair): SealingKey => ({ id: pair?.[1] ?? '', key: Buffer.from(pair?.[2] ?? '', 'base64') })),
  )
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length);

const environment = z.object({
  DISCORD_TOKEN: optional(z.string()),
  DISCORD_API_URL: optional(url),
  DISCORD_CDN_URL: optional(url),
  PUBLIC_URL: optional(url),
  HOST: optional(z.string()),
  PORT: optional(z.coerce.number().int().min(0).max(65535)),
  DATABASE: optional(z.string()),
  CATALOGUE: optional(z.string()),
  ENGINE: optional(z.enum(ENGINES)),
  VISION_WORKERS: optional(z.coerce.number().int().min(1).max(64)),
  SPOTIFY_CLIENT_ID: optional(z.string()),
  SPOTIFY_CLIENT_SECRET: optional(z.string()),
  SPOTIFY_MARKET: optional(z.string().regex(/^[A-Z]{2}$/)),
  SPOTIFY_API_URL: optional(url),
  SPOTIFY_ACCOUNTS_URL: optional(url),
  TOKEN_KEYS: optional(sealingKeys),
  LOG_LEVEL: optional(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])),
});

export interface Settings {
  readonly discord: {
    readonly token: string | undefined;
    /** Where Discord's REST API is; a stand-in's address in the demo and the tests. */
    readonly apiUrl: string | undefined;
    /** The origins that a photo may be fetched from. */
    readonly cdnUrls: readonly [string, ...string[]];
  };
  readonly web: {
    /** The address under which others reach our pages, without a slash at its end; no pages without it. */
    readonly publicUrl: string | undefined;
    readonly host: string;
    readonly port: number;
  };
  readonly spotify: {
    readonly clientId: string | undefined;
    readonly clientSecret: string | undefined;
    /** The country whose catalogue counts, such as US. */
    readonly market: string;
    /** Where Spotify's Web API and its accounts service are; a stand-in's addresses in the tests. */
    readonly apiUrl: string;
    readonly accountsUrl: string;
  };
  /** What people's tokens are sealed with: the first key seals, all of them open. */
  readonly tokenKeys: readonly SealingKey[];
  readonly database: string;
  /** The file of an imported catalogue; the embedded one if undefined. */
  readonly catalogue: string | undefined;
  /** What the nets must run on; the fastest that runs here if undefined. */
  readonly engine: EngineName | undefined;
  readonly visionWorkers: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Adds what stands in the `.env` of the working folder to the environment; what is set there already wins. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/**
 * Reads the settings from environment variables; `.env.example` explains each but for those that only a
 * stand-in needs: `DISCORD_API_URL`, `DISCORD_CDN_URL`, `SPOTIFY_API_URL` and `SPOTIFY_ACCOUNTS_URL`.
 * @throws MoodringError `settings-invalid`, naming the variables that are wrong
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].join(', ');
    throw new MoodringError('settings-invalid', { names }, parsed.error);
  }
  const set = parsed.data;
  return {
    discord: {
      token: set.DISCORD_TOKEN,
      apiUrl: set.DISCORD_API_URL,
      cdnUrls: set.DISCORD_CDN_URL
        ? [set.DISCORD_CDN_URL]
        : ['https://cdn.discordapp.com', 'https://media.discordapp.net'],
    },
    web: { publicUrl: set.PUBLIC_URL, host: set.HOST ?? '127.0.0.1', port: set.PORT ?? 8787 },
    spotify: {
      clientId: set.SPOTIFY_CLIENT_ID,
      clientSecret: set.SPOTIFY_CLIENT_SECRET,
      market: set.SPOTIFY_MARKET ?? 'US',
      apiUrl: set.SPOTIFY_API_URL ?? 'https://api.spotify.com',
      accountsUrl: set.SPOTIFY_ACCOUNTS_URL ?? 'https://accounts.spotify.com',
    },
    tokenKeys: set.TOKEN_KEYS ?? [],
    database: set.DATABASE ?? 'var/moodring.sqlite',
    catalogue: set.CATALOGUE,
    engine: set.ENGINE,
    // One core stays free for Discord's gateway; more than four workers want a machine of their own.
    visionWorkers: set.VISION_WORKERS ?? Math.min(4, Math.max(1, availableParallelism() - 1)),
    logLevel: set.LOG_LEVEL ?? 'info',
  };
}
