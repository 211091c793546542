import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import {
  Client,
  DiscordAPIError,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  Partials,
} from 'discord.js';

import { sendWhole } from '../commands/sending.ts';
import { MoodringError } from '../errors.ts';
import type { Log } from '../log.ts';

/** How long Discord may take to let the bot in, in milliseconds. */
const LOGIN_WITHIN = 60_000;

/** Discord lets an application begin one session in five seconds. */
const NEXT_SESSION_AFTER = 5_500;

/** What people post is remembered as briefly as an edit can be told from it: in seconds. */
const POSTS_SWEPT = { interval: 300, lifetime: 900 };

const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
] as const;

export interface Connection {
  readonly client: Client<true>;
  /** Rejects with `gateway-lost` when Discord will not have the bot back. */
  readonly lost: Promise<never>;
}

export interface ConnectionOptions {
  readonly token: string;
  /** Where Discord's REST API is; Discord's own if undefined. */
  readonly apiUrl: string | undefined;
  readonly log: Log;
  /** What to listen to from the first moment on. */
  readonly prepare: (client: Client) => void;
}

/**
 * Logs in, with what people post if the application was granted it, else without: commands, mentions and direct messages
 * take no more.
 * @throws MoodringError `token-refused`, `discord-unreachable`, `gateway-lost`
 */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  try {
    return await logIn(options, [...INTENTS, GatewayIntentBits.MessageContent]);
  } catch (error) {
    if (!isDisallowed(error)) throw error;
    options.log.warn('the Message Content Intent is not granted: selfies are answered by mention alone');
    await sleep(NEXT_SESSION_AFTER);
    return logIn(options, INTENTS);
  }
}

async function logIn(
  { token, apiUrl, prepare }: ConnectionOptions,
  intents: readonly GatewayIntentBits[],
): Promise<Connection> {
  const client = new Client({
    intents: [...intents],
    // Direct messages, and the deletion of what was posted before the last start, come in parts.
    partials: [Partials.Channel, Partials.Message],
    sweepers: { ...Options.DefaultSweeperSettings, messages: POSTS_SWEPT },
    allowedMentions: { parse: [] },
    rest: { makeRequest: sendWhole, ...(apiUrl === undefined ? {} : { api: apiUrl }) },
  });
  const lost = new Promise<never>((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(new MoodringError('gateway-lost', { code })));
  });
  lost.catch(() => undefined);
  prepare(client);
  try {
    return { client: await Promise.race([readyClient(client, token), lost]), lost };
  } catch (error) {
    await client.destroy();
    throw error;
  }
}

async function readyClient(client: Client, token: string): Promise<Client<true>> {
  try {
    const ready = once(client, Events.ClientReady, { signal: AbortSignal.timeout(LOGIN_WITHIN) });
    ready.catch(() => undefined);
    await client.login(token);
    await ready;
    if (!client.isReady()) throw new Error('the client is not ready although it said so');
    return client;
  } catch (cause) {
    const refused =
      (cause instanceof DiscordAPIError && cause.status === 401) ||
      (cause instanceof Error && 'code' in cause && cause.code === 'TokenInvalid');
    throw new MoodringError(refused ? 'token-refused' : 'discord-unreachable', {}, cause);
  }
}

/** Whether Discord closed the connection for an intent that the application was not granted. */
function isDisallowed(error: unknown): boolean {
  return (
    error instanceof MoodringError &&
    error.code === 'gateway-lost' &&
    error.details['code'] === GatewayCloseCodes.DisallowedIntents
  );
}
