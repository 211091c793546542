import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { MoodringError } from '../src/errors.ts';
import { readSettings } from '../src/settings.ts';

/** Every variable, as an operator could write it. */
const FULL = {
  DISCORD_TOKEN: 'a.b.c',
  DISCORD_API_URL: 'http://127.0.0.1:9000/api/',
  DISCORD_CDN_URL: 'http://127.0.0.1:9000',
  PUBLIC_URL: 'https://mood.example/music//',
  HOST: '0.0.0.0',
  PORT: '0',
  DATABASE: '/srv/moodring.sqlite',
  CATALOGUE: 'var/catalogue.arrow',
  ENGINE: 'wasm',
  VISION_WORKERS: '3',
  SPOTIFY_CLIENT_ID: 'client',
  SPOTIFY_CLIENT_SECRET: 'spotify-secret',
  SPOTIFY_MARKET: 'DE',
  SPOTIFY_API_URL: 'http://127.0.0.1:9001/',
  SPOTIFY_ACCOUNTS_URL: 'http://127.0.0.1:9002',
  TOKEN_KEYS: `new:${Buffer.alloc(32, 1).toString('base64')}, old:${Buffer.alloc(32, 2).toString('base64')}`,
  LOG_LEVEL: 'debug',
};

/** What an operator is told about wrong settings. */
function complaint(env: NodeJS.ProcessEnv): MoodringError {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof MoodringError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}

describe('the settings', () => {
  it('have a value for everything where nothing is set', () => {
    const { visionWorkers, ...rest } = readSettings({});
    expect(rest).toEqual({
      discord: {
        token: undefined,
        apiUrl: undefined,
        cdnUrls: ['https://cdn.discordapp.com', 'https://media.discordapp.net'],
      },
      web: { publicUrl: undefined, host: '127.0.0.1', port: 8787 },
      spotify: {
        clientId: undefined,
        clientSecret: undefined,
        market: 'US',
        apiUrl: 'https://api.spotify.com',
        accountsUrl: 'https://accounts.spotify.com',
      },
      tokenKeys: [],
      database: 'var/moodring.sqlite',
      catalogue: undefined,
      engine: undefined,
      logLevel: 'info',
    });
    expect(visionWorkers).toBeGreaterThanOrEqual(1);
    expect(visionWorkers).toBeLessThanOrEqual(Math.max(1, availableParallelism() - 1));
  });

  it('are what the environment says, addresses without a slash at their end', () => {
    expect(readSettings(FULL)).toEqual({
      discord: {
        token: 'a.b.c',
        apiUrl: 'http://127.0.0.1:9000/api',
        cdnUrls: ['http://127.0.0.1:9000'],
      },
      web: { publicUrl: 'https://mood.example/music', host: '0.0.0.0', port: 0 },
      spotify: {
        clientId: 'client',
        clientSecret: 'spotify-secret',
        market: 'DE',
        apiUrl: 'http://127.0.0.1:9001',
        accountsUrl: 'http://127.0.0.1:9002',
      },
      tokenKeys: [
        { id: 'new', key: Buffer.alloc(32, 1) },
        { id: 'old', key: Buffer.alloc(32, 2) },
      ],
      database: '/srv/moodring.sqlite',
      catalogue: 'var/catalogue.arrow',
      engine: 'wasm',
      visionWorkers: 3,
      logLevel: 'debug',
    });
  });

  it('are as if unset where they are empty', () => {
    const empty = Object.fromEntries(Object.keys(FULL).map((name) => [name, '']));
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['PORT', 'web'],
    ['ENGINE', 'cpu'],
    ['VISION_WORKERS', '0'],
    ['VISION_WORKERS', 'many'],
    ['PUBLIC_URL', 'mood.example'],
    ['PUBLIC_URL', 'ftp://mood.example'],
    ['DISCORD_API_URL', 'nowhere'],
    ['DISCORD_CDN_URL', 'file:///etc/passwd'],
    ['SPOTIFY_MARKET', 'us'],
    ['SPOTIFY_MARKET', 'Germany'],
    ['SPOTIFY_API_URL', 'api.spotify.com'],
    ['SPOTIFY_ACCOUNTS_URL', 'ws://127.0.0.1'],
    ['TOKEN_KEYS', Buffer.alloc(32).toString('base64')],
    ['TOKEN_KEYS', `1:${Buffer.alloc(16).toString('base64')}`],
    ['TOKEN_KEYS', `1:${Buffer.alloc(33).toString('base64')}`],
    ['TOKEN_KEYS', `a.b:${Buffer.alloc(32).toString('base64')}`],
    ['TOKEN_KEYS', `1:${Buffer.alloc(32, 1).toString('base64')},`],
    ['TOKEN_KEYS', `1:${Buffer.alloc(32, 1).toString('base64')},1:${Buffer.alloc(32, 2).toString('base64')}`],
    ['LOG_LEVEL', 'loud'],
  ])('are refused by name: %s=%s', (name, value) => {
    const { code, details } = complaint({ ...FULL, [name]: value });
    expect(code).toBe('settings-invalid');
    expect(details).toEqual({ names: name });
  });

  it('are all named where several are wrong, and no value is repeated', () => {
    const error = complaint({ ...FULL, PORT: 'port-secret', LOG_LEVEL: 'level-secret' });
    expect(error.details).toEqual({ names: 'PORT, LOG_LEVEL' });
    expect(JSON.stringify([error.message, error.details, String(error.cause)])).not.toMatch(/secret|a\.b\.c/);
  });
});
